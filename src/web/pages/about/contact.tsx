import { useTranslation } from 'react-i18next';
import { useSite } from '../../site';

/** Whom to turn to, or that this installation names nobody. */
export function Contact({ about }: { readonly about: 'privacy' | 'accessibility' }) {
  const { t } = useTranslation('about');
  const { email, phone } = useSite().contacts;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t(`${about}.contact`)}</h2>
      {email === undefined && phone === undefined ? (
        <p>{t('contact.none')}</p>
      ) : (
        <>
          <p>{t(`${about}.contact-what`)}</p>
          <dl className="facts">
            {email === undefined ? null : (
              <>
                <dt>{t('contact.email')}</dt>
                <dd>
                  <a href={`mailto:${email}`}>{email}</a>
                </dd>
              </>
            )}
            {phone === undefined ? null : (
              <>
                <dt>{t('contact.phone')}</dt>
                <dd>
                  <a href={`tel:${phone.replace(/[^+\d#]/g, '')}`}>{phone}</a>
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </section>
  );
}
