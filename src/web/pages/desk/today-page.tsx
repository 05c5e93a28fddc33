import { useTranslation } from 'react-i18next';
import { ApprovalTable } from './approvals-page';
import { DeskPage } from './desk-page';

/** What waits for whoever looks. */
export default function TodayPage() {
  const { t } = useTranslation('desk', { keyPrefix: 'today' });
  return (
    <DeskPage heading={t('heading')}>
      <ApprovalTable caption={t('approvals')} empty={t('no-approvals')} isWaiting rows={10} />
    </DeskPage>
  );
}
