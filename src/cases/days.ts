import { Temporal } from 'temporal-polyfill';
import { type TaipeiDate, taipeiDate } from '../core/taipei-date.js';

/** First and last day on which a round collects, both included. */
export interface Period {
  readonly firstDay: TaipeiDate;
  readonly lastDay: TaipeiDate;
}

/**
 * Six months from the day after the code was issued or the paper form handed over, whichever was first (ACT 12, REG 6).
 * The period ends on the day before the day that corresponds to its first. Where the last month has no such day, it
 * ends on that month's last day (民法 120, 121). A last day on a weekend or holiday is not moved (ACT 6).
 */
export function collectingPeriod(codeIssuedOn: TaipeiDate, paperFormOn?: TaipeiDate): Period {
  const start = paperFormOn !== undefined && paperFormOn < codeIssuedOn ? paperFormOn : codeIssuedOn;
  const first = Temporal.PlainDate.from(start).add({ days: 1 });
  // `add` stops at the month's last day where the corresponding day is missing.
  const corresponding = first.add({ months: 6 });
  const last = corresponding.day === first.day ? corresponding.subtract({ days: 1 }) : corresponding;
  return { firstDay: taipeiDate(first), lastDay: taipeiDate(last) };
}

/** The supplement's thirty days, from the day after its code was issued (REG 8). */
export function supplementPeriod(codeIssuedOn: TaipeiDate): Period {
  const issued = Temporal.PlainDate.from(codeIssuedOn);
  return { firstDay: taipeiDate(issued.add({ days: 1 })), lastDay: taipeiDate(issued.add({ days: 30 })) };
}

/** The last day on which a closed case's records are kept: two years after it was closed (REG 12). */
export function recordsKeptUntil(closedOn: TaipeiDate): TaipeiDate {
  return taipeiDate(Temporal.PlainDate.from(closedOn).add({ years: 2 }));
}

/** Days on which the round still collects, today included. 0 after the last day. */
export function daysLeft(period: Period, today: TaipeiDate): number {
  const from = today < period.firstDay ? period.firstDay : today;
  return Math.max(0, Temporal.PlainDate.from(from).until(period.lastDay, { largestUnit: 'day' }).days + 1);
}
