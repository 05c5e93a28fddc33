import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiSchemas } from '../../api/client';
import { useDayText } from '../../parts/day';

/** A case in the list: its main text, which leads to it, and what a person chooses by. Never how many have co-signed. */
export function CaseEntry({ entry }: { readonly entry: ApiSchemas['PublicCaseEntryView'] }) {
  const { t } = useTranslation('cases');
  const facts = [
    ...useWhen(entry),
    t(entry.rehearsal ? 'rehearsal-number' : 'number', { number: entry.number }),
    entry.leadName === '' ? t('lead-unnamed') : t('lead', { name: entry.leadName }),
  ];
  return (
    <li>
      <Link className="entry" lang="zh-TW" href={`/cases/${entry.number}`}>
        {entry.mainText}
      </Link>
      <ul className="facts-line muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </li>
  );
}

/** Until when one can co-sign, from when, or that it is over. */
function useWhen({
  state,
  daysLeft,
  firstDay,
  lastDay,
}: ApiSchemas['PublicCaseEntryView']): readonly string[] {
  const { t } = useTranslation('cases');
  const day = useDayText();
  if (daysLeft !== undefined)
    return [
      t('until', { day: day(lastDay) }),
      daysLeft === 1 ? t('last-day') : t('days-left', { count: daysLeft }),
    ];
  return [state === 'collecting' ? t('from', { day: day(firstDay) }) : t(`state.${state}`)];
}
