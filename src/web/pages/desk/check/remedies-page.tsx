import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remedy } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { Day } from '../../../parts/day';
import type { PageProps } from '../../../parts/page';
import { usePages } from '../../../desk/use-pages';
import { ChoiceField } from '../parts/fields';
import { PagedTable } from '../parts/paged-table';
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

/** Rows of one page. */
const rowsOfPage = 25;

function Remedies({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const [which, setWhich] = useState<'open' | 'all'>('open');
  return (
    <>
      <p>{t('what')}</p>
      <ChoiceField
        legend={t('which')}
        value={which}
        change={setWhich}
        options={[
          { value: 'open', label: t('only-open') },
          { value: 'all', label: t('all') },
        ]}
      />
      <List key={which} caseNumber={caseNumber} isOpen={which === 'open'} />
    </>
  );
}

interface ListProps {
  readonly caseNumber: string;
  /** Only those on which nobody has decided. */
  readonly isOpen: boolean;
}

function List({ caseNumber, isOpen }: ListProps) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const api = useCheckApi(caseNumber);
  const [opened, setOpened] = useState<Remedy>();
  const ask = useCallback(
    async (after: string | undefined) => {
      const answer = await api.remedies({ after, open: isOpen ? true : undefined, limit: rowsOfPage });
      if (answer.kind !== 'answered') return answer;
      return { kind: 'answered' as const, data: { rows: answer.data.requests, next: answer.data.next } };
    },
    [api, isOpen],
  );
  return (
    <>
      <PagedTable
        pages={usePages(ask)}
        caption={t(isOpen ? 'only-open' : 'all')}
        empty={t(isOpen ? 'none-open' : 'none')}
        rowKey={({ id }) => id}
        columns={[
          {
            name: 'kind',
            heading: t('kind'),
            kind: 'row-heading',
            cell: (each) => (
              <button
                type="button"
                className="link-button"
                aria-expanded={each.id === opened?.id}
                onClick={() => setOpened(each)}
              >
                {t(`kinds.${each.kind}`)}
              </button>
            ),
          },
          { name: 'by', heading: t('by'), cell: ({ by }) => t(`who.${by}`) },
          { name: 'on', heading: t('on'), cell: ({ filedOn }) => <Day day={filedOn} /> },
          { name: 'state', heading: t('state'), cell: (each) => <Standing remedy={each} /> },
        ]}
      />
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
