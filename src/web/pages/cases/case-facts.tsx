import { useTranslation } from 'react-i18next';
import { Day } from '../../parts/day';
import { Trans } from 'react-i18next';
import type { PublicCase } from './use-case';

/** Number, lead proposer, period and days left of the round in hand. */
export function CaseFacts({ referendum: { number, leadName, rounds } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases');
  const round = rounds.at(-1);
  return (
    <dl className="facts">
      <dt>{t('case.number')}</dt>
      <dd className="digits">{number}</dd>
      <dt>{t('case.lead')}</dt>
      <dd>{leadName === '' ? t('case.lead-unnamed') : leadName}</dd>
      {round === undefined ? null : (
        <>
          {round.round === 2 ? (
            <>
              <dt>{t('case.round')}</dt>
              <dd>{t('case.supplement')}</dd>
            </>
          ) : null}
          <dt>{t('case.period')}</dt>
          <dd>
            <Trans
              t={t}
              i18nKey="case.period-days"
              components={{ first: <Day day={round.firstDay} />, last: <Day day={round.lastDay} /> }}
            />
          </dd>
          {round.collecting ? (
            <>
              <dt>{t('case.left')}</dt>
              <dd>
                {round.daysLeft === 1
                  ? t('case.left-last-day')
                  : t('case.left-days', { count: round.daysLeft })}
              </dd>
            </>
          ) : null}
        </>
      )}
    </dl>
  );
}
