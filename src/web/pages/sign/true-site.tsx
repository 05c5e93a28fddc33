import { Trans, useTranslation } from 'react-i18next';
import { addressIn, type Language } from '../../language';

/** How to know the true site, before anything is signed. Opens beside this page, which would forget the number otherwise. */
export function TrueSite({ origin }: { readonly origin: string }) {
  const { t, i18n } = useTranslation('sign', { keyPrefix: 'statement.true-site' });
  const page = addressIn(i18n.language as Language, '/true-site');
  return (
    <section className="notice" aria-labelledby="true-site">
      <h2 id="true-site">{t('heading')}</h2>
      <p>
        <Trans t={t} i18nKey="address" components={{ origin: <code>{origin}</code> }} />
      </p>
      <p>
        <Trans t={t} i18nKey="pin" components={{ more: <a href={page} target="_blank" rel="noopener" /> }} />
      </p>
    </section>
  );
}
