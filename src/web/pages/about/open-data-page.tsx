import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { Sections } from './sections';

const files = ['results.csv', 'results.json', 'dictionary.json'] as const;

/** Where the published results across cases can be had, and what a number that is withheld means. */
export default function OpenDataPage() {
  const { t } = useTranslation('about', { keyPrefix: 'open-data' });
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <ul className="links">
        {files.map((file) => (
          <li key={file}>
            <a href={`/api/v1/open-data/${file}`}>{t(`files.${file.replace('.', '-')}`)}</a>
          </li>
        ))}
      </ul>
      <Sections of="open-data" />
    </Page>
  );
}
