import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperDifference } from '../../../desk/check-api';
import { useMay, useNameOf } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { usePages } from '../../../desk/use-pages';
import { PagedTable } from '../parts/paged-table';
import { StatusWord } from '../parts/words';
import { DifferenceForm } from './difference-form';

/** Rows of one page. */
const rowsOfPage = 25;

interface PaperDifferencesProps {
  readonly caseNumber: string;
  readonly found: number;
  readonly open: number;
  readonly changed: () => void;
}

/** The rows on which the two entries disagree. Choosing one opens it below; once it is settled, the next open one of the page follows. */
export function PaperDifferences({ caseNumber, found, open, changed }: PaperDifferencesProps) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.differences' });
  const api = useCheckApi(caseNumber);
  const ask = useCallback(
    async (after: string | undefined) => {
      const answer = await api.differences(after, rowsOfPage);
      if (answer.kind !== 'answered') return answer;
      return {
        kind: 'answered' as const,
        data: { rows: answer.data.differences, next: answer.data.next },
      };
    },
    [api],
  );
  const mayRead = useMay('verifier');
  if (found === 0) return <p>{t('none')}</p>;
  return (
    <section aria-labelledby="differences">
      <h2 id="differences" tabIndex={-1}>
        {t('heading')}
      </h2>
      <p>{open === 0 ? t('all-settled', { count: found }) : t('open', { count: open })}</p>
      {mayRead ? (
        <Rows caseNumber={caseNumber} ask={ask} changed={changed} />
      ) : (
        <p>{t('verifier-settles')}</p>
      )}
    </section>
  );
}

interface RowsProps extends Pick<PaperDifferencesProps, 'caseNumber' | 'changed'> {
  readonly ask: Parameters<typeof usePages<PaperDifference>>[0];
}

const keyOf = ({ page, line }: Pick<PaperDifference, 'page' | 'line'>): string =>
  `${String(page)}-${String(line)}`;

function Rows({ caseNumber, ask, changed }: RowsProps) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.differences' });
  const nameOf = useNameOf();
  const pages = usePages(ask);
  const [chosen, setChosen] = useState<string>();
  const rows = pages.answer?.kind === 'answered' ? pages.answer.data.rows : [];
  const opened = rows.find((row) => keyOf(row) === chosen);
  const settled = (row: PaperDifference): void => {
    const at = rows.findIndex((each) => keyOf(each) === keyOf(row));
    const isOpen = (each: PaperDifference): boolean => each.settledAs === undefined && each !== row;
    const next = rows.slice(at + 1).find(isOpen) ?? rows.find(isOpen);
    setChosen(next && keyOf(next));
    // With the last one its form goes: the keyboard stays at the table.
    if (next === undefined) document.getElementById('differences')?.focus();
    pages.askAgain();
    changed();
  };
  return (
    <>
      <PagedTable
        pages={pages}
        caption={t('caption')}
        empty={t('none')}
        rowKey={keyOf}
        columns={[
          {
            name: 'place',
            heading: t('place'),
            kind: 'row-heading',
            cell: (row) => (
              <button
                type="button"
                className="link-button"
                aria-expanded={keyOf(row) === chosen}
                onClick={() => setChosen(keyOf(row))}
              >
                {t('page-line', { page: row.page, line: row.line })}
              </button>
            ),
          },
          { name: 'kind', heading: t('differs'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            name: 'settled',
            heading: t('settled'),
            cell: ({ settledAs, settledBy }) =>
              settledAs === undefined ? (
                <StatusWord kind="waiting">{t('not-settled')}</StatusWord>
              ) : (
                <>
                  <StatusWord kind="done">{t(`as.${settledAs}`)}</StatusWord>
                  <br />
                  <span className="small muted">{settledBy === undefined ? null : nameOf(settledBy)}</span>
                </>
              ),
          },
        ]}
      />
      {opened === undefined ? null : (
        <DifferenceForm
          key={keyOf(opened)}
          caseNumber={caseNumber}
          difference={opened}
          settled={() => settled(opened)}
        />
      )}
    </>
  );
}
