import { Temporal } from 'temporal-polyfill';
import { type TaipeiDate, taipeiDate } from '../core/taipei-date.js';
import { noClosures, type OfficeDays } from './calendar/office-days.js';

/** First and last day of a period, both included. */
export interface Period {
  readonly firstDay: TaipeiDate;
  readonly lastDay: TaipeiDate;
}

/** Ten days from the day after the notice, in which the lead receives the access code (REG 4, ACT 10). */
export function codePeriod(noticedOn: TaipeiDate, offices: OfficeDays = noClosures): Period {
  return daysAfter(noticedOn, 10, offices);
}

/**
 * Six months from the day after the code was issued or the paper form handed over, whichever was first (ACT 12, REG 6).
 * A last day on a weekend or holiday is not moved (ACT 6); {@link OfficeDays.lastDay} says which is.
 */
export function collectingPeriod(
  codeIssuedOn: TaipeiDate,
  paperFormOn?: TaipeiDate,
  offices: OfficeDays = noClosures,
): Period {
  const start = paperFormOn !== undefined && paperFormOn < codeIssuedOn ? paperFormOn : codeIssuedOn;
  return { firstDay: dayAfter(start), lastDay: offices.lastDay(endOfMonths(start, 6)) };
}

/** The supplement's thirty days, from the day after the notice of the struck-out list (REG 8, RULES 9), whenever its code is issued. */
export function supplementPeriod(noticedOn: TaipeiDate, offices: OfficeDays = noClosures): Period {
  return daysAfter(noticedOn, 30, offices);
}

/** The last day on which the lead fetches the last struck-out list: 90 days from the end of the case (RULES 9). The law names no number. */
export function lastListUntil(endedOn: TaipeiDate): TaipeiDate {
  return plusDays(endedOn, 90);
}

/** The period of a round that begins on this day, as its offices' closures are known now. */
export function roundPeriod(
  { ordinal, firstDay }: { readonly ordinal: 1 | 2; readonly firstDay: TaipeiDate },
  offices: OfficeDays,
): Period {
  const start = dayBefore(firstDay);
  return ordinal === 1 ? collectingPeriod(start, undefined, offices) : supplementPeriod(start, offices);
}

/** This many days from the day after `start`, the last one moved by closures. */
export function daysAfter(start: TaipeiDate, days: number, offices: OfficeDays = noClosures): Period {
  return { firstDay: dayAfter(start), lastDay: offices.lastDay(plusDays(start, days)) };
}

/**
 * The last day of so many months from the day after `start`: the eve of the day that corresponds to their first. Where the last month
 * has no such day, that month's last day (民法 120, 121).
 */
export function endOfMonths(start: TaipeiDate, months: number): TaipeiDate {
  const first = Temporal.PlainDate.from(start).add({ days: 1 });
  // `add` stops at the month's last day where the corresponding day is missing.
  const corresponding = first.add({ months });
  return taipeiDate(corresponding.day === first.day ? corresponding.subtract({ days: 1 }) : corresponding);
}

/** So many days later; earlier where negative. */
export function plusDays(day: TaipeiDate, days: number): TaipeiDate {
  return taipeiDate(Temporal.PlainDate.from(day).add({ days }));
}

export const dayAfter = (day: TaipeiDate): TaipeiDate => plusDays(day, 1);
export const dayBefore = (day: TaipeiDate): TaipeiDate => plusDays(day, -1);

/** Days of the period that are left, today included. 0 after its last day. */
export function daysLeft(period: Period, today: TaipeiDate): number {
  const from = today < period.firstDay ? period.firstDay : today;
  return Math.max(0, daysBetween(from, period.lastDay) + 1);
}

/** Days from one day to another; negative where the other is earlier. */
export function daysBetween(from: TaipeiDate, to: TaipeiDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** The last day on which records are kept: two years after the announcement (REG 12). Records may be kept longer, so no closure moves it. */
export function recordsKeptUntil(announcedOn: TaipeiDate): TaipeiDate {
  return endOfMonths(announcedOn, 24);
}

/** The last day on which records are kept for a lawsuit: three months after the day of the final court ruling (REG 12). */
export function keptForLawsuit(finalRulingOn: TaipeiDate): TaipeiDate {
  return endOfMonths(finalRulingOn, 3);
}
