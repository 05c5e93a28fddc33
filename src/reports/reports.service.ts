import type { FigureReader } from '../checking/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { mapValue, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import type { ReportErrorCode } from './errors.js';
import { batchReport, struckOutReport } from './figure-reports.js';
import type { ReportWriters } from './ports.js';
import type { Report, ReportFormat, ReportLanguage, ReportName } from './report.js';
import { resultReport } from './result-report.js';

/** A report as a file. */
export interface ReportFile {
  /** Such as `9001-1-batch-zh-TW.pdf`: without personal data, in ASCII. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly language: ReportLanguage;
  readonly content: Uint8Array;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
  /** SHA-256 of the data that it was made from, hex. */
  readonly dataSha256: string;
}

/** Which report is wanted, and in which form. */
export interface WantedReport {
  readonly name: ReportName;
  readonly format: ReportFormat;
  readonly language: ReportLanguage;
}

/** The reports on a check that an office can hand up, for staff: made anew from what is stored, and the same as long as that is the same. */
export class Reports {
  constructor(
    private readonly figures: Pick<FigureReader, 'figures' | 'result'>,
    private readonly writers: ReportWriters,
  ) {}

  /** A report on the latest submitted round of a case. Nothing is there before its check has come so far. */
  async file(
    number: CaseNumber,
    { name, format, language }: WantedReport,
  ): Promise<Result<ReportFile, ReportErrorCode>> {
    const report = await this.report(number, name, language);
    if (!report.ok) return report;
    const { data, dataSha256 } = report.value;
    const content = format === 'json' ? data : await this.writers[format].write(report.value);
    return ok({
      name: `${number}-${name}${format === 'json' ? '' : `-${language}`}.${format}`,
      format,
      language,
      content,
      sha256: sha256Hex(content),
      dataSha256,
    });
  }

  /** The words and numbers of a report. */
  async report(
    number: CaseNumber,
    name: ReportName,
    language: ReportLanguage,
  ): Promise<Result<Report, ReportErrorCode>> {
    if (name === 'result')
      return mapValue(await this.figures.result(number), (drawn) => resultReport(drawn, language));
    const report = name === 'batch' ? batchReport : struckOutReport;
    return mapValue(await this.figures.figures(number), (figures) => report(figures, language));
  }
}
