import { type ReactNode, useId } from 'react';

/** A column of a table. */
export interface Column<Row> {
  /** Tells it from the others. */
  readonly name: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** `row-heading` in the one column that says which row it is; `number` ends where the column does. */
  readonly kind?: 'row-heading' | 'number';
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** What is said instead where there is no row. */
  readonly empty: string;
}

/**
 * A table whose head stays while its rows are scrolled, by keyboard as well. On a telephone each row is a list; the roles are named, since a
 * table that is laid out as something else is none any more. It shows the rows that it is given: a long list comes in pages, by `PagedTable`.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  const id = useId();
  if (rows.length === 0)
    return (
      <div className="table-empty">
        <p>
          <strong>{caption}</strong>
        </p>
        <p className="muted">{empty}</p>
      </div>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table role="table">
        <caption id={id}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, heading, kind }) => (
              <th
                key={name}
                scope="col"
                role="columnheader"
                className={kind === 'number' ? 'number' : undefined}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ name, heading, cell, kind }) =>
                kind === 'row-heading' ? (
                  <th key={name} scope="row" role="rowheader" data-heading={heading}>
                    <div>{cell(row)}</div>
                  </th>
                ) : (
                  <td key={name} role="cell" className={kind} data-heading={heading}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
