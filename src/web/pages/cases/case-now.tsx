import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDayText } from '../../parts/day';
import type { PublicCase } from './use-case';

/** Where a case stands on which one can't co-sign today, and what one can do instead. */
export function CaseNow({ referendum: { state, rounds } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases');
  const day = useDayText();
  const round = rounds.at(-1);
  // A round that has opened, collects, and not today: from tomorrow on.
  const notBegun = state === 'collecting' && round !== undefined && round.daysLeft > 0;
  return (
    <div className="notice">
      <p>
        <strong>{t(`state.${state}`)}</strong>
      </p>
      <p>{notBegun ? t('now.not-begun', { day: day(round.firstDay) }) : t(`now.${nowKey(state)}`)}</p>
      {notBegun && round.round === 1 ? null : (
        <p>
          <Trans t={t} i18nKey="now.signed-before" components={{ receipt: <Link href="/receipt" /> }} />
        </p>
      )}
    </div>
  );
}

/** A registered case is not public: that it is shown at all means that it is between rounds. */
const nowKey = (state: PublicCase['state']) => (state === 'registered' ? 'code-issued' : state);
