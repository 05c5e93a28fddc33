import type { Progress } from './lead-api';

type DayCount = Progress['byDay'][number];

const dayLength = 24 * 60 * 60 * 1000;

/** Every Taipei day (`YYYY-MM-DD`) from the first to the last, with its count: those without a co-signature have none. */
export function everyDay(byDay: readonly DayCount[], first: string, last: string): readonly DayCount[] {
  const counts = new Map(byDay.map(({ day, count }) => [day, count]));
  const days: DayCount[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += dayLength) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ day, count: counts.get(day) ?? 0 });
  }
  return days;
}
