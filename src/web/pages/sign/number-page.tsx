import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { NotLoaded } from '../../parts/loaded';
import { Page, type PageProps } from '../../parts/page';
import { useInBrowser } from '../../parts/use-in-browser';
import { collectingRound, type PublicCase, useCase } from '../cases/use-case';
import { Closed } from './no-statement';
import { NumberForm } from './number-form';
import { useForgetOnLeaving } from './signing-memory';

/** Step 1: the national ID number. */
export default function NumberPage({ params: { caseNumber = '' } }: PageProps) {
  const found = useCase(caseNumber);
  useForgetOnLeaving(caseNumber);
  useEffect(loadTheOtherSteps, []);
  if (found.kind !== 'loaded') return <NotLoaded answer={found} />;
  return collectingRound(found.data) === undefined ? (
    <Closed number={caseNumber} />
  ) : (
    <Shown referendum={found.data} />
  );
}

/** So that nothing of them has to be fetched once the network is gone. */
function loadTheOtherSteps(): void {
  void import('./statement-page');
  void import('./receipt-page');
}

function Shown({ referendum: { number, mainText } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('sign');
  return (
    <Page heading={t('number.heading')} above={t('step', { number, step: 1 })}>
      <p lang="zh-TW">{mainText}</p>
      <noscript>
        <p className="notice">{t('number.no-script')}</p>
      </noscript>
      {useInBrowser() ? <NumberForm caseNumber={number} /> : null}
      <p>
        <Link href={`/cases/${number}`}>{t('number.back')}</Link>
      </p>
      <p className="muted small">{t('number.earlier')}</p>
    </Page>
  );
}
