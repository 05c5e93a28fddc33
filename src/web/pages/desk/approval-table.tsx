import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNameOf } from '../../desk/colleagues';
import type { Approval } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { usePages } from '../../desk/use-pages';
import { ApprovalState } from './approval-state';
import type { Column } from './parts/data-table';
import { PagedTable } from './parts/paged-table';
import { Moment } from './parts/words';

interface ApprovalTableProps {
  readonly caption: string;
  readonly empty: string;
  /** Only those that wait for whoever looks. */
  readonly isWaiting?: boolean;
  /** Only those on this case. */
  readonly caseNumber?: string;
  /** Rows of one page, 100 at most. */
  readonly rows: number;
  /** Milliseconds after which it is asked for again; once where not given. */
  readonly every?: number;
}

/** Requests, the latest first, each with the way to it. */
export function ApprovalTable({
  caption,
  empty,
  isWaiting = false,
  caseNumber,
  rows,
  every,
}: ApprovalTableProps) {
  const { t } = useTranslation('desk');
  const api = useDeskApi();
  const nameOf = useNameOf();
  const ask = useCallback(
    async (before: string | undefined) => {
      const query = { before, case: caseNumber, waiting: isWaiting ? true : undefined, limit: rows };
      const answer = await api.ask((client) => client.GET('/api/v1/staff/requests', { params: { query } }));
      if (answer.kind !== 'answered') return answer;
      return { kind: 'answered' as const, data: { rows: answer.data.requests, next: answer.data.next } };
    },
    [api, isWaiting, caseNumber, rows],
  );
  const columns: readonly Column<Approval>[] = [
    {
      name: 'action',
      heading: t('approvals.columns.action'),
      kind: 'row-heading',
      cell: ({ id, action }) => (
        <Link href={`/staff/approvals/${id}`}>{t(`actions.${action}.name`, { defaultValue: action })}</Link>
      ),
    },
    {
      name: 'case',
      heading: t('approvals.columns.case'),
      cell: (each) => (each.case === undefined ? t('none') : each.case),
    },
    {
      name: 'by',
      heading: t('approvals.columns.by'),
      cell: ({ requestedBy, requestedAt }) => (
        <>
          {nameOf(requestedBy)}
          <br />
          <span className="small muted">
            <Moment at={requestedAt} />
          </span>
        </>
      ),
    },
    {
      name: 'state',
      heading: t('approvals.columns.state'),
      cell: (each) => <ApprovalState request={each} />,
    },
  ];
  return (
    <PagedTable
      pages={usePages(ask, every)}
      caption={caption}
      empty={empty}
      columns={columns}
      rowKey={({ id }) => id}
    />
  );
}
