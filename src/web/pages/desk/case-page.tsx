import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDeskApi } from '../../desk/use-desk-api';
import type { PageProps } from '../../parts/page';
import { ApprovalTable } from './approval-table';
import { CaseFacts } from './case-facts';
import { CaseSteps } from './case-steps';
import { DeskPage } from './desk-page';
import { RequestsTold } from './parts/request-form';
import { WithAnswer } from './parts/with-answer';

const requestsAtOnce = 10;

/** A case: what is registered, how it stands, the steps that can be taken or asked for, and the requests about it. */
export default function CasePage({ params }: PageProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'case' });
  const number = params.caseNumber ?? '';
  return (
    <DeskPage
      heading={t('heading', { number })}
      caseNumber={number}
      above={<Link href="/staff/cases">{t('back')}</Link>}
    >
      <Shown number={number} />
    </DeskPage>
  );
}

function Shown({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'case' });
  const api = useDeskApi();
  const [requests, setRequests] = useState(0);
  const ask = useCallback(
    () =>
      api.ask((client) =>
        client.GET('/api/v1/staff/cases/{caseNumber}', { params: { path: { caseNumber: number } } }),
      ),
    [api, number],
  );
  return (
    <WithAnswer ask={ask}>
      {(referendum, askAgain) => (
        <>
          <CaseFacts referendum={referendum} />
          <RequestsTold value={() => setRequests(requests + 1)}>
            <CaseSteps referendum={referendum} changed={askAgain} />
          </RequestsTold>
          <ApprovalTable
            key={requests}
            caption={t('requests')}
            empty={t('no-requests')}
            caseNumber={referendum.number}
            rows={requestsAtOnce}
          />
        </>
      )}
    </WithAnswer>
  );
}
