import { useTranslation } from 'react-i18next';
import type { LeadCase } from '../../lead/lead-api';
import { taipeiTime, useTimeText } from '../../parts/time-text';
import { Fingerprint } from '../../parts/fingerprint';

/** What was submitted, as the server has it. */
export function SubmissionFacts({ referendum: { number, round } }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'facts' });
  const day = useTimeText();
  const { submission } = round;
  if (submission === undefined) return null;
  const submittedAt = new Date(submission.submittedAt);
  return (
    <dl className="facts">
      <dt>{t('number')}</dt>
      <dd>{number}</dd>
      <dt>{t('round')}</dt>
      <dd>{t(`round-${round.round}`)}</dd>
      <dt>{t('submitted-at')}</dt>
      <dd>{t('time', { day: day(submittedAt), time: taipeiTime(submittedAt) })}</dd>
      <dt>{t('count')}</dt>
      <dd>{t('records', { count: submission.recordCount })}</dd>
      <dt>{t('root')}</dt>
      <dd>
        <Fingerprint digits={submission.merkleRoot} />
      </dd>
    </dl>
  );
}
