import { useTranslation } from 'react-i18next';
import { addressIn, type Language } from '../../language';

/** How to know the true site, before anything is signed. Opens beside this page, which would forget the number otherwise. */
export function TrueSite({ origin }: { readonly origin: string }) {
  const { t, i18n } = useTranslation('sign', { keyPrefix: 'statement.true-site' });
  return (
    <section className="notice" aria-labelledby="true-site">
      <h2 id="true-site">{t('heading')}</h2>
      <p>
        {t('address')} <code>{origin}</code>
      </p>
      <p>
        {t('pin')}{' '}
        <a href={addressIn(i18n.language as Language, '/true-site')} target="_blank" rel="noopener">
          {t('more')}
        </a>
      </p>
    </section>
  );
}
