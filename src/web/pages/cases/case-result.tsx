import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { useAnswer } from '../../api/use-answer';
import type { Language } from '../../language';
import { publishedNumbers } from './published-result';
import { ResultNumbers } from './result-numbers';
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
    </section>
  );
}

interface OfRoundProps {
  readonly caseNumber: string;
  /** The round checked last, where none is given. */
  readonly round?: '1';
}

/** The result of a round: its numbers, as soon as they are there, and its files. */
function OfRound({ caseNumber, round }: OfRoundProps) {
  const { t, i18n } = useTranslation('cases', { keyPrefix: 'result' });
  const address = `/api/v1/cases/${caseNumber}/result`;
  const query = round === undefined ? '' : `?round=${round}`;
  const found = useAnswer<ApiSchemas['ResultView']>(`${address}${query}`, () => {
    const params = { path: { caseNumber }, query: { round } };
    return answerOf(apiIn(i18n.language as Language).GET('/api/v1/cases/{caseNumber}/result', { params }));
  });
  const result = found.kind === 'loaded' ? found.data : undefined;
  const numbers = result && publishedNumbers(result);
  return (
    <>
      {numbers === undefined ? null : <ResultNumbers numbers={numbers} />}
      <ul className="links">
        {resultFiles.map(([name, file]) => (
          <li key={name}>
            <a href={`${address}/${file}${query}`}>{t(name)}</a>
          </li>
        ))}
      </ul>
      {result === undefined || result.version === 1 ? null : <Versions address={address} result={result} />}
    </>
  );
}

/** Each version of a corrected result, the first one first. */
function Versions({
  address,
  result: { round, versions },
}: {
  readonly address: string;
  readonly result: ApiSchemas['ResultView'];
}) {
  const { t } = useTranslation('cases', { keyPrefix: 'result' });
  return (
    <>
      <p>{t('versions')}</p>
      <ul className="links">
        {versions.map((digest, index) => (
          <li key={digest}>
            <a href={`${address}/rounds/${round}/versions/${index + 1}/result.json`}>
              {t('version', { version: index + 1 })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
