import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { useSite } from '../../site';
import { Sections } from './sections';

/** Where to report a vulnerability, and what is promised to those who do. */
export default function VulnerabilitiesPage() {
  const { t } = useTranslation('about', { keyPrefix: 'vulnerabilities' });
  const { t: about } = useTranslation('about');
  const { security } = useSite().contacts;
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      {security === undefined ? (
        <p>{about('contact.none')}</p>
      ) : (
        <dl className="facts">
          <dt>{about('contact.email')}</dt>
          <dd>
            <a href={`mailto:${security}`}>{security}</a>
          </dd>
          <dt>{t('file')}</dt>
          <dd>
            <a href="/.well-known/security.txt">security.txt</a>
          </dd>
        </dl>
      )}
      <Sections of="vulnerabilities" />
    </Page>
  );
}
