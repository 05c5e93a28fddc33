import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../../api/client';
import { DataTable } from '../parts/data-table';

type RejectedRow = ApiSchemas['RejectedRowsMembers']['rows'][number];

/** Rows of one page of the table. */
const rowsOfPage = 20;

/** The lines of a file that are at fault, each with its reason; nothing of what stands in them. */
export function RejectedRows({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.rejected' });
  const [shown, setShown] = useState(rowsOfPage);
  return (
    <>
      <DataTable
        caption={t('caption', { count: rows.length })}
        empty=""
        rows={rows.slice(0, shown)}
        rowKey={({ fileLine, reason }) => `${String(fileLine)} ${reason}`}
        columns={[
          {
            name: 'file-line',
            heading: t('file-line'),
            kind: 'row-heading',
            cell: ({ fileLine }) => String(fileLine),
          },
          {
            name: 'place',
            heading: t('place'),
            cell: ({ page, line }) =>
              page === undefined ? t('no-place') : t('page-line', { page, line: line ?? '?' }),
          },
          { name: 'reason', heading: t('reason'), cell: ({ message }) => message },
        ]}
      />
      {shown < rows.length ? (
        <button type="button" className="button" onClick={() => setShown(shown + rowsOfPage)}>
          {t('more')}
        </button>
      ) : null}
    </>
  );
}
