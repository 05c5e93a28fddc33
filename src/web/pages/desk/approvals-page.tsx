import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovalTable } from './approval-table';
import { DeskPage } from './desk-page';
import { ChoiceField } from './parts/fields';

/** Rows of one page. */
const rowsOfPage = 25;

/** Every request that takes two people, or those that wait for whoever looks. */
export default function ApprovalsPage() {
  const { t } = useTranslation('desk', { keyPrefix: 'approvals' });
  return (
    <DeskPage heading={t('heading')}>
      <p>{t('what')}</p>
      <Requests />
    </DeskPage>
  );
}

function Requests() {
  const { t } = useTranslation('desk', { keyPrefix: 'approvals' });
  const [which, setWhich] = useState<'waiting' | 'all'>('waiting');
  return (
    <>
      <ChoiceField
        legend={t('which')}
        value={which}
        change={setWhich}
        options={[
          { value: 'waiting', label: t('waiting') },
          { value: 'all', label: t('all') },
        ]}
      />
      <ApprovalTable
        caption={t(which)}
        empty={t(`none.${which}`)}
        isWaiting={which === 'waiting'}
        rows={rowsOfPage}
      />
    </>
  );
}
