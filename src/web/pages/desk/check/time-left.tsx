import { useTranslation } from 'react-i18next';

/** How long something still takes, in the greatest unit that says something. */
export function TimeLeft({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('check', { keyPrefix: 'batch' });
  if (seconds < 60) return t('left-under-a-minute');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? t('left-minutes', { count: minutes })
    : t('left-hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
