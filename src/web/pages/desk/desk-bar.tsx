import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useMe } from '../../desk/colleagues';
import { deskSession } from '../../desk/desk-session';
import { placeOf, places } from '../../desk/navigation';
import { useDeskApi } from '../../desk/use-desk-api';
import { taipeiTime } from '../../parts/time-text';

/** The places of the desk, who has signed in and until when, and the way out. */
export function DeskBar({ expiresAt }: { readonly expiresAt: Date }) {
  const { t } = useTranslation('desk', { keyPrefix: 'bar' });
  const [path] = useLocation();
  const api = useDeskApi();
  const me = useMe();
  const here = placeOf(path);
  const signOut = (): void => {
    // The token is gone here in any case; that the server forgets it too is for a copy of it.
    void api.signOut().finally(() => deskSession.end('signed-out'));
  };
  const mine = places.filter(({ roles }) => roles?.some((role) => me.roles.includes(role)) ?? true);
  return (
    <div className="desk-bar no-print">
      <nav aria-label={t('label')}>
        <ul>
          {mine.map(({ name, href }) => (
            <li key={name}>
              <Link href={href} aria-current={name === here ? 'page' : undefined}>
                {t(`places.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <span className="small muted">{t('who', { name: me.name, time: taipeiTime(expiresAt) })}</span>
        <button type="button" className="link-button" onClick={signOut}>
          {t('sign-out')}
        </button>
      </p>
    </div>
  );
}
