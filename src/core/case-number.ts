import type { CaseNumber } from './identifiers.js';
import { fail, ok, type Result } from './result.js';

/*
 * Whether a case is real or a rehearsal (演練) stands in its number and nowhere else, so that nothing that names the case can say
 * otherwise.
 */

/** 1 to 10 digits without a leading zero; for a rehearsal `R` and 1 to 9 such digits. */
export const caseNumberForm = /^(?:[1-9][0-9]{0,9}|R[1-9][0-9]{0,8})$/;

/** Reads a case's number, of which each case has one spelling. */
export function parseCaseNumber(text: string): Result<CaseNumber, 'case-number-malformed'> {
  return caseNumberForm.test(text) ? ok(text as CaseNumber) : fail('case-number-malformed');
}

/** Whether the case is a rehearsal (演練): it has no legal effect. */
export function isRehearsal(number: string): boolean {
  return number.startsWith('R');
}

/** Injection token for whether this platform takes rehearsals: a boolean. A real one doesn't, unless it is switched on. */
export const REHEARSALS_ACCEPTED = Symbol('rehearsals accepted');
