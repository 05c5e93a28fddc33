import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../../api/refusal';
import type { Pages } from '../../../desk/use-pages';
import { Loading, Refused } from '../../../parts/asked';
import { DataTable } from './data-table';

interface PagedTableProps<Row> extends Omit<ComponentProps<typeof DataTable<Row>>, 'rows'> {
  readonly pages: Pages<Row>;
}

/** A {@link DataTable} of one page of a list, with the way to the pages before and after. While another page comes, this one stays. */
export function PagedTable<Row>({ pages, ...table }: PagedTableProps<Row>) {
  const { t } = useTranslation('desk', { keyPrefix: 'paging' });
  const { answer, isAsking, askAgain, before, hasMore, back, forward } = pages;
  if (answer === undefined) return <Loading />;
  if (answer.kind !== 'answered')
    return <Refused texts="desk" refusal={refusalOf(answer)} again={askAgain} />;
  return (
    <>
      <DataTable {...table} rows={answer.data.rows} />
      {before === 0 && !hasMore ? null : (
        <nav className="paging no-print" aria-label={t('label', { caption: table.caption })}>
          <button type="button" className="button" disabled={before === 0 || isAsking} onClick={back}>
            {t('back')}
          </button>
          <span role="status">{t('page', { page: before + 1 })}</span>
          <button type="button" className="button" disabled={!hasMore || isAsking} onClick={forward}>
            {t('forward')}
          </button>
        </nav>
      )}
    </>
  );
}
