import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../parts/page';
import { Contact } from './contact';
import { Sections } from './sections';

/** What the personal-data law wants to be told, for each role. */
export default function PrivacyPage() {
  const { t } = useTranslation('about', { keyPrefix: 'privacy' });
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <Sections of="privacy" />
      <p>
        <Trans t={t} i18nKey="own" components={{ own: <Link href="/co-signatures" /> }} />
      </p>
      <Contact about="privacy" />
    </Page>
  );
}
