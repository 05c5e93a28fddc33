import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import type { PageProps } from '../../../parts/page';
import { WithFollowed } from '../parts/with-followed';
import { CaseWorkPage } from './case-work-page';
import { DrawnUpResult } from './drawn-up-result';
import { PublishedHere } from './published-here';
import { followedCheck } from './stage';
import { ReportFiles } from './report-files';
import { StepProgress } from './step-progress';
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

function Result({ caseNumber }: OfCase) {
  const api = useCheckApi(caseNumber);
  return (
    <WithFollowed ask={useCallback(() => api.check(), [api])} every={followedCheck}>
      {(check) => <OfPhase caseNumber={caseNumber} check={check} />}
    </WithFollowed>
  );
}

function OfPhase({ caseNumber, check }: OfCase & { readonly check: Check }) {
  const { t } = useTranslation('check', { keyPrefix: 'result' });
  const { phase } = check;
  return (
    <>
      <StepProgress check={check} />
      {phase === 'answered' ? <DrawnUpResult caseNumber={caseNumber} /> : null}
      {phase === 'published' ? <PublishedHere caseNumber={caseNumber} /> : null}
      {phase === 'answered' || phase === 'published' ? null : <p className="notice">{t('not-yet')}</p>}
      <StruckOut check={check} />
      <ReportFiles caseNumber={caseNumber} check={check} />
    </>
  );
}
