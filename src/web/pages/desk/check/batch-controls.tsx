import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/answer';
import { type Refusal, refusalOf } from '../../../api/refusal';
import type { Check, CheckApi } from '../../../desk/check-api';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { useRefusalText } from '../../../parts/refusal-text';

interface BatchControlsProps {
  readonly caseNumber: string;
  readonly check: Check;
  readonly askAgain: () => void;
}

type Step = Parameters<CheckApi['control']>[0];

/** Pauses the batch, has it go on, or, once it stands still, begins anew. Each is in the audit log, and changes no verdict's meaning. */
export function BatchControls({ caseNumber, check: { paused }, askAgain }: BatchControlsProps) {
  const { t } = useTranslation('check', { keyPrefix: 'control' });
  const api = useCheckApi(caseNumber);
  const refusalText = useRefusalText('desk');
  const [isActing, setActing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  if (!useMay('verifier')) return null;
  const act = async (step: Step): Promise<void> => {
    if (isActing) return;
    setActing(true);
    const answer: Answer<unknown> = await api.control(step);
    setActing(false);
    setRefusal(answer.kind === 'answered' ? undefined : refusalOf(answer));
    askAgain();
  };
  const button = (step: Step, className = 'button') => (
    // Not disabled meanwhile: the focus stays, and is on the step that follows.
    <button type="button" className={className} aria-disabled={isActing} onClick={() => void act(step)}>
      {t(step)}
    </button>
  );
  return (
    <>
      {refusal === undefined ? null : (
        <p className="notice wrong" role="alert">
          {refusalText(refusal)}
        </p>
      )}
      <p>{paused === undefined ? button('pause') : button('resume', 'button primary')}</p>
      {paused === undefined ? null : (
        <details>
          <summary>{t('begin-anew-summary')}</summary>
          <p>{t('begin-anew-what')}</p>
          <p>{button('begin-anew', 'button danger')}</p>
        </details>
      )}
    </>
  );
}
