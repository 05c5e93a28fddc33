import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDay } from '../../lead/days';
import type { Progress } from '../../lead/lead-api';
import { Day, useDayText } from '../../parts/day';

const fewestBars = 30;

interface DayChartProps {
  readonly progress: Progress;
  readonly firstDay: string;
}

/** Co-signatures of each day as bars, and as a table on demand. */
export function DayChart({ progress, firstDay }: DayChartProps) {
  const { t, i18n } = useTranslation('lead', { keyPrefix: 'chart' });
  const day = useDayText();
  const [isTableShown, setTableShown] = useState(false);
  const table = useId();
  const { byDay, today } = progress;
  const days = everyDay(byDay, firstDay, today);
  // A few days are not drawn as if they were the whole width.
  const width = Math.max(days.length, fewestBars) * 10;
  const busiest = days.reduce((most, each) => (each.count > most.count ? each : most), { day: '', count: 0 });
  const number = new Intl.NumberFormat(i18n.language);
  if (busiest.count === 0) return <p>{t('none')}</p>;
  return (
    <>
      <figure className="day-chart">
        <svg
          viewBox={`0 0 ${width} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('label', { count: busiest.count, day: day(busiest.day) })}
        >
          {days.map(({ day: each, count }, index) => {
            const height = (count / busiest.count) * 100;
            return <rect key={each} x={index * 10 + 1} y={100 - height} width="8" height={height} />;
          })}
        </svg>
        <figcaption className="small muted">
          {t(days.length === 1 ? 'one-day' : 'range', { first: day(firstDay), last: day(today) })}
          <br />
          {t('busiest', { count: busiest.count, day: day(busiest.day) })}
        </figcaption>
      </figure>
      <button
        type="button"
        className="button"
        aria-expanded={isTableShown}
        aria-controls={table}
        onClick={() => setTableShown(!isTableShown)}
      >
        {isTableShown ? t('hide-table') : t('show-table')}
      </button>
      <div id={table} hidden={!isTableShown}>
        <table>
          <caption>{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col" className="number">
                {t('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day: each, count }) => (
              <tr key={each}>
                <th scope="row">
                  <Day day={each} />
                </th>
                <td className="number">{number.format(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
