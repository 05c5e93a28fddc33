import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Opening } from '../../lead/opening';
import { useChanges } from '../../lead/use-changes';
import { useDayText } from '../../parts/day';
import { Fingerprint } from '../../parts/fingerprint';

/** The round collects: when it begins, and what to keep. */
export function OpeningDone({ opening }: { readonly opening: Opening }) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.done' });
  const day = useDayText();
  const { fingerprint = '' } = useChanges(opening);
  const { firstDay, lastDay } = opening.referendum.round;
  return (
    <>
      <div className="notice done" role="status">
        <p>
          <strong>{t('what')}</strong>
        </p>
        <p>{t('days', { first: day(firstDay), last: day(lastDay) })}</p>
      </div>
      <p>{t('fingerprint')}</p>
      <Fingerprint digits={fingerprint} />
      <p>{t('keep')}</p>
      <p>
        <Link className="button primary" href="/lead">
          {t('to-overview')}
        </Link>
      </p>
    </>
  );
}
