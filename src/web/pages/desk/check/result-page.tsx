import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import type { PageProps } from '../../../parts/page';
import { WithFollowed } from '../parts/with-followed';
import { CaseWorkPage } from './case-work-page';
import { DrawnUpResult } from './drawn-up-result';
import { PublishedHere } from './published-here';
import { StruckOut } from './struck-out';

/** The result: the count as it stands, what would be published, its confirmation by two people, and what is public. */
export default function ResultPage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="result">
      <Result caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

interface OfCase {
  readonly caseNumber: string;
}

/** Others move the check. */
const often = (): number => 5_000;

function Result({ caseNumber }: OfCase) {
  const api = useCheckApi(caseNumber);
  return (
    <WithFollowed ask={useCallback(() => api.check(), [api])} every={often}>
      {(check) => <OfPhase caseNumber={caseNumber} check={check} />}
    </WithFollowed>
  );
}

function OfPhase({ caseNumber, check }: OfCase & { readonly check: Check }) {
  const { t } = useTranslation('check', { keyPrefix: 'result' });
  const { phase } = check;
  return (
    <>
      {phase === 'answered' ? <DrawnUpResult caseNumber={caseNumber} /> : null}
      {phase === 'published' ? <PublishedHere caseNumber={caseNumber} /> : null}
      {phase === 'answered' || phase === 'published' ? null : <p className="notice">{t('not-yet')}</p>}
      <StruckOut check={check} />
    </>
  );
}
