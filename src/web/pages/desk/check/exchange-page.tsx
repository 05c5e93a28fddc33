import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Check } from '../../../desk/check-api';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import type { PageProps } from '../../../parts/page';
import { RequestForm } from '../parts/request-form';
import { WithFollowed } from '../parts/with-followed';
import { AnswerForm } from './answer-form';
import { CaseWorkPage } from './case-work-page';
import { RosterFiles } from './roster-files';
import { followedCheck } from './stage';
import { StepProgress } from './step-progress';

/** The exchange with the Ministry of the Interior: the roster out, its answer in. */
export default function ExchangePage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="exchange">
      <Exchange caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

interface OfCase {
  readonly caseNumber: string;
}

function Exchange({ caseNumber }: OfCase) {
  const { t } = useTranslation('check', { keyPrefix: 'exchange' });
  const api = useCheckApi(caseNumber);
  const mayAsk = useMay('verifier');
  return (
    <WithFollowed ask={useCallback(() => api.check(), [api])} every={followedCheck}>
      {(check) => (
        <>
          <p>{t(`phase.${check.phase}`)}</p>
          <StepProgress check={check} />
          {mayAsk ? <Steps caseNumber={caseNumber} phase={check.phase} /> : <p>{t('verifier-asks')}</p>}
          {check.phase === 'answered' || check.phase === 'published' ? (
            <p>
              <Link href={`/staff/cases/${caseNumber}/result`}>{t('to-result')}</Link>
            </p>
          ) : null}
        </>
      )}
    </WithFollowed>
  );
}

function Steps({ caseNumber, phase }: OfCase & Pick<Check, 'phase'>) {
  const { t } = useTranslation('check', { keyPrefix: 'exchange' });
  const api = useCheckApi(caseNumber);
  if (phase === 'judging') return null;
  if (phase === 'judged')
    return (
      <section className="desk-form" aria-labelledby="send">
        <h2 id="send">{t('send.heading')}</h2>
        <p>{t('send.what')}</p>
        <RequestForm action={t('send.action')} ask={() => api.request({ action: 'send-roster' })} />
      </section>
    );
  return (
    <>
      <RosterFiles caseNumber={caseNumber} />
      {phase === 'sent' ? (
        <>
          <AnswerForm caseNumber={caseNumber} />
          <details>
            <summary>{t('send.again-summary')}</summary>
            <p>{t('send.again-what')}</p>
            <RequestForm action={t('send.again')} ask={() => api.request({ action: 'send-roster' })} />
          </details>
        </>
      ) : null}
    </>
  );
}
