import { useTranslation } from 'react-i18next';
import type { PublishedNumbers } from './published-result';

/** A row of the chart: a kind, or all that is compared with the threshold. */
interface Bar {
  readonly name: 'electronic' | 'paper' | 'compared';
  readonly submitted: number;
  readonly valid: number;
}

/** What counts and what doesn't, of each kind, and all that counts beside the threshold. The table beside it says the same in numbers. */
export function ResultChart({ numbers }: { readonly numbers: PublishedNumbers }) {
  const { t, i18n } = useTranslation('cases', { keyPrefix: 'result.chart' });
  const { electronic, paper, valid, threshold } = numbers;
  const bars: readonly Bar[] = [
    { name: 'electronic', ...electronic },
    ...(paper.submitted === 0 ? [] : [{ name: 'paper' as const, ...paper }]),
    { name: 'compared', submitted: valid, valid },
  ];
  // A little more than the greatest, so that a threshold at the end is seen.
  const widest = Math.max(threshold, ...bars.map(({ submitted }) => submitted), 1) * 1.02;
  const number = new Intl.NumberFormat(i18n.language);
  const values = { valid: number.format(valid), threshold: number.format(threshold) };
  return (
    <figure className="result-chart">
      {bars.map((bar) => (
        <div key={bar.name}>
          <p>{t(bar.name)}</p>
          <BarLine bar={bar} widest={widest} threshold={bar.name === 'compared' ? threshold : undefined} />
        </div>
      ))}
      <figcaption className="small">
        <span className="key counted">{t('counted')}</span>
        <span className="key not-counted">{t('not-counted')}</span>
        <span className="key threshold">{t('threshold')}</span>
        <br />
        {t(valid >= threshold ? 'enough' : 'too-few', values)}
      </figcaption>
    </figure>
  );
}

interface BarLineProps {
  readonly bar: Bar;
  /** What the whole width stands for. */
  readonly widest: number;
  readonly threshold: number | undefined;
}

function BarLine({ bar: { submitted, valid }, widest, threshold }: BarLineProps) {
  const at = (count: number): number => (count / widest) * 1000;
  return (
    <svg viewBox="0 0 1000 32" preserveAspectRatio="none" aria-hidden="true">
      {/* Behind the bar, and longer at both ends: what counts is never cut. */}
      {threshold === undefined ? null : (
        <line className="threshold" x1={at(threshold)} x2={at(threshold)} y1="0" y2="32" />
      )}
      <rect className="counted" x="0" y="6" width={at(valid)} height="20" />
      <rect className="not-counted" x={at(valid)} y="6" width={at(submitted - valid)} height="20" />
    </svg>
  );
}
