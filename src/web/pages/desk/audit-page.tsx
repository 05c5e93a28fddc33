import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type AuditEvent, type AuditFilter, auditPage, everything } from '../../desk/audit-search';
import { useNameOf } from '../../desk/colleagues';
import { useDeskApi } from '../../desk/use-desk-api';
import { usePages } from '../../desk/use-pages';
import { AuditExport } from './audit-export';
import { AuditFilterForm } from './audit-filter-form';
import { DeskPage } from './desk-page';
import type { Column } from './parts/data-table';
import { PagedTable } from './parts/paged-table';
import { Moment } from './parts/words';

const rowsOfPage = 50;

/** The audit log for auditors: filtered, page by page, and as files. */
export default function AuditPage() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  return (
    <DeskPage heading={t('heading')} roles={['auditor']}>
      <p>{t('what')}</p>
      <Log />
    </DeskPage>
  );
}

function Log() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  const api = useDeskApi();
  const [filter, setFilter] = useState<AuditFilter>(everything);
  const pages = usePages(
    useCallback((place: string | undefined) => auditPage(api, filter, place, rowsOfPage), [api, filter]),
  );
  return (
    <>
      <AuditFilterForm apply={setFilter} />
      <PagedTable
        pages={pages}
        caption={t('caption')}
        columns={useColumns()}
        rowKey={({ seq }) => seq}
        empty={t('none')}
      />
      <AuditExport filter={filter} />
    </>
  );
}

function useColumns(): readonly Column<AuditEvent>[] {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  return [
    { name: 'seq', heading: t('columns.seq'), kind: 'row-heading', cell: ({ seq }) => seq },
    { name: 'at', heading: t('columns.at'), cell: ({ at }) => <Moment at={at} /> },
    { name: 'actor', heading: t('columns.actor'), cell: ({ actor }) => <Actor actor={actor} /> },
    { name: 'action', heading: t('columns.action'), cell: ({ action }) => <Action action={action} /> },
    {
      name: 'case',
      heading: t('columns.case'),
      cell: (event) =>
        event.case === null ? null : <Link href={`/staff/cases/${event.case}`}>{event.case}</Link>,
    },
    { name: 'details', heading: t('columns.details'), cell: (event) => <Details event={event} /> },
  ];
}

/** What happened, in words, and its name in the log. A log of a later version may have kinds that these texts don't know. */
function Action({ action }: Pick<AuditEvent, 'action'>) {
  const { t, i18n } = useTranslation('audit-events');
  return (
    <>
      {i18n.exists(`audit-events:${action}`) ? t(action) : null}
      <br />
      <code className="small muted">{action}</code>
    </>
  );
}

function Actor({ actor }: Pick<AuditEvent, 'actor'>) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit.actors' });
  const nameOf = useNameOf();
  return actor.startsWith('staff:') ? nameOf(actor.slice('staff:'.length)) : t(actor);
}

function Details({ event: { details, hash } }: { readonly event: AuditEvent }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  return (
    <details>
      <summary>{t('show')}</summary>
      <pre className="raw">{JSON.stringify({ ...details, hash }, undefined, 1)}</pre>
    </details>
  );
}
