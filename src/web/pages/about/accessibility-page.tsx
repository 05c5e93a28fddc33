import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { Contact } from './contact';
import { Sections } from './sections';

/** How far everybody can use these pages, and where to complain. */
export default function AccessibilityPage() {
  const { t } = useTranslation('about', { keyPrefix: 'accessibility' });
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <Sections of="accessibility" />
      <Contact about="accessibility" />
    </Page>
  );
}
