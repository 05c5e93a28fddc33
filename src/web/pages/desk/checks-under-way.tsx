import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAsked } from '../../api/use-asked';
import type { StaffCase } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { type Column, DataTable } from './parts/data-table';
import { WithAnswer } from './parts/with-answer';
import { StatusWord } from './parts/words';

/** The cases whose round is submitted or being checked, each with how its batch stands. */
export function ChecksUnderWay() {
  const { t } = useTranslation('desk', { keyPrefix: 'checks' });
  const api = useDeskApi();
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/staff/cases')), [api]);
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
      cell: ({ number, state }) => (state === 'submitted' ? t('not-started') : <Batch number={number} />),
    },
  ];
  return (
    <WithAnswer ask={ask}>
      {({ cases }) => (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={cases.filter(({ state }) => state === 'submitted' || state === 'checking')}
          rowKey={({ number }) => number}
          empty={t('none')}
        />
      )}
    </WithAnswer>
  );
}

function Batch({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk', { keyPrefix: 'checks' });
  const api = useDeskApi();
  const { answer } = useAsked(
    useCallback(
      () =>
        api.ask((client) =>
          client.GET('/api/v1/staff/cases/{caseNumber}/check', { params: { path: { caseNumber: number } } }),
        ),
      [api, number],
    ),
  );
  if (answer?.kind !== 'answered') return null;
  const { phase, paused } = answer.data;
  if (paused !== undefined) return <StatusWord kind="wrong">{t(`paused.${paused}`)}</StatusWord>;
  return <StatusWord kind={phase === 'published' ? 'done' : 'waiting'}>{t(`phases.${phase}`)}</StatusWord>;
}
