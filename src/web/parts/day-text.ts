import type { TFunction } from 'i18next';

/**
 * A Taipei day (`YYYY-MM-DD`) in words: 「2026 年 3 月 3 日（星期二）」, "Tuesday 3 March 2026". Made of its parts, so that every engine
 * writes the same.
 */
export function dayText(day: string, language: string, t: TFunction<'frame'>): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    year: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    day: 'numeric',
    // The day is already Taipei's: nothing is moved.
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return t('day', {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    weekday: part('weekday'),
  });
}

/** The day without its year and weekday: 「3 月 3 日」, "3 March". */
export function dayInYear(day: string, language: string, t: TFunction<'frame'>): string {
  const at = new Date(`${day}T00:00:00Z`);
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return t('day-in-year', {
    day: at.getUTCDate(),
    month: language === 'en' ? month.format(at) : at.getUTCMonth() + 1,
  });
}
