import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { StaffCase } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { useFollowed } from '../../desk/use-followed';
import { type Column, DataTable } from './parts/data-table';
import { WithFollowed } from './parts/with-followed';
import { StatusWord } from './parts/words';

/** The cases whose round is submitted or being checked, each with how its batch stands. Asked for again after so many milliseconds. */
export function ChecksUnderWay({ every }: { readonly every: number }) {
  const { t } = useTranslation('desk', { keyPrefix: 'checks' });
  const api = useDeskApi();
  const ask = useCallback(
    () => api.ask((client) => client.GET('/api/v1/staff/cases', { params: { query: { inCheck: true } } })),
    [api],
  );
  const columns: readonly Column<StaffCase>[] = [
    {
      name: 'case',
      heading: t('columns.case'),
      kind: 'row-heading',
      cell: ({ number }) => <Link href={`/staff/cases/${number}/check`}>{number}</Link>,
    },
    {
      name: 'state',
      heading: t('columns.state'),
      cell: ({ number, state }) =>
        state === 'submitted' ? t('not-started') : <Batch number={number} every={every} />,
    },
  ];
  return (
    <WithFollowed ask={ask} every={() => every}>
      {({ cases }) => (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={cases}
          rowKey={({ number }) => number}
          empty={t('none')}
        />
      )}
    </WithFollowed>
  );
}

function Batch({ number, every }: { readonly number: string; readonly every: number }) {
  const { t } = useTranslation('desk', { keyPrefix: 'checks' });
  const api = useDeskApi();
  const { data } = useFollowed(
    useCallback(
      () =>
        api.ask((client) =>
          client.GET('/api/v1/staff/cases/{caseNumber}/check', { params: { path: { caseNumber: number } } }),
        ),
      [api, number],
    ),
    () => every,
  );
  if (data === undefined) return null;
  const { phase, paused } = data;
  if (paused !== undefined) return <StatusWord kind="wrong">{t(`paused.${paused}`)}</StatusWord>;
  return <StatusWord kind={phase === 'published' ? 'done' : 'waiting'}>{t(`phases.${phase}`)}</StatusWord>;
}
