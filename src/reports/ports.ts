import type { Report, ReportFormat } from './report.js';

/** Writes a report in one form. The same report gives the same bytes. */
export interface ReportWriter {
  write(report: Report): Promise<Uint8Array>;
}

/** The writers of all forms but `json`, which is the data itself. */
export type ReportWriters = Readonly<Record<Exclude<ReportFormat, 'json'>, ReportWriter>>;

/** Injection token for {@link ReportWriters}. */
export const REPORT_WRITERS = Symbol('ReportWriters');
