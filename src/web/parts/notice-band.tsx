import { useTranslation } from 'react-i18next';
import { useSite } from '../site';

/** Says on every page that this is a demo or a rehearsal; nothing on the real site. */
export function NoticeBand() {
  const { t } = useTranslation('frame', { keyPrefix: 'notice' });
  const { notice } = useSite();
  if (notice === undefined) return null;
  return (
    <aside className="drill notice-band" aria-label={t('label')}>
      <p className="frame">
        <span>{t(notice)}</span>
      </p>
    </aside>
  );
}
