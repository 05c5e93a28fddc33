import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { RemedyForm } from './remedy-form';

/** Objects to one's own co-signature being struck out. */
export default function ObjectionPage() {
  const { t } = useTranslation('remedy');
  return (
    <Page heading={t('objection.heading')}>
      <p>{t('objection.intro')}</p>
      <p>{t('objection.limits')}</p>
      <noscript>
        <p className="notice">{t('no-script')}</p>
      </noscript>
      <RemedyForm kind="objection" />
    </Page>
  );
}
