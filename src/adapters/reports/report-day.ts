import { type TaipeiDate } from '../../core/taipei-date.js';

/** The beginning of a day in Taipei: a report's only time, so that the same data give the same bytes. */
export function taipeiMidnight(day: TaipeiDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
