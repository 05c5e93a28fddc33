import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PublishedCount, PublishedNumbers, PublishedTally } from './published-result';

interface NumbersProps {
  readonly numbers: PublishedNumbers;
}

/** The numbers of a result. In the place of one below five, or that would tell it, stand words. */
export function ResultNumbers({ numbers }: NumbersProps) {
  return (
    <>
      <ResultCounts numbers={numbers} />
      <ResultReasons numbers={numbers} />
    </>
  );
}

/** How many were handed in, how many count, and the threshold. */
export function ResultCounts({ numbers }: NumbersProps) {
  const { t, i18n } = useTranslation('cases', { keyPrefix: 'result.numbers' });
  const number = new Intl.NumberFormat(i18n.language);
  const { electronic, paper, joint, earlierValid } = numbers;
  const kinds = { electronic, ...(paper.submitted === 0 ? {} : { paper, joint }) };
  const values = {
    valid: number.format(numbers.valid),
    threshold: number.format(numbers.threshold),
    earlier: number.format(earlierValid),
  };
  return (
    <>
      <table className="counts">
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            {(['submitted', 'valid', 'not-counted'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(kinds).map(([kind, { submitted, valid }]) => (
            <tr key={kind}>
              <th scope="row">{t(kind)}</th>
              <td className="number">{number.format(submitted)}</td>
              <td className="number">{number.format(valid)}</td>
              <td className="number">{number.format(submitted - valid)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{earlierValid === 0 ? t('threshold', values) : t('with-earlier', values)}</p>
    </>
  );
}

/** Why those that are not valid are not: a table a kind, or words where no number of it is public. */
export function ResultReasons({ numbers }: NumbersProps) {
  const { t } = useTranslation('cases', { keyPrefix: 'result.reasons' });
  const { electronic, paper, isCorrected } = numbers;
  const isWithheld = [...electronic.notCounted, ...paper.notCounted].some(
    ([, count]) => count === 'withheld',
  );
  return (
    <>
      <ReasonsOf kind="electronic" tally={electronic} />
      <ReasonsOf kind="paper" tally={paper} />
      {isWithheld ? (
        <p className="small muted">
          <Trans
            t={t}
            i18nKey={isCorrected ? 'corrected' : 'why-withheld'}
            components={{ own: <Link href="/co-signatures" /> }}
          />
        </p>
      ) : null}
    </>
  );
}

interface ReasonsOfProps {
  readonly kind: 'electronic' | 'paper';
  readonly tally: PublishedTally;
}

function ReasonsOf({ kind, tally: { notCounted } }: ReasonsOfProps) {
  const { t, i18n } = useTranslation('cases', { keyPrefix: 'result.reasons' });
  const number = new Intl.NumberFormat(i18n.language);
  const shown = (count: PublishedCount): string =>
    count === 'withheld' ? t('withheld') : number.format(count);
  if (notCounted.length === 0) return null;
  if (notCounted.every(([, count]) => count === 'withheld')) return <p>{t(`${kind}-withheld`)}</p>;
  return (
    <table>
      <caption>{t(kind)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {notCounted.map(([group, count]) => (
          <tr key={group}>
            <th scope="row">{t(group)}</th>
            <td>{shown(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
