import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOpenersOf } from '../../lead/key-openers';
import type { Submission, SubmissionState } from '../../lead/submission';
import { useRefusalText } from '../../parts/refusal-text';
import { useChanges } from '../../lead/use-changes';
import { useLeadApi } from '../../lead/use-lead-api';
import { StatementBox } from '../../parts/statement-box';
import { AttendedOperationForm } from './attended-operation-form';
import { HoldClock } from './hold-clock';
import { KeyOpening } from './key-opening';
import { SubmissionReview } from './submission-review';

interface StepProps<Step extends SubmissionState['step']> {
  readonly submission: Submission;
  readonly state: Extract<SubmissionState, { step: Step }>;
}

/** The step in hand, with a heading that takes the focus when it changes. */
export function SubmissionSteps({ submission }: { readonly submission: Submission }) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps' });
  const state = useChanges(submission);
  const { step } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
  }, [step]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t(`${step}.heading`)}
      </h2>
      <Content submission={submission} state={state} />
    </>
  );
}

function Content({
  submission,
  state,
}: {
  readonly submission: Submission;
  readonly state: SubmissionState;
}): ReactNode {
  switch (state.step) {
    case 'explained':
      return <Explained submission={submission} state={state} />;
    case 'prepared':
      return <SubmissionReview submission={submission} prepared={state.prepared} />;
    case 'key':
    case 'signing':
      return <AtCard submission={submission} state={state} />;
    case 'unknown':
      return <Unknown submission={submission} state={state} />;
    default:
      return <Working />;
  }
}

function Working() {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.sending' });
  return <p role="status">{t('what')}</p>;
}

/** What is going to happen, before anything does. */
function Explained({ submission, state: { preparing, refusal } }: StepProps<'explained'>) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.explained' });
  const refusalText = useRefusalText('lead');
  const api = useLeadApi();
  return (
    <>
      {refusal === undefined ? null : (
        <div className="notice wrong" role="alert">
          <p>{refusalText(refusal)}</p>
          <p>{t('still-collecting')}</p>
        </div>
      )}
      <ul>
        <li>{t('what-is-sent')}</li>
        <li>{t('who-reads')}</li>
        <li>{t('once')}</li>
        <li>{t('hold')}</li>
        <li>{t('card')}</li>
        {keyOpenersOf(submission.referendum).length === 1 ? null : <li>{t('opener')}</li>}
      </ul>
      <button
        type="button"
        className="button primary"
        disabled={preparing}
        onClick={() => void submission.prepare(api)}
      >
        {t('action')}
      </button>
      <p role="status">{preparing ? t('preparing') : null}</p>
    </>
  );
}

/** The key is opened, by a card or the passphrase; then the lead's card signs. */
function AtCard({ submission, state: { step, prepared, operation } }: StepProps<'key' | 'signing'>) {
  const { t } = useTranslation('lead', { keyPrefix: `submission.steps.${step}` });
  return (
    <>
      <HoldClock submission={submission} heldUntil={prepared.heldUntil} />
      <p>{t('what')}</p>
      {operation?.kind === 'sign' ? (
        <>
          <h3 id="statement">{t('label')}</h3>
          <StatementBox content={operation.content} renewed={false} labelledBy="statement" />
        </>
      ) : null}
      {operation === undefined ? <p role="status">{t('working')}</p> : null}
      {operation?.kind === 'decrypt' ? (
        <KeyOpening referendum={submission.referendum} operation={operation} />
      ) : null}
      {operation?.kind === 'sign' ? (
        <AttendedOperationForm operation={operation} action={t('action')} />
      ) : null}
      <button type="button" className="button" onClick={() => submission.abandon()}>
        {t('leave')}
      </button>
    </>
  );
}

/** It may have arrived: the server is asked, or what was signed is sent again, which is safe. */
function Unknown({ submission, state: { times } }: StepProps<'unknown'>) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.unknown' });
  const api = useLeadApi();
  return (
    <>
      <p>{t('what')}</p>
      <p role="status">{times > 1 ? t('still') : null}</p>
      <button type="button" className="button primary" onClick={() => void submission.ask(api)}>
        {t('ask')}
      </button>
      <button type="button" className="button" onClick={() => void submission.send(api)}>
        {t('send-again')}
      </button>
    </>
  );
}
