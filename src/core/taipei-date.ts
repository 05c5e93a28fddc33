import { Temporal } from 'temporal-polyfill';
import type { Branded } from './identifiers.js';
import { fail, ok, type Result } from './result.js';

/** A calendar day in Taipei (UTC+8), `YYYY-MM-DD`: the order of the texts is the order of the days. */
export type TaipeiDate = Branded<string, 'TaipeiDate'>;

const form = /^\d{4}-\d{2}-\d{2}$/;

/** The day it is in Taipei at this instant. */
export function taipeiDateOf(at: Date): TaipeiDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return taipeiDate(instant.toZonedDateTimeISO('Asia/Taipei').toPlainDate());
}

/** Why a text is no day. */
export const dayErrorCodes = [
  /** Not `YYYY-MM-DD`, or not a day of the calendar. */
  'day-malformed',
] as const;
export type DayErrorCode = (typeof dayErrorCodes)[number];

/** Reads `YYYY-MM-DD` if the calendar has that day. */
export function parseTaipeiDate(text: string): Result<TaipeiDate, DayErrorCode> {
  if (!form.test(text)) return fail('day-malformed');
  try {
    return ok(taipeiDate(Temporal.PlainDate.from(text)));
  } catch {
    return fail('day-malformed');
  }
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
