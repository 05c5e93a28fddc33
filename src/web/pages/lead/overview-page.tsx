import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { Dashboard } from './dashboard';
import { LeadPage } from './lead-page';
import { ToOpen } from './to-open';
import { WhatIsNext } from './what-is-next';
import { WithLeadCase } from './with-lead-case';

/** The lead's first page: what their case needs now. */
export default function OverviewPage() {
  const { t } = useTranslation('lead', { keyPrefix: 'overview' });
  return (
    <LeadPage heading={t('heading')} isBelow={false}>
      <WithLeadCase>{(referendum) => <Overview referendum={referendum} />}</WithLeadCase>
    </LeadPage>
  );
}

function Overview({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'overview' });
  const { number, mainText, state, round } = referendum;
  return (
    <>
      <p className="lead" lang="zh-TW">
        {mainText}
      </p>
      <dl className="facts">
        <dt>{t('number')}</dt>
        <dd>{number}</dd>
        <dt>{t('round')}</dt>
        <dd>{t(`round-${round.round}`)}</dd>
        <dt>{t('state')}</dt>
        <dd>{t(`states.${state}`)}</dd>
      </dl>
      {round.round === 2 && state !== 'supplement-due' ? (
        <p>
          <Link href="/lead/struck-out">{t('struck-out-before')}</Link>
        </p>
      ) : null}
      <InHand referendum={referendum} />
    </>
  );
}

function InHand({ referendum }: { readonly referendum: LeadCase }) {
  if (referendum.state === 'code-issued') return <ToOpen referendum={referendum} />;
  if (referendum.state === 'collecting') return <Dashboard referendum={referendum} />;
  return <WhatIsNext referendum={referendum} />;
}
