import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiSchemas } from '../../api/client';
import { Moment } from './parts/words';

type Alert = ApiSchemas['AlertView'];

/** What is wrong, and what to do about each. */
export function AlertList({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t } = useTranslation('desk', { keyPrefix: 'alerts' });
  if (alerts.length === 0)
    return (
      <div className="notice done">
        <p>{t('none')}</p>
      </div>
    );
  return (
    <section className="notice wrong" aria-labelledby="alerts">
      <h2 id="alerts">{t('heading', { count: alerts.length })}</h2>
      <ul className="alerts">
        {alerts.map((alert) => (
          <li key={`${alert.alert} ${alert.case ?? ''} ${alert.about ?? ''}`}>
            <One alert={alert} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation('desk', { keyPrefix: 'alerts' });
  const { alert: name, about, since } = alert;
  return (
    <>
      <strong>{t(`${name}.happened`)}</strong>{' '}
      {alert.case === undefined ? null : <Link href={`/staff/cases/${alert.case}`}>{alert.case}</Link>}
      {about === undefined ? null : <span className="breakable">{about}</span>}{' '}
      {since === undefined ? null : (
        <span className="small muted">
          {t('since')} <Moment at={since} />
        </span>
      )}
      <br />
      {t(`${name}.next`)}
    </>
  );
}
