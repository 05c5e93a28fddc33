import { Controller, Get, Headers, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { preferredLanguage } from '../../messages/index.js';
import {
  type ReportErrorCode,
  reportErrorCodes,
  type ReportFormat,
  reportFormats,
  reportNames,
  Reports,
  type WantedReport,
} from '../../reports/index.js';
import { AddressParameter, CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { StaffOnly } from '../session-admission.js';

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The reports on a check that an office can hand up. Before the submission every one of them answers the same. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/reports')
@StaffOnly()
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get(':report')
  @ApiOperation({
    summary: 'A report on the check, as a file',
    description:
      '`batch` (查對作業報告), `struck-out` (不予計入統計) and `result` (查對結果公告稿), each as `.pdf` (tagged, PDF/UA), `.ods` and `.csv`, ' +
      'such as `batch.pdf`; `.json` is the data that it was made from, and the SHA-256 of these bytes stands on each. In the language that ' +
      '`Accept-Language` asks for. The same data give the same bytes. `batch` and `struck-out` have exact numbers, for the commission; `result` has what is public alone.',
  })
  @ApiProduces(...Object.values(mediaTypes))
  @ApiHeader({ name: 'Accept-Language', required: false })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(reportErrorCodes)
  async report(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('report') file: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<StreamableFile, ReportErrorCode>> {
    const wanted = wantedReport(file);
    if (wanted === undefined) return fail('not-found');
    const report = await this.reports.file(caseNumber, { ...wanted, language: preferredLanguage(accepted) });
    if (!report.ok) return report;
    const { name, format, language, content } = report.value;
    void reply.header('vary', 'Accept-Language');
    if (format !== 'json') void reply.header('content-language', language);
    return ok(
      new StreamableFile(content, {
        type: mediaTypes[format],
        disposition: `attachment; filename="${name}"`,
        length: content.length,
      }),
    );
  }
}

/** Which report a file of this name is; undefined where it is none. */
function wantedReport(file: string): Pick<WantedReport, 'name' | 'format'> | undefined {
  for (const name of reportNames)
    for (const format of reportFormats) if (file === `${name}.${format}`) return { name, format };
  return undefined;
}
