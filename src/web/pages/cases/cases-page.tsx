import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

/** The cases that collect co-signatures. */
export default function CasesPage() {
  const { t } = useTranslation('cases');
  return (
    <Page heading={t('heading')}>
      <p>{t('none')}</p>
    </Page>
  );
}
