import { type AnnouncedClosure, closureKinds, type MovedDay } from '../cases/index.js';
import { parseCaseNumber } from '../core/case-number.js';
import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { parseTaipeiDate, type TaipeiDate } from '../core/taipei-date.js';

/** What two people decide about a case's days. */
interface OfCase<Action extends string> {
  readonly action: Action;
  readonly case: CaseNumber;
}

/** A last day that a closure moves: of a round, or for the access code where none is named. */
export interface ClosureMove extends Omit<MovedDay, 'caseNumber'> {
  readonly case: CaseNumber;
}

/** What two people decide about days. */
export type CalendarContent =
  | ({ readonly action: 'enter-closure'; readonly moves: readonly ClosureMove[] } & AnnouncedClosure)
  | (OfCase<'notice-supplement'> & { readonly noticedOn: TaipeiDate })
  | (OfCase<'enter-announcement'> & { readonly announcedOn: TaipeiDate })
  | (OfCase<'enter-hold'> & { readonly reference: string })
  | (OfCase<'lift-hold'> & { readonly finalRulingOn: TaipeiDate });

/** Exactly what two people decide: canonical JSON (RFC 8785). */
export function calendarContent(content: CalendarContent): Uint8Array {
  const members = Object.entries(content).filter(([, value]) => value !== undefined);
  return Buffer.from(canonicalJson(Object.fromEntries(members) as Readonly<Record<string, JsonValue>>));
}

/** Some hundred octets for each case that is open. */
const bounds = { size: 65_536, depth: 3 };

/** Reads it; undefined for any other content. Whoever has staff's login can write some of their own. */
export function readCalendarContent(content: Uint8Array): CalendarContent | undefined {
  const read = parseJson(content, bounds, contentIn);
  return read.ok ? read.value : undefined;
}

const actions = [
  'enter-closure',
  'notice-supplement',
  'enter-announcement',
  'enter-hold',
  'lift-hold',
] as const;

function contentIn(json: JsonReader): CalendarContent {
  const action = json.member('action').oneOf(...actions);
  const day = (name: string): TaipeiDate => json.member(name).parsed(parseTaipeiDate);
  if (action === 'enter-closure') {
    const kind = json.member('kind').oneOf(...closureKinds);
    const area = json.optional('area')?.text();
    const moves = json.member('moves').items(moveIn);
    const closure = { action, day: day('day'), kind, reference: json.member('reference').text(), moves };
    return area === undefined ? closure : { ...closure, area };
  }
  const onCase = json.member('case').parsed(parseCaseNumber);
  switch (action) {
    case 'notice-supplement':
      return { action, case: onCase, noticedOn: day('noticedOn') };
    case 'enter-announcement':
      return { action, case: onCase, announcedOn: day('announcedOn') };
    case 'enter-hold':
      return { action, case: onCase, reference: json.member('reference').text() };
    case 'lift-hold':
      return { action, case: onCase, finalRulingOn: day('finalRulingOn') };
  }
}

function moveIn(json: JsonReader): ClosureMove {
  const round = json.optional('round')?.oneOf(1, 2);
  return {
    case: json.member('case').parsed(parseCaseNumber),
    ...(round === undefined ? {} : { round }),
    from: json.member('from').parsed(parseTaipeiDate),
    to: json.member('to').parsed(parseTaipeiDate),
  };
}
