import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { refusalOf } from '../../api/refusal';
import type { LeadCase } from '../../lead/lead-api';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';
import { DayChart } from './day-chart';
import { ProgressFigure } from './progress-figure';
import { RoundKeys } from './round-keys';
import { Share } from './share';
import { Loading, Refused } from '../../parts/asked';

/** A round that collects: how far it has come, how to spread it, who can open it, and, last, its submission. */
export function Dashboard({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'dashboard' });
  const api = useLeadApi();
  const { answer, askAgain } = useAsked(useCallback(() => api.progress(), [api]));
  if (answer === undefined) return <Loading />;
  if (answer.kind !== 'answered')
    return <Refused texts="lead" refusal={refusalOf(answer)} again={askAgain} />;
  const progress = answer.data;
  return (
    <>
      <ProgressFigure progress={progress} round={referendum.round} refresh={askAgain} />
      <section aria-labelledby="by-day">
        <h2 id="by-day">{t('by-day')}</h2>
        <DayChart progress={progress} firstDay={referendum.round.firstDay} />
      </section>
      <section aria-labelledby="share">
        <h2 id="share">{t('share')}</h2>
        <Share referendum={referendum} />
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{t('keys')}</h2>
        <RoundKeys referendum={referendum} />
      </section>
      <section aria-labelledby="safekeeping">
        <h2 id="safekeeping">{t('safekeeping')}</h2>
        <p>{t('safekeeping-what')}</p>
        <Link className="button" href="/lead/records">
          {t('safekeeping-action')}
        </Link>
      </section>
      <section aria-labelledby="submission" className="far-below">
        <h2 id="submission">{t('submission')}</h2>
        <p>{t('submission-what')}</p>
        <Link className="button" href="/lead/submission">
          {t('submission-action')}
        </Link>
      </section>
    </>
  );
}
