import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { leadWork } from '../../lead/lead-work';
import { useChanges } from '../../lead/use-changes';
import { LeadPage } from './lead-page';
import { OpeningDone } from './opening-done';
import { OpeningSteps } from './opening-steps';
import { WithLeadCase } from './with-lead-case';

/** Opening a round: six steps, from the undertaking to the first day. */
export default function OpeningPage() {
  const { t } = useTranslation('lead', { keyPrefix: 'opening' });
  return (
    <LeadPage heading={t('heading')}>
      <WithLeadCase>{(referendum) => <RoundInHand referendum={referendum} />}</WithLeadCase>
    </LeadPage>
  );
}

function RoundInHand({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening' });
  const opening = leadWork.opening(referendum);
  const { step } = useChanges(opening);
  if (step === 'open') return <OpeningDone opening={opening} />;
  if (referendum.state !== 'code-issued')
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
  return <OpeningSteps opening={opening} referendum={referendum} />;
}
