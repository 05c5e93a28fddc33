import type { CaseNumber } from '../core/identifiers.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import { asOf, type Case } from './case.js';
import type { ListedCase, ListPosition, WantedCases } from './ports.js';
import { type PublicCaseEntry, publicCaseEntryOn } from './public-case.js';

/** A page of cases, with their states as of a day. */
export interface CasePage {
  readonly cases: readonly Case[];
  /** The last of them, where there are more. */
  readonly next?: CaseNumber;
}

/** The page of these cases, of which one more was looked for than the page may have. */
export function casePageOf(found: readonly Case[], limit: number, today: TaipeiDate): CasePage {
  const cases = found.slice(0, limit).map((each) => asOf(each, today));
  const last = found.length > limit ? cases.at(-1) : undefined;
  return last === undefined ? { cases } : { cases, next: last.number };
}

/** Which page of the public list is wanted: of the real cases, where nothing else is said. */
export interface WantedPublicCases extends Partial<WantedCases<ListPosition>> {
  readonly limit: number;
}

/** A page of the public list. */
export interface PublicCasePage {
  readonly entries: readonly PublicCaseEntry[];
  /** Where to go on, if there may be more. */
  readonly next?: ListPosition;
}

/** The page of these cases, at most `limit`. */
export function publicCasePageOf(
  found: readonly ListedCase[],
  limit: number,
  today: TaipeiDate,
): PublicCasePage {
  const entries = found.map((each) => publicCaseEntryOn(each, today));
  const last = entries.length === limit ? entries.at(-1) : undefined;
  if (last === undefined) return { entries };
  return { entries, next: { collecting: last.collecting, number: last.listed.number } };
}
