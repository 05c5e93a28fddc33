import { useTranslation } from 'react-i18next';
import { NotLoaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { CaseEntry } from './case-entry';
import { useCases } from './use-cases';

/** The rehearsals, apart from the real cases: what they are, and those that there are. */
export default function RehearsalsPage() {
  const { t } = useTranslation('cases');
  const rehearsals = useCases(true);
  if (rehearsals.kind !== 'loaded') return <NotLoaded answer={rehearsals} />;
  const { entries, more } = rehearsals.data;
  return (
    <Page heading={t('rehearsals.heading')}>
      <p>{t('rehearsals.what')}</p>
      {entries.length === 0 ? (
        <p>{t('rehearsals.none')}</p>
      ) : (
        <ul className="plain-list">
          {entries.map((entry) => (
            <CaseEntry key={entry.number} entry={entry} />
          ))}
        </ul>
      )}
      {more === undefined ? null : (
        <button type="button" className="button" onClick={more}>
          {t('more')}
        </button>
      )}
    </Page>
  );
}
