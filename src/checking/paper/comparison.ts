import { comparePlaces, type PaperRow, sameRow } from './paper-row.js';
import type { Difference, DifferenceKind } from './ports.js';

/** One place on paper, with what each of the two entries has there; at least one has a row. */
export interface RowTwice {
  readonly first: PaperRow | undefined;
  readonly second: PaperRow | undefined;
}

/** Goes through two entries together, each in order of page and line, and answers every place once. */
export async function* rowsTogether(
  first: AsyncIterable<PaperRow>,
  second: AsyncIterable<PaperRow>,
): AsyncGenerator<RowTwice> {
  const [ones, others] = [first[Symbol.asyncIterator](), second[Symbol.asyncIterator]()];
  let [one, other] = [await next(ones), await next(others)];
  while (one !== undefined || other !== undefined) {
    const order = orderOf(one, other);
    yield { first: order <= 0 ? one : undefined, second: order >= 0 ? other : undefined };
    if (order <= 0) one = await next(ones);
    if (order >= 0) other = await next(others);
  }
}

async function next(rows: AsyncIterator<PaperRow, unknown>): Promise<PaperRow | undefined> {
  const step = await rows.next();
  return step.done === true ? undefined : step.value;
}

/** As {@link comparePlaces}; an entry that has ended stands behind everything. */
function orderOf(one: PaperRow | undefined, other: PaperRow | undefined): number {
  if (one === undefined) return 1;
  return other === undefined ? -1 : comparePlaces(one, other);
}

/** What the entries disagree on at a place; undefined where they agree. */
export function differenceAt({ first, second }: RowTwice): Difference | undefined {
  const there = first ?? second;
  if (there === undefined) return undefined;
  const { page, line } = there;
  if (first === undefined) return { page, line, kind: 'not-in-first' };
  if (second === undefined) return { page, line, kind: 'not-in-second' };
  return sameRow(first, second) ? undefined : { page, line, kind: kindOf(first, second) };
}

function kindOf(first: PaperRow, second: PaperRow): DifferenceKind {
  if (first.found === second.found) return 'number';
  return first.nationalId === second.nationalId ? 'code' : 'number-and-code';
}
