import type { ResultErrorCode } from '../checking/index.js';

/** Why there is no report. */
export const reportErrorCodes = [
  /** No such case, or no such report. */
  'not-found',
  /** No round of the case is checked so far that the report has anything to say. */
  'check-not-ready',
  /** MOI's answer is not imported: there is no result. */
  'result-not-ready',
] as const satisfies readonly ResultErrorCode[];
export type ReportErrorCode = (typeof reportErrorCodes)[number];
