import type { JsonReader } from '../../core/json.js';
import { isReasonCode, type ReasonGroup, reasonGroupOf } from '../reason-codes.js';
import type { Tally } from './tally.js';

/** Stands in the place of a number that is below five, or that would tell such a number. */
export const withheld = 'fewer-than-five-or-withheld';

/** What stands beside a group of reasons. */
export type PublicCount = number | typeof withheld;

/**
 * What is public of a {@link Tally}: whether co-signatures count, and why those that don't, by group of reasons. No number below five can be
 * worked out from it.
 */
export interface PublicTally {
  readonly submitted: number;
  readonly valid: number;
  /** Each group of the kind; none where every co-signature counts. */
  readonly notCounted: Readonly<Partial<Record<ReasonGroup, PublicCount>>>;
}

/** The groups that an electronic co-signature can fall under. Their number matters to {@link publicCounts}. */
export const electronicGroups = ['evidence', 'household-register', 'repeated'] as const;
/** The groups that a paper row can fall under. */
export const paperGroups = ['household-register', 'paper-form', 'repeated'] as const;

/** The groups of a kind of co-signature: three of them. */
export type KindGroups = typeof electronicGroups | typeof paperGroups;

/** The smallest number that is published. */
const leastPublic = 5;
/** How much two numbers that are not published must come to, where the third is. */
const leastWithheld = 10;

/** What is published of a tally. Throws where a reason is not one of this kind. */
export function publicTally({ submitted, valid, struckOut }: Tally, groups: KindGroups): PublicTally {
  const numbers = groups.map(() => 0);
  for (const [code, number] of Object.entries(struckOut)) {
    const place = isReasonCode(code) ? (groups as readonly ReasonGroup[]).indexOf(reasonGroupOf(code)) : -1;
    if (numbers[place] === undefined) throw new Error('a reason that this kind of co-signature can’t have');
    numbers[place] += number;
  }
  return { submitted, valid, notCounted: byGroup(groups, submitted - valid, publicCounts(numbers)) };
}

/**
 * The same without any number by group: what is published where an earlier result is public, since the difference of two numbers would
 * tell the reason of the few that changed.
 */
export function tallyWithoutGroups({ submitted, valid }: Tally, groups: KindGroups): PublicTally {
  const none = groups.map((): PublicCount => withheld);
  return { submitted, valid, notCounted: byGroup(groups, submitted - valid, none) };
}

function byGroup(
  groups: KindGroups,
  total: number,
  counts: readonly PublicCount[],
): PublicTally['notCounted'] {
  const pairs = groups.map((group, place) => [group, counts[place] ?? withheld] as const);
  // That nothing was struck out is told by the list of verdicts, too.
  return total === 0 ? {} : Object.fromEntries(pairs);
}

/**
 * Three numbers, of which the sum is public, as they may be published. If none is below five, all are. Otherwise the greatest alone is, where it
 * exceeds the two others together and these come to ten or more; if not, none. So whoever knows this rule is left with ten possibilities
 * for each of two numbers, or with all ways to share the sum out (docs/adr/0018).
 */
export function publicCounts(numbers: readonly number[]): readonly PublicCount[] {
  if (numbers.every((number) => number >= leastPublic)) return numbers;
  const greatest = Math.max(...numbers);
  const others = numbers.reduce((sum, number) => sum + number, 0) - greatest;
  const isShown = greatest > others && others >= leastWithheld;
  return numbers.map((number) => (isShown && number === greatest ? number : withheld));
}

/** Whether {@link publicTally} can have made this. */
export function isPublicTally({ submitted, valid, notCounted }: PublicTally, groups: KindGroups): boolean {
  const total = submitted - valid;
  const names = Object.keys(notCounted);
  if (total === 0) return names.length === 0;
  if (total < 0 || names.length !== groups.length) return false;
  const counts = (groups as readonly ReasonGroup[]).map((group) => notCounted[group]);
  if (counts.includes(undefined)) return false;
  const shown = counts.filter((count) => typeof count === 'number');
  const [first, ...more] = shown;
  if (first === undefined) return true;
  if (more.length === 0) return first > total - first && total - first >= leastWithheld;
  const sum = shown.reduce((all, number) => all + number, 0);
  return shown.length === groups.length && sum === total && shown.every((number) => number >= leastPublic);
}

/** Reads a public tally. Whether it is one is for {@link isPublicTally} to say. */
export function readPublicTally(json: JsonReader, groups: KindGroups): PublicTally {
  json.only('submitted', 'valid', 'notCounted');
  const members = json.member('notCounted');
  members.only(...groups);
  const counts = groups.flatMap((group) => {
    const count = members.optional(group);
    return count === undefined ? [] : [[group, readCount(count)] as const];
  });
  return {
    submitted: json.member('submitted').integer(),
    valid: json.member('valid').integer(),
    notCounted: Object.fromEntries(counts),
  };
}

function readCount(json: JsonReader): PublicCount {
  return typeof json.value() === 'number' ? json.integer() : json.oneOf(withheld);
}
