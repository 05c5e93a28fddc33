import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { NotLoaded } from '../../parts/loaded';
import { Page, type PageProps } from '../../parts/page';
import { type PublicCase, useCase } from '../cases/use-case';
import { useResult } from '../cases/use-result';
import { HowToVerify } from './how-to-verify';
import { ResultOfRound } from './result-of-round';

/** The published result of a case: a chart, its numbers, every file of it, and how anybody verifies them. */
export default function ResultPage({ params: { caseNumber = '' } }: PageProps) {
  const found = useCase(caseNumber);
  return found.kind === 'loaded' ? <Shown referendum={found.data} /> : <NotLoaded answer={found} />;
}

function Shown({ referendum }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('result');
  const { number, rehearsal, mainText } = referendum;
  const result = useResult(number);
  if (result.kind === 'loading' || result.kind === 'failed') return <NotLoaded answer={result} />;
  return (
    <Page
      heading={t('heading')}
      title={t('title', { number })}
      above={
        <>
          {t(rehearsal ? 'rehearsal-number' : 'number', { number })} <span lang="zh-TW">{mainText}</span>
        </>
      }
    >
      {result.kind === 'missing' ? (
        <p className="notice">{t('not-yet')}</p>
      ) : (
        <>
          <p>{t('what')}</p>
          <ResultOfRound
            caseNumber={number}
            result={result.data}
            heading={t('of-round', { context: String(result.data.round) })}
          />
          {result.data.round === 2 ? <MainRound caseNumber={number} /> : null}
          <HowToVerify caseNumber={number} result={result.data} />
          <YourOwn />
        </>
      )}
      <p>
        <Link href={`/cases/${number}`}>{t('to-case')}</Link>
      </p>
    </Page>
  );
}

/** After a supplement the result of the main round stays published. */
function MainRound({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('result');
  const found = useResult(caseNumber, '1');
  if (found.kind !== 'loaded') return null;
  return (
    <ResultOfRound caseNumber={caseNumber} result={found.data} heading={t('of-round', { context: '1' })} />
  );
}

/** What whoever co-signed can look up. */
function YourOwn() {
  const { t } = useTranslation('result', { keyPrefix: 'own' });
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t('heading')}</h2>
      <p>{t('what')}</p>
      <ul className="links">
        <li>
          <Link href="/receipt">{t('receipt')}</Link>
        </li>
        <li>
          <Link href="/co-signatures">{t('card')}</Link>
        </li>
      </ul>
    </section>
  );
}
