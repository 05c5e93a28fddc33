import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../../desk/colleagues';
import type { StaffCase } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { usePages } from '../../desk/use-pages';
import { DeskPage } from './desk-page';
import type { Column } from './parts/data-table';
import { ChoiceField } from './parts/fields';
import { PagedTable } from './parts/paged-table';

const rowsOfPage = 50;

/** All cases, or all rehearsals. */
export default function CasesPage() {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'list' });
  return (
    <DeskPage heading={t('heading')}>
      <Cases />
    </DeskPage>
  );
}

function Cases() {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'list' });
  const api = useDeskApi();
  const mayRegister = useMay('registrar');
  const [which, setWhich] = useState<'real' | 'rehearsals'>('real');
  const rehearsals = which === 'rehearsals';
  const ask = useCallback(
    async (after: string | undefined) => {
      const query = { rehearsals, after, limit: rowsOfPage };
      const answer = await api.ask((client) => client.GET('/api/v1/staff/cases', { params: { query } }));
      if (answer.kind !== 'answered') return answer;
      return { kind: 'answered' as const, data: { rows: answer.data.cases, next: answer.data.next } };
    },
    [api, rehearsals],
  );
  return (
    <>
      {mayRegister ? (
        <p>
          <Link className="button primary" href="/staff/cases/new">
            {t('register')}
          </Link>
        </p>
      ) : null}
      <ChoiceField
        legend={t('which')}
        value={which}
        change={setWhich}
        options={[
          { value: 'real', label: t('real') },
          { value: 'rehearsals', label: t('rehearsals') },
        ]}
      />
      <PagedTable
        pages={usePages(ask)}
        caption={t(which)}
        columns={useColumns()}
        rowKey={({ number }) => number}
        empty={t('none')}
      />
    </>
  );
}

function useColumns(): readonly Column<StaffCase>[] {
  const { t } = useTranslation(['desk-cases', 'desk']);
  return [
    {
      name: 'number',
      heading: t('list.columns.number'),
      kind: 'row-heading',
      cell: ({ number }) => <Link href={`/staff/cases/${number}`}>{number}</Link>,
    },
    {
      name: 'main-text',
      heading: t('list.columns.main-text'),
      cell: ({ mainText }) => <span lang="zh-TW">{mainText}</span>,
    },
    { name: 'state', heading: t('list.columns.state'), cell: ({ state }) => t(`desk:states.${state}`) },
    {
      name: 'last-day',
      heading: t('list.columns.last-day'),
      cell: ({ rounds }) => rounds.at(-1)?.lastDay ?? t('desk:none'),
    },
  ];
}
