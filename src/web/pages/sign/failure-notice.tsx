import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CardFailureText } from '../../parts/card-failure-text';
import type { SigningFailure } from './use-signing-steps';

/** What the page says in other words than the platform's answer. */
const ownWords: ReadonlySet<string> = new Set(['challenge-stale', 'revocation-unavailable']);

interface FailureNoticeProps {
  readonly id: string;
  readonly failed: SigningFailure;
  readonly number: string;
}

/** What happened and what to do, read out when it appears. */
export function FailureNotice({ id, failed, number }: FailureNoticeProps) {
  const { t } = useTranslation('sign');
  return (
    <div id={id} className="notice wrong" role="alert">
      {failed.by === 'card' ? <CardFailureText failure={failed.failure} /> : <Sentence failed={failed} />}
      {concernsNumber(failed) ? (
        <p>
          <Link href={`/cases/${number}/sign`}>{t('failed.change-number')}</Link>
        </p>
      ) : null}
    </div>
  );
}

function Sentence({ failed }: { readonly failed: Exclude<SigningFailure, { readonly by: 'card' }> }) {
  const { t } = useTranslation('sign');
  if (failed.by === 'page') return <p>{t(`failed.${failed.code}`)}</p>;
  const { code, detail } = failed.problem;
  return <p>{ownWords.has(code) ? t(`failed.${code}`) : detail}</p>;
}

function concernsNumber(failed: SigningFailure): boolean {
  if (failed.by === 'card') return failed.failure.code === 'card-number-differs';
  return failed.by === 'platform' && failed.problem.code.startsWith('national-id-');
}
