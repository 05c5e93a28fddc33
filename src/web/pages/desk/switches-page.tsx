import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiSchemas } from '../../api/client';
import { useMay } from '../../desk/colleagues';
import { useDeskApi } from '../../desk/use-desk-api';
import { DeskPage } from './desk-page';
import { type Column, DataTable } from './parts/data-table';
import { WithAnswer } from './parts/with-answer';
import { Moment } from './parts/words';
import { SwitchForm } from './switch-form';

type Switch = ApiSchemas['SwitchView'];
const names = ['intake-paused', 'read-only'] as const;

/** What two people switch off while the platform runs: what is off now, and the forms to ask for a change. */
export default function SwitchesPage() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'switches' });
  return (
    <DeskPage heading={t('heading')}>
      <p>{t('what')}</p>
      <Switches />
    </DeskPage>
  );
}

function Switches() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'switches' });
  const api = useDeskApi();
  const mayAsk = useMay('registrar');
  const columns: readonly Column<Switch>[] = [
    { name: 'name', heading: t('columns.name'), kind: 'row-heading', cell: ({ name }) => t(`names.${name}`) },
    {
      name: 'case',
      heading: t('columns.case'),
      cell: (each) =>
        each.case === undefined ? (
          t('all-cases')
        ) : (
          <Link href={`/staff/cases/${each.case}`}>{each.case}</Link>
        ),
    },
    { name: 'since', heading: t('columns.since'), cell: ({ since }) => <Moment at={since} /> },
    {
      name: 'reason',
      heading: t('columns.reason'),
      cell: ({ reasonZhTW }) => <span lang="zh-TW">{reasonZhTW}</span>,
    },
  ];
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/status')), [api]);
  return (
    <WithAnswer ask={ask}>
      {({ switches }) => (
        <>
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={switches}
            rowKey={(each) => `${each.name} ${each.case ?? ''}`}
            empty={t('none')}
          />
          {mayAsk
            ? names.map((name) => {
                const isOn = switches.some((each) => each.name === name && each.case === undefined);
                return (
                  <section key={name} className="desk-form" aria-labelledby={name}>
                    <h2 id={name}>{t(`names.${name}`)}</h2>
                    <p>{t(`explained.${name}`)}</p>
                    <SwitchForm
                      isOn={isOn}
                      turn={(change) => {
                        const body = { name, ...change };
                        return api.ask((client) => client.POST('/api/v1/staff/switches', { body }));
                      }}
                    />
                  </section>
                );
              })
            : null}
          <p>{t('one-case')}</p>
        </>
      )}
    </WithAnswer>
  );
}
