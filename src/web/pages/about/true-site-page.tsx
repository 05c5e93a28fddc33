import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../parts/page';
import { useSite } from '../../site';
import { Sections } from './sections';

/** How to know the true site, and what a false one could do. */
export default function TrueSitePage() {
  const { t } = useTranslation('about', { keyPrefix: 'true-site' });
  const { origin } = useSite();
  return (
    <Page heading={t('heading')}>
      <p>{t('address')}</p>
      <p className="address">
        <code>{origin}</code>
      </p>
      <p>{t('address-what')}</p>
      <Sections of="true-site" />
      <p>
        <Trans t={t} i18nKey="misuse" components={{ misuse: <Link href="/misuse" /> }} />
      </p>
    </Page>
  );
}
