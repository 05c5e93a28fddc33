import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Check } from '../../../desk/check-api';
import { Count } from '../parts/words';
import { TimeLeft } from './time-left';

/** How far an approved step is whose work is long, or that it failed. Nothing once it is done. */
export function StepProgress({ check: { step } }: { readonly check: Check }) {
  const { t } = useTranslation('check', { keyPrefix: 'step' });
  const { i18n } = useTranslation();
  if (step === undefined || step.state === 'done') return null;
  const { state, rows, done, secondsLeft, request, failure = '' } = step;
  const action = i18n.t(`desk:actions.${step.action}.name`, { defaultValue: step.action });
  return (
    <div className={state === 'failed' ? 'notice wrong' : 'notice'} role="status">
      <p>
        <strong>{t(state, { action })}</strong>
      </p>
      {state === 'failed' ? (
        <p>
          <Trans
            t={t}
            i18nKey="failed-what"
            values={{ code: failure }}
            components={{ code: <code />, request: <Link href={`/staff/approvals/${request}`} /> }}
          />
        </p>
      ) : (
        <>
          <progress
            className="batch-progress"
            max={Math.max(rows, 1)}
            value={done}
            aria-label={t('progress')}
          />
          <p>
            {t('done')} <Count count={done} /> / <Count count={rows} />{' '}
            {secondsLeft === undefined ? null : <TimeLeft seconds={secondsLeft} />}
          </p>
        </>
      )}
    </div>
  );
}
