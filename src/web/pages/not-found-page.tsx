import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page';

/** No page at this address. */
export default function NotFoundPage() {
  const { t } = useTranslation('frame');
  return (
    <Page heading={t('not-found.heading')}>
      <p>{t('not-found.what-to-do')}</p>
      <p>
        <Link href="/">{t('not-found.home')}</Link>
      </p>
    </Page>
  );
}
