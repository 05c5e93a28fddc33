import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Failure } from '../../../core/result';
import type { Problem } from '../../api/answer';
import type { CardFailureCode } from '../../card/card-failure';
import { CardFailureText } from '../../parts/card-failure-text';

/** Why something was not signed or not taken: by the card, by the platform's answer, or by this page. */
export type SigningFailure =
  | { readonly by: 'card'; readonly failure: Failure<CardFailureCode> }
  | {
      readonly by: 'platform';
      readonly problem: Problem;
      /** The same was sent before, and that answer was lost. */
      readonly mayBeTaken?: boolean;
    }
  | { readonly by: 'page'; readonly code: 'challenge-renewed' | 'cancelled-waiting' | 'unreachable' };

/** What the page says in other words than the platform's answer. */
const ownWords: ReadonlySet<string> = new Set(['challenge-stale', 'revocation-unavailable']);

interface FailureTextProps {
  readonly failed: SigningFailure;
  /** Whether the platform's sentence stands as it is: what is signed is no co-signature. */
  readonly isPlain?: boolean;
  /** The case whose number can be changed. */
  readonly number?: string;
}

/** What happened and what to do. Needs the texts `sign` and `card`. */
export function FailureText({ failed, isPlain = false, number }: FailureTextProps) {
  const { t } = useTranslation('sign');
  return (
    <>
      {failed.by === 'card' ? (
        <CardFailureText failure={failed.failure} />
      ) : (
        <p>
          {failed.by === 'page' ? (
            t(`failed.${failed.code}`)
          ) : (
            <Answered problem={failed.problem} isPlain={isPlain} />
          )}
        </p>
      )}
      {failed.by === 'platform' && failed.mayBeTaken === true ? (
        <p>
          <Trans t={t} i18nKey="failed.may-be-taken" components={{ own: <Link href="/co-signatures" /> }} />
        </p>
      ) : null}
      {number !== undefined && concernsNumber(failed) ? (
        <p>
          <Link href={`/cases/${number}/sign`}>{t('failed.change-number')}</Link>
        </p>
      ) : null}
    </>
  );
}

function Answered({
  problem: { code, detail },
  isPlain,
}: {
  readonly problem: Problem;
  readonly isPlain: boolean;
}) {
  const { t } = useTranslation('sign');
  return ownWords.has(code) && !isPlain ? t(`failed.${code}`) : detail;
}

function concernsNumber(failed: SigningFailure): boolean {
  if (failed.by === 'card') return failed.failure.code === 'card-number-differs';
  return failed.by === 'platform' && failed.problem.code.startsWith('national-id-');
}
