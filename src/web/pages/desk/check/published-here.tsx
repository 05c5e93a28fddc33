import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { publishedNumbers } from '../../cases/published-result';
import { ResultChart } from '../../cases/result-chart';
import { ResultCounts, ResultReasons } from '../../cases/result-numbers';
import { useResult } from '../../cases/use-result';
import { NotLoaded } from '../../../parts/loaded';
import { RequestForm } from '../parts/request-form';

/** What everybody sees now: the chart with its table, the way to the public page, and a correction where something was decided since. */
export function PublishedHere({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'result' });
  const found = useResult(caseNumber);
  const mayAsk = useMay('verifier');
  const api = useCheckApi(caseNumber);
  if (found.kind !== 'loaded') return <NotLoaded answer={found} />;
  const numbers = publishedNumbers(found.data);
  return (
    <section aria-labelledby="published">
      <h2 id="published">{t('published')}</h2>
      {numbers === undefined ? null : (
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
      <p>
        <Link href={`/cases/${caseNumber}/result`}>{t('public-page')}</Link>
      </p>
      {mayAsk ? (
        <details>
          <summary>{t('correct-summary')}</summary>
          <RequestForm action={t('correct')} ask={() => api.request({ action: 'correct-result' })}>
            <p>{t('correct-what')}</p>
          </RequestForm>
        </details>
      ) : null}
    </section>
  );
}
