import { useTranslation } from 'react-i18next';
import { dayText } from './day-text';

/** The Taipei day of an instant, in the words of the page's language. */
export function useTimeText(): (at: Date) => string {
  const { t, i18n } = useTranslation('frame');
  return (at) => dayText(taipeiDay(at), i18n.language, t);
}

/** `YYYY-MM-DD` in Taipei. Not `core/taipei-date`, which brings a calendar along. */
export function taipeiDay(at: Date): string {
  return new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Hours and minutes in Taipei, `09:05`. */
export function taipeiTime(at: Date): string {
  return new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(11, 16);
}
