import type { Answer } from '../api/answer';
import type { ApiSchemas } from '../api/client';
import type { Approval, DeskApi, StaffCase } from './desk-api';

/** Where a check stands. */
export type Check = ApiSchemas['CheckView'];
export type Paper = ApiSchemas['PaperView'];
export type PaperDifference = ApiSchemas['PaperDifferenceView'];
export type OpenedDifference = ApiSchemas['OpenedDifferenceView'];
export type PaperSettlement = ApiSchemas['PaperSettlementDto'];
export type Remedy = ApiSchemas['RemedyRequestsView']['requests'][number];
export type PurgePlan = ApiSchemas['PurgePlanView'];
export type CheckStep = ApiSchemas['CheckRequestDto'];
/** A report that an office hands up, and its form. */
export type ReportName = 'batch' | 'struck-out' | 'result';
export type ReportForm = 'pdf' | 'ods' | 'csv';
/** A file of a roster or of an answer, as its bytes go over the line. */
export type EntryName = 'first' | 'second';

/** The part of the API by which staff check one submitted case. */
export class CheckApi {
  constructor(
    private readonly api: DeskApi,
    private readonly caseNumber: string,
  ) {}

  private get params(): { readonly path: { readonly caseNumber: string } } {
    return { path: { caseNumber: this.caseNumber } };
  }

  referendum(): Promise<Answer<StaffCase>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}', { params }));
  }

  check(): Promise<Answer<Check>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/check', { params }));
  }

  /** Pauses the verification, has it go on, or throws its verdicts away. */
  control(step: 'pause' | 'resume' | 'begin-anew'): Promise<Answer<unknown>> {
    const { params } = this;
    return this.api.ask((client) =>
      client.POST(`/api/v1/staff/cases/{caseNumber}/check/${step}`, { params }),
    );
  }

  /** Asks for a step that another person approves. */
  request(body: CheckStep): Promise<Answer<Approval>> {
    const { params } = this;
    return this.api.ask((client) =>
      client.POST('/api/v1/staff/cases/{caseNumber}/requests', { params, body }),
    );
  }

  paper(): Promise<Answer<Paper>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/paper', { params }));
  }

  /** Uploads one of the two entries, as the file is. */
  keepEntry(entry: EntryName, file: File): Promise<Answer<ApiSchemas['PaperEntryView']>> {
    const params = { path: { caseNumber: this.caseNumber, entry } };
    const sent = { headers: { 'content-type': 'text/csv' }, bodySerializer: () => file, body: '' };
    return this.api.ask((client) =>
      client.PUT('/api/v1/staff/cases/{caseNumber}/paper/entries/{entry}', { params, ...sent } as never),
    );
  }

  removeEntry(entry: EntryName): Promise<Answer<unknown>> {
    const params = { path: { caseNumber: this.caseNumber, entry } };
    return this.api.ask((client) =>
      client.DELETE('/api/v1/staff/cases/{caseNumber}/paper/entries/{entry}', { params }),
    );
  }

  differences(after: string | undefined, limit: number): Promise<Answer<ApiSchemas['PaperDifferencePage']>> {
    const params = { ...this.params, query: { after, limit } };
    return this.api.ask((client) =>
      client.GET('/api/v1/staff/cases/{caseNumber}/paper/differences', { params }),
    );
  }

  /** Opens both values of a row for whoever asks, which the audit log says. */
  openDifference({ page, line }: Pick<PaperDifference, 'page' | 'line'>): Promise<Answer<OpenedDifference>> {
    const params = { path: { caseNumber: this.caseNumber, page: String(page), line: String(line) } };
    return this.api.ask((client) =>
      client.GET('/api/v1/staff/cases/{caseNumber}/paper/differences/{page}/{line}', { params }),
    );
  }

  settle(
    { page, line }: Pick<PaperDifference, 'page' | 'line'>,
    body: PaperSettlement,
  ): Promise<Answer<PaperDifference>> {
    const params = { path: { caseNumber: this.caseNumber, page: String(page), line: String(line) } };
    return this.api.ask((client) =>
      client.PUT('/api/v1/staff/cases/{caseNumber}/paper/differences/{page}/{line}', { params, body }),
    );
  }

  roster(): Promise<Answer<ApiSchemas['RosterView']>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/roster', { params }));
  }

  /** Uploads one file of MOI's answer, as it came. */
  keepAnswerFile(file: File): Promise<Answer<unknown>> {
    const params = { path: { caseNumber: this.caseNumber, file: file.name } };
    const sent = { headers: { 'content-type': 'application/cms' }, bodySerializer: () => file, body: '' };
    return this.api.ask((client) =>
      client.PUT('/api/v1/staff/cases/{caseNumber}/answer/{file}', { params, ...sent } as never),
    );
  }

  discardAnswer(): Promise<Answer<unknown>> {
    const { params } = this;
    return this.api.ask((client) => client.DELETE('/api/v1/staff/cases/{caseNumber}/answer', { params }));
  }

  resultDraft(): Promise<Answer<ApiSchemas['ResultDraftView']>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/result', { params }));
  }

  /** A report as a file, in the language of the page. */
  report(name: ReportName, form: ReportForm): Promise<Answer<Blob>> {
    const params = { path: { caseNumber: this.caseNumber, report: `${name}.${form}` } };
    return this.api.ask<Blob>((client) =>
      client.GET('/api/v1/staff/cases/{caseNumber}/reports/{report}', { params, parseAs: 'blob' }),
    );
  }

  remedies(query: {
    readonly after: string | undefined;
    readonly open: boolean | undefined;
    readonly limit: number;
  }): Promise<Answer<ApiSchemas['RemedyRequestsView']>> {
    const params = { ...this.params, query };
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/remedies', { params }));
  }

  decide(id: string, body: ApiSchemas['ProposalDto']): Promise<Answer<Approval>> {
    const params = { path: { caseNumber: this.caseNumber, id } };
    return this.api.ask((client) =>
      client.POST('/api/v1/staff/cases/{caseNumber}/remedies/{id}/decision', { params, body }),
    );
  }

  purgePlan(): Promise<Answer<PurgePlan>> {
    const { params } = this;
    return this.api.ask((client) => client.GET('/api/v1/staff/cases/{caseNumber}/purge', { params }));
  }
}
