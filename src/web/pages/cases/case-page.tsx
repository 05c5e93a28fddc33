import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { NotLoaded } from '../../parts/loaded';
import { Page, type PageProps } from '../../parts/page';
import { CaseFacts } from './case-facts';
import { CaseKeys } from './case-keys';
import { CaseNow } from './case-now';
import { CaseResult } from './case-result';
import { IntakePaused } from './intake-paused';
import { PersonalDataNotice } from './personal-data-notice';
import { Readers } from './readers';
import { collectingRound, type PublicCase, useCase } from './use-case';

/** A case: what it asks, until when, how to co-sign, and what becomes of whoever does. Never how many have. */
export default function CasePage({ params: { caseNumber = '' } }: PageProps) {
  const found = useCase(caseNumber);
  if (found.kind !== 'loaded') return <NotLoaded answer={found} />;
  return <Shown referendum={found.data} />;
}

function Shown({ referendum }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases');
  const { number, rehearsal, mainText, reason, mode, intakePaused } = referendum;
  const isCollecting = collectingRound(referendum) !== undefined;
  return (
    <Page
      heading={mainText}
      headingLang="zh-TW"
      title={`${t(rehearsal ? 'rehearsal-number' : 'number', { number })} ${mainText}`}
      above={t('case.above')}
    >
      <CaseFacts referendum={referendum} />
      {intakePaused === undefined ? null : <IntakePaused pause={intakePaused} />}
      {isCollecting ? (
        <p>
          <Link className="button primary" href={`/cases/${number}/sign`}>
            {t('case.sign')}
          </Link>
        </p>
      ) : (
        <>
          <CaseNow referendum={referendum} />
          <CaseResult referendum={referendum} />
        </>
      )}
      <section aria-labelledby="reason">
        <h2 id="reason">{t('case.reason')}</h2>
        <div lang="zh-TW">
          {paragraphsOf(reason).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
        <p>
          <a href={`/api/v1/cases/${number}/document`} download={`lianshu-${number}.txt`}>
            {t('case.document')}
          </a>
        </p>
      </section>
      {isCollecting ? <CaseResult referendum={referendum} /> : null}
      <Readers mode={mode} />
      <section aria-labelledby="stored">
        <h2 id="stored">{t('stored.heading')}</h2>
        <ul>
          {(['record', 'tag', 'commitment'] as const).map((name) => (
            <li key={name}>{t(`stored.${name}`)}</li>
          ))}
        </ul>
        <p>{t('stored.nothing-else')}</p>
      </section>
      <CaseKeys referendum={referendum} />
      <PersonalDataNotice mode={mode} />
    </Page>
  );
}

const paragraphsOf = (reason: string): readonly string[] =>
  reason.split('\n').filter((paragraph) => paragraph.trim() !== '');
