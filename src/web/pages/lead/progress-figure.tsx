import { useTranslation } from 'react-i18next';
import type { LeadCase, Progress } from '../../lead/lead-api';
import { useDayText } from '../../parts/day';

interface ProgressFigureProps {
  readonly progress: Progress;
  readonly round: LeadCase['round'];
  readonly refresh: () => void;
}

/** The count, its share of the threshold, and the days left. */
export function ProgressFigure({ progress, round, refresh }: ProgressFigureProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'progress' });
  const day = useDayText();
  const { recordCount, threshold, shareOfThreshold, daysLeft, lastDay, movedBy } = progress;
  // Rounded down, so that it says 100 % when it is.
  const percent = Math.floor(shareOfThreshold * 100);
  return (
    <section aria-label={t('label')}>
      <p className="figure">
        <strong>{t('count', { count: recordCount })}</strong>
      </p>
      <p>{t('share', { threshold, percent })}</p>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-whole" width="100" height="4" />
        <rect className="bar-part" width={Math.min(percent, 100)} height="4" />
      </svg>
      <p>
        {daysLeft > 0
          ? t('days-left', { count: daysLeft, day: day(round.lastDay) })
          : t('not-begun', { day: day(round.firstDay) })}
      </p>
      {movedBy.length > 0 ? (
        <p className="notice">
          {t('moved', {
            day: day(lastDay),
            closures: movedBy.map((closure) => day(closure.day)).join(t('and')),
          })}
        </p>
      ) : null}
      {percent >= 100 ? <p className="notice done">{t('enough')}</p> : null}
      <p className="small muted">{t('some-struck-out')}</p>
      <button type="button" className="button" onClick={refresh}>
        {t('refresh')}
      </button>
    </section>
  );
}
