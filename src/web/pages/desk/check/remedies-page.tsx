import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remedy } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { Day } from '../../../parts/day';
import type { PageProps } from '../../../parts/page';
import { DataTable } from '../parts/data-table';
import { WithAnswer } from '../parts/with-answer';
import { StatusWord } from '../parts/words';
import { CaseWorkPage } from './case-work-page';
import { RemedyShown } from './remedy-shown';

/** What people asked for about co-signatures: objections and reports of misused cards, and what two people decide on each. */
export default function RemediesPage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="remedies">
      <Remedies caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

function Remedies({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const api = useCheckApi(caseNumber);
  return (
    <>
      <p>{t('what')}</p>
      <WithAnswer ask={useCallback(() => api.remedies(), [api])}>
        {({ requests }) => <List caseNumber={caseNumber} requests={requests} />}
      </WithAnswer>
    </>
  );
}

/** Rows of one page of the table. */
const rowsOfPage = 25;

interface ListProps {
  readonly caseNumber: string;
  readonly requests: readonly Remedy[];
}

/** The undecided first, then by day. */
const inOrder = (requests: readonly Remedy[]): readonly Remedy[] =>
  requests.toSorted(
    (one, other) =>
      Number(one.decision !== undefined) - Number(other.decision !== undefined) ||
      one.filedOn.localeCompare(other.filedOn),
  );

function List({ caseNumber, requests }: ListProps) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const [chosen, setChosen] = useState<string>();
  const [shown, setShown] = useState(rowsOfPage);
  const rows = inOrder(requests);
  const opened = rows.find(({ id }) => id === chosen);
  return (
    <>
      <DataTable
        caption={t('caption', { count: rows.length })}
        empty={t('none')}
        rows={rows.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            name: 'kind',
            heading: t('kind'),
            kind: 'row-heading',
            cell: ({ id, kind }) => (
              <button
                type="button"
                className="link-button"
                aria-expanded={id === chosen}
                onClick={() => setChosen(id)}
              >
                {t(`kinds.${kind}`)}
              </button>
            ),
          },
          { name: 'by', heading: t('by'), cell: ({ by }) => t(`who.${by}`) },
          { name: 'on', heading: t('on'), cell: ({ filedOn }) => <Day day={filedOn} /> },
          { name: 'state', heading: t('state'), cell: (each) => <Standing remedy={each} /> },
        ]}
      />
      {shown < rows.length ? (
        <button type="button" className="button" onClick={() => setShown(shown + rowsOfPage)}>
          {t('more')}
        </button>
      ) : null}
      {opened === undefined ? null : <RemedyShown key={opened.id} caseNumber={caseNumber} remedy={opened} />}
    </>
  );
}

function Standing({ remedy: { decision } }: { readonly remedy: Remedy }) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  return decision === undefined ? (
    <StatusWord kind="waiting">{t('open')}</StatusWord>
  ) : (
    <StatusWord kind="done">{t(`outcome.${decision.outcome}`)}</StatusWord>
  );
}
