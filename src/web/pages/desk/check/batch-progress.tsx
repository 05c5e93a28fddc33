import { useTranslation } from 'react-i18next';
import type { Check } from '../../../desk/check-api';
import { Count, StatusWord } from '../parts/words';
import { TimeLeft } from './time-left';

/** How far a batch is, at which rate, how long it still takes, and why it stands still. */
export function BatchProgress({ check }: { readonly check: Check }) {
  const { t } = useTranslation('check', { keyPrefix: 'batch' });
  const { phase, records, judged, paperRows, recordsPerMinute, secondsLeft, paused } = check;
  return (
    <>
      {phase === 'judging' ? (
        <progress
          className="batch-progress"
          max={Math.max(records, 1)}
          value={judged}
          aria-label={t('progress')}
        />
      ) : null}
      <dl className="facts">
        <dt>{t('judged')}</dt>
        <dd>
          <Count count={judged} /> / <Count count={records} />
        </dd>
        <dt>{t('paper-rows')}</dt>
        <dd>
          <Count count={paperRows} />
        </dd>
        {phase !== 'judging' || paused !== undefined ? null : (
          <>
            <dt>{t('rate')}</dt>
            <dd>{t('per-minute', { count: recordsPerMinute ?? 0 })}</dd>
            <dt>{t('left')}</dt>
            <dd>{secondsLeft === undefined ? t('left-unknown') : <TimeLeft seconds={secondsLeft} />}</dd>
          </>
        )}
      </dl>
      {paused === undefined ? null : (
        <div className="notice" role="status">
          <p>
            <StatusWord kind="waiting">{t('paused')}</StatusWord>
          </p>
          <p>{t(`pause.${paused}`)}</p>
        </div>
      )}
    </>
  );
}
