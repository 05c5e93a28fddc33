import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurgePlan } from '../../../desk/check-api';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { Day } from '../../../parts/day';
import type { PageProps } from '../../../parts/page';
import { RequestForm } from '../parts/request-form';
import { WithAnswer } from '../parts/with-answer';
import { Count } from '../parts/words';
import { CaseWorkPage } from './case-work-page';

/** The purge of a closed case: what it would destroy and from which day on, before anybody is asked. */
export default function PurgePage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="purge">
      <Purge caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

function Purge({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'purge' });
  const api = useCheckApi(caseNumber);
  const mayRead = useMay('verifier');
  const ask = useCallback(() => api.purgePlan(), [api]);
  if (!mayRead) return <p>{t('verifier-asks')}</p>;
  return (
    <>
      <p>{t('what')}</p>
      <WithAnswer ask={ask}>
        {(plan) => (
          <>
            <Plan plan={plan} />
            <RequestForm isGrave action={t('action')} ask={() => api.request({ action: 'purge' })}>
              <p>{t('stays')}</p>
            </RequestForm>
          </>
        )}
      </WithAnswer>
    </>
  );
}

/** The dry run. */
function Plan({
  plan: { closedOn, announcedOn, dueOn, onHold, rosterRows, files },
}: {
  readonly plan: PurgePlan;
}) {
  const { t } = useTranslation('check', { keyPrefix: 'purge' });
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t('plan')}</h2>
      <dl className="facts">
        <dt>{t('closed')}</dt>
        <dd>
          <Day day={closedOn} />
        </dd>
        <dt>{t('announced')}</dt>
        <dd>{announcedOn === undefined ? t('not-announced') : <Day day={announcedOn} />}</dd>
        <dt>{t('due')}</dt>
        <dd>
          <Day day={dueOn} />
        </dd>
        <dt>{t('hold')}</dt>
        <dd>{t(onHold ? 'on-hold' : 'no-hold')}</dd>
        <dt>{t('roster-rows')}</dt>
        <dd>
          <Count count={rosterRows} />
        </dd>
        <dt>{t('files')}</dt>
        <dd>
          <Count count={files} />
        </dd>
      </dl>
    </section>
  );
}
