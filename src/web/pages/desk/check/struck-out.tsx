import { useTranslation } from 'react-i18next';
import type { Check } from '../../../desk/check-api';
import { DataTable } from '../parts/data-table';
import { Count } from '../parts/words';

/** A code of the list of those that don't count, with how many. */
interface Row {
  readonly code: string;
  readonly electronic: number | undefined;
  readonly paper: number | undefined;
}

/** The count as it stands, once every record has a verdict: exact numbers by code, for staff alone. */
export function StruckOut({ check: { electronic, paper } }: { readonly check: Check }) {
  const { t } = useTranslation('check', { keyPrefix: 'counts' });
  if (electronic === undefined || paper === undefined) return null;
  const codes = [...new Set([...Object.keys(electronic.struckOut), ...Object.keys(paper.struckOut)])].sort();
  const rows: readonly Row[] = [
    { code: 'submitted', electronic: electronic.submitted, paper: paper.submitted },
    { code: 'valid', electronic: electronic.valid, paper: paper.valid },
    ...codes.map((code) => ({ code, electronic: electronic.struckOut[code], paper: paper.struckOut[code] })),
  ];
  const number = (count: number | undefined) => <Count count={count ?? 0} />;
  return (
    <>
      <DataTable<Row>
        caption={t('caption')}
        empty=""
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            name: 'what',
            heading: t('what'),
            kind: 'row-heading',
            cell: ({ code }) => t(`rows.${code}`, { defaultValue: code }),
          },
          {
            name: 'electronic',
            heading: t('electronic'),
            kind: 'number',
            cell: (row) => number(row.electronic),
          },
          { name: 'paper', heading: t('paper'), kind: 'number', cell: (row) => number(row.paper) },
        ]}
      />
      <p className="small muted">{t('for-staff')}</p>
    </>
  );
}
