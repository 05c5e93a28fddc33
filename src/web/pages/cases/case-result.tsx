import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { publishedNumbers } from './published-result';
import { ResultNumbers } from './result-numbers';
import type { PublicCase } from './use-case';
import { useResult } from './use-result';

/** States in which the result of the check is public that ended the round in hand. */
const ended: ReadonlySet<PublicCase['state']> = new Set(['established', 'not-established']);
/** States between the rounds: the main round is checked, and the supplement not open. */
const between: ReadonlySet<PublicCase['state']> = new Set(['supplement-due', 'code-issued']);

/** What the check found, for everybody to verify; after a supplement, of both rounds. */
export function CaseResult({ referendum: { number, state, rounds } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases', { keyPrefix: 'result' });
  const isSupplement = rounds.at(-1)?.round === 2;
  const hasEnded = ended.has(state);
  if (!hasEnded && !isSupplement && !between.has(state)) return null;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t(isSupplement && !hasEnded ? 'of-main-round' : 'heading')}</h2>
      <p>{t('what')}</p>
      <OfRound caseNumber={number} />
      {isSupplement && hasEnded ? (
        <>
          <h3>{t('of-main-round')}</h3>
          <OfRound caseNumber={number} round="1" />
        </>
      ) : null}
      <p>
        <Link href={`/cases/${number}/result`}>{t('all')}</Link>
      </p>
    </section>
  );
}

interface OfRoundProps {
  readonly caseNumber: string;
  /** The round checked last, where none is given. */
  readonly round?: '1';
}

/** The numbers of a round's result, as soon as they are there. */
function OfRound({ caseNumber, round }: OfRoundProps) {
  const found = useResult(caseNumber, round);
  const numbers = found.kind === 'loaded' ? publishedNumbers(found.data) : undefined;
  return numbers === undefined ? null : <ResultNumbers numbers={numbers} />;
}
