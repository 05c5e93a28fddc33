import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../parts/page';
import { RemedyForm } from '../remedy/remedy-form';

const steps = ['stop', 'see', 'tell', 'police'] as const;
const honest = ['cannot', 'recorded', 'fake-site'] as const;

/** What to do where somebody else used one's card, with the form that reports it. */
export default function MisusePage() {
  const { t } = useTranslation('misuse');
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <ol className="numbered">
        {steps.map((step) => (
          <li key={step}>
            <h2>{t(`steps.${step}.name`)}</h2>
            <p>
              <Trans
                t={t}
                i18nKey={`steps.${step}.text`}
                components={{ own: <Link href="/co-signatures" /> }}
              />
            </p>
            {step === 'stop' ? (
              <p>
                <a href="https://moica.nat.gov.tw/" target="_blank" rel="noopener">
                  {t('steps.stop.link')}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      <section aria-labelledby="report">
        <h2 id="report">{t('report.heading')}</h2>
        <RemedyForm kind="misuse" />
      </section>
      <section aria-labelledby="honest">
        <h2 id="honest">{t('honest.heading')}</h2>
        <ul>
          {honest.map((each) => (
            <li key={each}>{t(`honest.${each}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
