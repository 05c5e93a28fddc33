import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckApi } from '../../../desk/use-check-api';
import type { PageProps } from '../../../parts/page';
import { ApprovalTable } from '../approval-table';
import { WithFollowed } from '../parts/with-followed';
import { BatchState } from './batch-state';
import { CaseWorkPage } from './case-work-page';
import { StartCheck } from './start-check';
import { isInCheck, isSubmitted } from './stage';

/** The batch of a case: its start by two people, its progress, and what comes next. */
export default function CheckPage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="check">
      <Stage caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

interface OfCase {
  readonly caseNumber: string;
}

/** Others move the case. */
const often = (): number => 5_000;

function Stage({ caseNumber }: OfCase) {
  const { t } = useTranslation('check', { keyPrefix: 'check' });
  const api = useCheckApi(caseNumber);
  return (
    <WithFollowed ask={useCallback(() => api.referendum(), [api])} every={often}>
      {({ state }) => (
        <>
          {isInCheck(state) ? <BatchState caseNumber={caseNumber} /> : null}
          {state === 'submitted' ? <StartCheck caseNumber={caseNumber} /> : null}
          {isSubmitted(state) ? null : <p className="notice">{t('not-submitted')}</p>}
          <ApprovalTable
            key={state}
            caption={t('requests')}
            empty={t('no-requests')}
            caseNumber={caseNumber}
            rows={5}
          />
        </>
      )}
    </WithFollowed>
  );
}
