import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { publishedNumbers } from '../cases/published-result';
import { ResultChart } from '../cases/result-chart';
import { ResultCounts, ResultReasons } from '../cases/result-numbers';
import type { PublicResult } from '../cases/use-result';
import { BundleFiles } from './bundle-files';

interface ResultOfRoundProps {
  readonly caseNumber: string;
  readonly result: PublicResult;
  readonly heading: string;
}

/** The result of one round: chart and table side by side, the reasons, the files. */
export function ResultOfRound({ caseNumber, result, heading }: ResultOfRoundProps) {
  const { t } = useTranslation('result');
  const id = useId();
  const numbers = publishedNumbers(result);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {numbers === undefined ? (
        <p className="notice">{t('unreadable')}</p>
      ) : (
        <>
          <div className="beside">
            <ResultChart numbers={numbers} />
            <div>
              <ResultCounts numbers={numbers} />
            </div>
          </div>
          <ResultReasons numbers={numbers} />
        </>
      )}
      <BundleFiles caseNumber={caseNumber} result={result} />
    </section>
  );
}
