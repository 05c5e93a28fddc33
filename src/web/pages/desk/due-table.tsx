import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiSchemas } from '../../api/client';
import { useDeskApi } from '../../desk/use-desk-api';
import { type Column, DataTable } from './parts/data-table';
import { WithFollowed } from './parts/with-followed';
import { DaysLeft } from './parts/words';

type Due = ApiSchemas['DueView'];

/** The limits of the law that run, what is due first in front; those of rehearsals behind a choice. Asked for again after so many milliseconds. */
export function DueTable({ every }: { readonly every: number }) {
  const { t } = useTranslation('desk', { keyPrefix: 'due' });
  const api = useDeskApi();
  const [rehearsals, setRehearsals] = useState(false);
  const ask = useCallback(
    () => api.ask((client) => client.GET('/api/v1/staff/due', { params: { query: { rehearsals } } })),
    [api, rehearsals],
  );
  const columns = useColumns();
  return (
    <>
      <WithFollowed ask={ask} every={() => every}>
        {({ due }) => (
          <DataTable
            caption={t(rehearsals ? 'of-rehearsals' : 'caption')}
            columns={columns}
            rows={due}
            rowKey={(each) => `${each.case} ${each.limit}`}
            empty={t('none')}
          />
        )}
      </WithFollowed>
      <label className="choice no-print">
        <input
          type="checkbox"
          checked={rehearsals}
          onChange={({ target }) => setRehearsals(target.checked)}
        />
        {t('show-rehearsals')}
      </label>
    </>
  );
}

function useColumns(): readonly Column<Due>[] {
  const { t } = useTranslation('desk', { keyPrefix: 'due' });
  return [
    {
      name: 'case',
      heading: t('columns.case'),
      kind: 'row-heading',
      cell: (each) => <Link href={`/staff/cases/${each.case}`}>{each.case}</Link>,
    },
    { name: 'limit', heading: t('columns.limit'), cell: ({ limit }) => t(`limits.${limit}`) },
    { name: 'days', heading: t('columns.days'), cell: (each) => <DaysLeft {...each} /> },
    { name: 'article', heading: t('columns.article'), cell: ({ article }) => <Articles of={article} /> },
  ];
}

/** The articles that a limit rests on, such as `REG 8, RULES 9`, by the names of the laws. */
function Articles({ of }: { readonly of: string }) {
  const { t } = useTranslation('desk', { keyPrefix: 'due.laws' });
  return of.split(', ').map((article) => {
    const [law = '', number] = article.split(' ');
    return <div key={article}>{t(law, { number })}</div>;
  });
}
