export { type ReportErrorCode, reportErrorCodes } from './errors.js';
export { REPORT_WRITERS, type ReportWriter, type ReportWriters } from './ports.js';
export {
  type Report,
  type ReportCell,
  type ReportFormat,
  reportFormats,
  type ReportLanguage,
  type ReportName,
  reportNames,
  type ReportTable,
} from './report.js';
export { type ReportFile, Reports, type WantedReport } from './reports.service.js';
export { grouped } from './text.js';
