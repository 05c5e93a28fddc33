import { useTranslation } from 'react-i18next';
import { Day, useDayText } from '../../parts/day';
import type { PublicCase } from '../cases/use-case';

/** 接下來會怎樣: what happens to the co-signature, each step with its day or its period. */
export function NextSteps({
  referendum: { rounds },
  recordedOn,
}: {
  readonly referendum: PublicCase;
  readonly recordedOn: string;
}) {
  const { t } = useTranslation('receipt', { keyPrefix: 'taken.next' });
  const day = useDayText();
  const lastDay = rounds.at(-1)?.lastDay;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('heading')}</h2>
      <ol className="dated">
        <li>
          <strong>
            <Day day={recordedOn} />
          </strong>
          <span>{t('received')}</span>
        </li>
        {lastDay === undefined ? null : (
          <li>
            <strong>{t('submit-by', { day: day(lastDay) })}</strong>
            <span>{t('submit')}</span>
          </li>
        )}
        <li>
          <strong>{t('check-when')}</strong>
          <span>{t('check')}</span>
        </li>
        <li>
          <strong>{t('publish-when')}</strong>
          <span>{t('publish')}</span>
        </li>
      </ol>
    </section>
  );
}
