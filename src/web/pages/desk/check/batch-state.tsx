import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Check } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { WithFollowed } from '../parts/with-followed';
import { BatchControls } from './batch-controls';
import { BatchProgress } from './batch-progress';
import { followedCheck } from './stage';
import { StepProgress } from './step-progress';
import { StruckOut } from './struck-out';

/** The batch as it goes: progress with rate and time left, why it stands still, and what comes next. */
export function BatchState({ caseNumber }: { readonly caseNumber: string }) {
  const api = useCheckApi(caseNumber);
  return (
    <WithFollowed ask={useCallback(() => api.check(), [api])} every={followedCheck}>
      {(check, askAgain) => <Batch caseNumber={caseNumber} check={check} askAgain={askAgain} />}
    </WithFollowed>
  );
}

interface BatchProps {
  readonly caseNumber: string;
  readonly check: Check;
  readonly askAgain: () => void;
}

function Batch({ caseNumber, check, askAgain }: BatchProps) {
  const { t } = useTranslation('check', { keyPrefix: 'batch' });
  return (
    <section aria-labelledby="batch">
      <h2 id="batch">{t(`phase.${check.phase}`)}</h2>
      <StepProgress check={check} />
      <BatchProgress check={check} />
      {check.phase === 'judging' ? (
        <BatchControls caseNumber={caseNumber} check={check} askAgain={askAgain} />
      ) : (
        <Next caseNumber={caseNumber} check={check} />
      )}
      <StruckOut check={check} />
    </section>
  );
}

/** Where the next step is. */
const nextPlace = { judged: 'exchange', sent: 'exchange', answered: 'result', published: 'result' } as const;

function Next({ caseNumber, check: { phase } }: Pick<BatchProps, 'caseNumber' | 'check'>) {
  const { t } = useTranslation('check', { keyPrefix: 'batch.next' });
  if (phase === 'judging') return null;
  return (
    <p>
      <Link className="button primary" href={`/staff/cases/${caseNumber}/${nextPlace[phase]}`}>
        {t(phase)}
      </Link>
    </p>
  );
}
