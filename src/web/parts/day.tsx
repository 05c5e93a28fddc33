import { useTranslation } from 'react-i18next';
import { dayText } from './day-text';

/** {@link dayText} in the language of the page. */
export function useDayText(): (day: string) => string {
  const { t, i18n } = useTranslation('frame');
  return (day) => dayText(day, i18n.language, t);
}

/** A Taipei day, for people and for programs. */
export function Day({ day }: { readonly day: string }) {
  const text = useDayText();
  return <time dateTime={day}>{text(day)}</time>;
}
