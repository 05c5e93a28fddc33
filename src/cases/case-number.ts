import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';

/** Reads a case's number: 1 to 10 digits, no leading zero, so that a case has one spelling. */
export function parseCaseNumber(text: string): Result<CaseNumber, 'case-number-malformed'> {
  return /^[1-9][0-9]{0,9}$/.test(text) ? ok(text as CaseNumber) : fail('case-number-malformed');
}
