import { useTranslation } from 'react-i18next';
import type { PublicCase } from './use-case';

/** States in which the result of the check is public that ended the round in hand. */
const ended: ReadonlySet<PublicCase['state']> = new Set(['established', 'not-established']);
/** States between the rounds: the main round is checked, and the supplement not open. */
const between: ReadonlySet<PublicCase['state']> = new Set(['supplement-due', 'code-issued']);

const resultFiles = [
  ['result', 'result.json'],
  ['signature', 'result.p7s'],
  ['verdicts', 'verdicts.csv'],
] as const;

/** What the check found, for everybody to verify; after a supplement, of both rounds. */
export function CaseResult({ referendum: { number, state, rounds } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases', { keyPrefix: 'result' });
  const isSupplement = rounds.at(-1)?.round === 2;
  const hasEnded = ended.has(state);
  if (!hasEnded && !isSupplement && !between.has(state)) return null;
  const address = `/api/v1/cases/${number}/result`;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t(isSupplement && !hasEnded ? 'of-main-round' : 'heading')}</h2>
      <p>{t('what')}</p>
      <Files address={address} query="" />
      {isSupplement && hasEnded ? (
        <>
          <h3>{t('of-main-round')}</h3>
          <Files address={address} query="?round=1" />
        </>
      ) : null}
    </section>
  );
}

function Files({ address, query }: { readonly address: string; readonly query: string }) {
  const { t } = useTranslation('cases', { keyPrefix: 'result' });
  return (
    <ul className="links">
      {resultFiles.map(([name, file]) => (
        <li key={name}>
          <a href={`${address}/${file}${query}`}>{t(name)}</a>
        </li>
      ))}
    </ul>
  );
}
