import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { SubmissionFacts } from './submission-facts';

/** What comes after the submission of a round: a supplement is not counted over, and is the last. */
const next = {
  1: ['counted', 'checked', 'result', 'keep'],
  2: ['checked-supplement', 'result-supplement', 'keep'],
} as const;

/** Submitted: a page to print and keep. */
export function SubmissionDone({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.done' });
  return (
    <>
      <div className="notice done" role="status">
        <p>
          <strong>{t('what')}</strong>
        </p>
      </div>
      <p lang="zh-TW">{referendum.mainText}</p>
      <SubmissionFacts referendum={referendum} />
      <p>{t('root')}</p>
      <p className="no-print">
        <button type="button" className="button primary" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
      <h2>{t('next')}</h2>
      <ol>
        {next[referendum.round.round].map((each) => (
          <li key={each}>{t(`next-steps.${each}`)}</li>
        ))}
      </ol>
      <p className="no-print">
        <Link href="/lead">{t('to-overview')}</Link>
      </p>
    </>
  );
}
