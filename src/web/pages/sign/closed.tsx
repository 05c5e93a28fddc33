import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../parts/page';

/** Instead of a step, where one can't co-sign today. */
export function Closed({ number }: { readonly number: string }) {
  const { t } = useTranslation('sign');
  return (
    <Page heading={t('number.closed')}>
      <p>
        <Link href={`/cases/${number}`}>{t('number.to-case')}</Link>
      </p>
    </Page>
  );
}
