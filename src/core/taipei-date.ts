import { Temporal } from 'temporal-polyfill';
import type { Branded } from './identifiers.js';
import { fail, ok, type Result } from './result.js';

/** A calendar day in Taipei (UTC+8), `YYYY-MM-DD`: the order of the texts is the order of the days. */
export type TaipeiDate = Branded<string, 'TaipeiDate'>;

const form = /^\d{4}-\d{2}-\d{2}$/;

const timeZone = 'Asia/Taipei';

/** A day with its first millisecond since 1970, and that of the day after. */
interface DaySpan {
  readonly day: TaipeiDate;
  readonly from: number;
  readonly until: number;
}

/** The day asked for last: each co-signature asks twice, and the time zone's rules cost as much as a signature's verification. */
let last: DaySpan | undefined;

/** The day it is in Taipei at this instant. */
export function taipeiDateOf(at: Date): TaipeiDate {
  const milliseconds = at.getTime();
  if (last !== undefined && milliseconds >= last.from && milliseconds < last.until) return last.day;
  last = daySpanAt(milliseconds);
  return last.day;
}

function daySpanAt(milliseconds: number): DaySpan {
  const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds);
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    day: taipeiDate(day),
    from: day.toZonedDateTime(timeZone).epochMilliseconds,
    until: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}

/** Why a text is no day. */
export const dayErrorCodes = [
  /** Not `YYYY-MM-DD`, or not a day of the calendar. */
  'day-malformed',
] as const;
export type DayErrorCode = (typeof dayErrorCodes)[number];

/** Reads `YYYY-MM-DD` if the calendar has that day. Without Temporal, so that a page which reads a receipt need not load it. */
export function parseTaipeiDate(text: string): Result<TaipeiDate, DayErrorCode> {
  if (!form.test(text)) return fail('day-malformed');
  const midnight = new Date(`${text}T00:00:00Z`);
  // A day that no month has becomes one of the next month, or no time at all.
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
  return isDay ? ok(text as TaipeiDate) : fail('day-malformed');
}

/** A day that was counted on the calendar; `Temporal.PlainDate.from` leads back. */
export function taipeiDate(day: Temporal.PlainDate): TaipeiDate {
  return day.toString() as TaipeiDate;
}

/** The day's parts, for a sentence: numbers without leading zeros. */
export function dateParts(day: TaipeiDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day);
  return { year, month, day: dayOfMonth };
}
