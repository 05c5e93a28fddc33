import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskApi } from '../../desk/use-desk-api';
import { AlertList } from './alert-list';
import { ApprovalTable } from './approval-table';
import { ChecksUnderWay } from './checks-under-way';
import { DeskPage } from './desk-page';
import { DueTable } from './due-table';
import { WithFollowed } from './parts/with-followed';

/** Rows of the list of what waits; the rest is on the page of approvals. */
const rowsAtOnce = 10;

/** Milliseconds after which everything here is asked for again: others work, and time goes on. */
const often = 15_000;

/** What needs somebody today: what is wrong, what waits for whoever looks, what is due, and the checks under way. */
export default function TodayPage() {
  const { t } = useTranslation('desk', { keyPrefix: 'today' });
  return (
    <DeskPage heading={t('heading')}>
      <Wrong />
      <ApprovalTable
        caption={t('approvals')}
        empty={t('no-approvals')}
        isWaiting
        rows={rowsAtOnce}
        every={often}
      />
      <DueTable every={often} />
      <ChecksUnderWay every={often} />
    </DeskPage>
  );
}

function Wrong() {
  const api = useDeskApi();
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/staff/alerts')), [api]);
  return (
    <WithFollowed ask={ask} every={() => often}>
      {({ alerts }) => <AlertList alerts={alerts} />}
    </WithFollowed>
  );
}
