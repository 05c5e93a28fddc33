import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Moment } from '../about/moment';
import type { PublicCase } from './use-case';

/** That two people have paused the intake, since when and why. The days stay as they are. */
export function IntakePaused({ pause }: { readonly pause: NonNullable<PublicCase['intakePaused']> }) {
  const { t, i18n } = useTranslation('cases', { keyPrefix: 'paused' });
  const { since, reasonZhTW, reasonEn } = pause;
  return (
    <div className="notice">
      <p>
        <strong>{t('heading')}</strong>
      </p>
      <p>
        {t('since')} <Moment at={since} />
      </p>
      <p>{t('reason', { reason: i18n.language === 'en' ? reasonEn : reasonZhTW })}</p>
      <p>{t('what')}</p>
      <p>
        <Link href="/status">{t('status')}</Link>
      </p>
    </div>
  );
}
