import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { leadWork } from '../../lead/lead-work';
import { leadSession, useLeadSession } from '../../lead/lead-session';
import { useLeadApi } from '../../lead/use-lead-api';
import { Page } from '../../parts/page';
import { RehearsalBand } from '../../parts/rehearsal-band';
import { useHeadingAfterSignIn } from '../../parts/use-heading-after-sign-in';
import { SignIn } from './sign-in';

interface LeadPageProps {
  readonly heading: string;
  /** Whether it is one of the pages below the lead's first. */
  readonly isBelow?: boolean;
  readonly children: ReactNode;
}

/**
 * A page for the lead alone. Without a session it is the sign-in, at the same address: who signs in again is where they were.
 */
export function LeadPage({ heading, isBelow = true, children }: LeadPageProps) {
  const session = useLeadSession();
  const isSignedIn = session.kind === 'signed-in';
  useHeadingAfterSignIn(isSignedIn);
  if (!isSignedIn) return <SignIn why={session.why} />;
  return (
    <>
      <RehearsalBand caseNumber={session.caseNumber} />
      <LeadBar isBelow={isBelow} />
      <Page heading={heading}>{children}</Page>
    </>
  );
}

/** The way back, that nobody else sees this, and the way out. */
function LeadBar({ isBelow }: { readonly isBelow: boolean }) {
  const { t } = useTranslation('lead', { keyPrefix: 'bar' });
  const api = useLeadApi();
  const signOut = (): void => {
    leadWork.forget();
    // The token is gone here in any case; that the server forgets it too is for a copy of it.
    void api.signOut().finally(() => leadSession.end('signed-out'));
  };
  return (
    <div className="lead-bar no-print">
      {isBelow ? <Link href="/lead">{t('back')}</Link> : <span className="small muted">{t('only-you')}</span>}
      <button type="button" className="link-button" onClick={signOut}>
        {t('sign-out')}
      </button>
    </div>
  );
}
