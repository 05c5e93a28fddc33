import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { SubmissionFacts } from './submission-facts';

/** States in which there is a list of the struck out, of this round or the one before. */
const withList: ReadonlySet<LeadCase['state']> = new Set([
  'supplement-due',
  'established',
  'not-established',
]);

/** A round that collects no more: what was submitted, what comes next, and what the lead can still do. */
export function WhatIsNext({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'next' });
  const { state, round } = referendum;
  return (
    <>
      <div className="notice">
        <p>{t(`what.${state}`)}</p>
      </div>
      {state === 'supplement-due' ? (
        <section aria-labelledby="supplement">
          <h2 id="supplement">{t('supplement.heading')}</h2>
          <ol>
            <li>{t('supplement.days')}</li>
            <li>{t('supplement.code')}</li>
            <li>{t('supplement.open')}</li>
            <li>{t('supplement.once')}</li>
          </ol>
        </section>
      ) : null}
      {withList.has(state) ? (
        <p>
          <Link className="button primary" href="/lead/struck-out">
            {t('struck-out')}
          </Link>
        </p>
      ) : null}
      {round.submission === undefined ? null : (
        <section aria-labelledby="submitted">
          <h2 id="submitted">{t('submitted')}</h2>
          <SubmissionFacts referendum={referendum} />
          <p>
            <Link href="/lead/submission">{t('print')}</Link>
          </p>
        </section>
      )}
      {round.openedOn === undefined ? null : (
        <section aria-labelledby="safekeeping">
          <h2 id="safekeeping">{t('safekeeping')}</h2>
          <p>{t('safekeeping-what')}</p>
          <Link className="button" href="/lead/records">
            {t('safekeeping-action')}
          </Link>
        </section>
      )}
    </>
  );
}
