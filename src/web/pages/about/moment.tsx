import { useTranslation } from 'react-i18next';
import { useDayText } from '../../parts/day';

const taipeiOffset = 8 * 3_600_000;

/** An instant as Taipei's day and time to the minute, wherever the reader is. */
export function Moment({ at }: { readonly at: string }) {
  const { t } = useTranslation('status');
  const day = useDayText();
  const inTaipei = new Date(Date.parse(at) + taipeiOffset).toISOString();
  return (
    <time dateTime={at}>
      {t('moment', { day: day(inTaipei.slice(0, 10)), time: inTaipei.slice(11, 16) })}
    </time>
  );
}
