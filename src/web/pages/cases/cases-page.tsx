import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiSchemas } from '../../api/client';
import { NotLoaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { CaseEntry } from './case-entry';
import { useCases } from './use-cases';

const needs = ['card', 'reader', 'program'] as const;
const links = [
  ['receipt', '/receipt'],
  ['own', '/co-signatures'],
  ['misuse', '/misuse'],
] as const;

/** The public cases, those that collect first, and what one needs to co-sign. */
export default function CasesPage() {
  const { t } = useTranslation('cases');
  const cases = useCases();
  if (cases.kind !== 'loaded') return <NotLoaded answer={cases} />;
  const { entries, more, asked } = cases.data;
  const collecting = entries.filter(({ daysLeft }) => daysLeft !== undefined);
  const others = entries.filter(({ daysLeft }) => daysLeft === undefined);
  return (
    <Page heading={t('heading')}>
      <section aria-labelledby="collecting">
        <h2 id="collecting">{t('collecting.heading')}</h2>
        {collecting.length === 0 ? <p>{t('collecting.none')}</p> : <Entries entries={collecting} />}
      </section>
      {others.length === 0 ? null : (
        <section aria-labelledby="others">
          <h2 id="others">{t('others.heading')}</h2>
          <Entries entries={others} />
        </section>
      )}
      {more === undefined ? null : (
        <>
          <button type="button" className="button" onClick={more} aria-disabled={asked === 'asking'}>
            {t('more')}
          </button>
          <p role="status">{asked === 'nothing' ? null : t(`more-${asked}`)}</p>
        </>
      )}
      <section aria-labelledby="need">
        <h2 id="need">{t('need.heading')}</h2>
        <ol>
          {needs.map((need) => (
            <li key={need}>{t(`need.${need}`)}</li>
          ))}
        </ol>
        <p className="muted">{t('need.phone')}</p>
      </section>
      <section aria-labelledby="co-signed">
        <h2 id="co-signed">{t('links.heading')}</h2>
        <ul className="links">
          {links.map(([name, href]) => (
            <li key={name}>
              <Link href={href}>{t(`links.${name}`)}</Link>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Entries({ entries }: { readonly entries: readonly ApiSchemas['PublicCaseEntryView'][] }) {
  return (
    <ul className="plain-list">
      {entries.map((entry) => (
        <CaseEntry key={entry.number} entry={entry} />
      ))}
    </ul>
  );
}
