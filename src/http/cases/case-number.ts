import { parseCaseNumber } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { ProblemException } from '../problem/problem.js';

/** The case number in an address. A number no case can have is a case that doesn't exist. */
export function caseNumberIn(text: string): CaseNumber {
  const number = parseCaseNumber(text);
  if (!number.ok) throw new ProblemException({ code: 'not-found' });
  return number.value;
}
