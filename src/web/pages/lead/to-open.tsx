import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { useDayText } from '../../parts/day';

/** The code is issued, the round is not open: nobody can co-sign until the lead has opened it. */
export function ToOpen({ referendum: { round } }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'to-open' });
  const day = useDayText();
  return (
    <>
      <div className="notice">
        <p>
          <strong>{t('not-open')}</strong>
        </p>
        <p>{t('days', { first: day(round.firstDay), last: day(round.lastDay) })}</p>
      </div>
      <p>{round.publicKey === undefined ? t('what') : t('half-way')}</p>
      <p>
        <Link className="button primary" href="/lead/opening">
          {round.publicKey === undefined ? t('action') : t('go-on')}
        </Link>
      </p>
    </>
  );
}
