import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PublicCase } from './use-case';

const items = ['collector', 'purpose', 'categories', 'period', 'area', 'recipients', 'ways'] as const;

/** What Article 8 of the Personal Data Protection Act wants to be told before data are collected. */
export function PersonalDataNotice({ mode }: { readonly mode: PublicCase['mode'] }) {
  const { t } = useTranslation('cases', { keyPrefix: 'notice' });
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">{t('heading')}</h2>
      <p>{t('law')}</p>
      <dl className="terms">
        {items.map((item) => (
          <div key={item}>
            <dt>{t(`${item}.name`)}</dt>
            <dd>{item === 'recipients' ? t(`recipients.${mode}`) : t(`${item}.text`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('rights.name')}</dt>
          <dd>
            <Trans t={t} i18nKey="rights.text" components={{ own: <Link href="/co-signatures" /> }} />
          </dd>
        </div>
        <div>
          <dt>{t('refusal.name')}</dt>
          <dd>{t('refusal.text')}</dd>
        </div>
      </dl>
    </section>
  );
}
