import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { refusalOf } from '../../api/refusal';
import type { LeadCase } from '../../lead/lead-api';
import { useLeadSession } from '../../lead/lead-session';
import { Loading, Refused } from '../../parts/asked';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';

/** Asks for the lead's case and shows what is made of it. */
export function WithLeadCase({
  children,
}: {
  readonly children: (referendum: LeadCase, askAgain: () => void) => ReactNode;
}) {
  const api = useLeadApi();
  const { answer, askAgain } = useAsked(useCallback(() => api.case(), [api]));
  if (answer === undefined) return <Loading />;
  if (answer.kind === 'answered') return children(answer.data, askAgain);
  const refusal = refusalOf(answer);
  return refusal.code === 'not-found' ? (
    <AccessEnded />
  ) : (
    <Refused texts="lead" refusal={refusal} again={askAgain} />
  );
}

/** The case is closed and the lead's access over (REG 6), but for the last struck-out list. */
function AccessEnded() {
  const { t } = useTranslation('lead', { keyPrefix: 'ended' });
  const session = useLeadSession();
  if (session.kind !== 'signed-in') return null;
  const { caseNumber } = session;
  return (
    <>
      <div className="notice">
        <p>{t('what')}</p>
      </div>
      <p>{t('still')}</p>
      <ul>
        <li>
          <Link href="/lead/struck-out">{t('struck-out')}</Link>
        </li>
        <li>
          <Link href={`/cases/${caseNumber}`}>{t('case')}</Link>
        </li>
      </ul>
      <p>{t('copies')}</p>
    </>
  );
}
