import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { leadWork } from '../../lead/lead-work';
import { useChanges } from '../../lead/use-changes';
import { LeadPage } from './lead-page';
import { SubmissionDone } from './submission-done';
import { SubmissionSteps } from './submission-steps';
import { Loading } from '../../parts/asked';
import { WithLeadCase } from './with-lead-case';

/** Submitting a round 提出 (REG 7): once, and for good. */
export default function SubmissionPage() {
  const { t } = useTranslation('lead', { keyPrefix: 'submission' });
  return (
    <LeadPage heading={t('heading')}>
      <WithLeadCase>
        {(referendum, askAgain) => <RoundInHand referendum={referendum} askAgain={askAgain} />}
      </WithLeadCase>
    </LeadPage>
  );
}

function RoundInHand({
  referendum,
  askAgain,
}: {
  readonly referendum: LeadCase;
  readonly askAgain: () => void;
}) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission' });
  const submission = leadWork.submission(referendum);
  const { step } = useChanges(submission);
  const isSubmitted = referendum.round.submission !== undefined;
  const isNews = step === 'done' && !isSubmitted;
  useEffect(() => {
    if (isNews) askAgain();
  }, [isNews, askAgain]);
  if (isSubmitted) return <SubmissionDone referendum={referendum} />;
  if (isNews) return <Loading />;
  if (referendum.state !== 'collecting')
    return (
      <>
        <p>{t('not-now')}</p>
        <Link href="/lead">{t('to-overview')}</Link>
      </>
    );
  if (referendum.origin !== location.origin)
    return (
      <div className="notice wrong" role="alert">
        <p>{t('origin-differs', { told: referendum.origin, here: location.origin })}</p>
      </div>
    );
  return <SubmissionSteps submission={submission} />;
}
