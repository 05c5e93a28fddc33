import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, refusalOf } from '../../api/refusal';
import { useAsked } from '../../api/use-asked';
import { windowCard } from '../../card/window-card';
import { useMay, useMe } from '../../desk/colleagues';
import type { ApprovalDetail } from '../../desk/desk-api';
import { useDeskSession } from '../../desk/desk-session';
import { type ShownApproval, shownApproval } from '../../desk/shown-approval';
import { useDeskApi } from '../../desk/use-desk-api';
import { Loading } from '../../parts/asked';
import { CardForm } from '../../parts/card-form';
import { Fingerprint } from '../../parts/fingerprint';
import { useRefusalText } from '../../parts/refusal-text';
import { StatementBox } from '../../parts/statement-box';
import { ApprovalFacts } from './approval-facts';
import { stateOf } from './approval-state';

interface ApprovalFormProps {
  readonly request: ApprovalDetail;
  /** The request is no longer what it was. */
  readonly changed: () => void;
}

/** What is approved, as this page worked it out; and the card, where this person may sign it. Where something differs, the card is not asked. */
export function ApprovalForm({ request, changed }: ApprovalFormProps) {
  const refusalText = useRefusalText('desk');
  const { answer: shown } = useAsked(useCallback(() => shownApproval(request, location.origin), [request]));
  if (shown === undefined) return <Loading />;
  if (!shown.ok)
    return (
      <div className="notice wrong" role="alert">
        <p>{refusalText(shown.failure)}</p>
      </div>
    );
  return (
    <>
      <Content request={request} shown={shown.value} />
      <Signing request={request} shown={shown.value} changed={changed} />
    </>
  );
}

interface ShownProps {
  readonly request: ApprovalDetail;
  readonly shown: ShownApproval;
}

function Content({ request: { action }, shown: { members, digest } }: ShownProps) {
  const { t, i18n } = useTranslation('desk');
  return (
    <section aria-labelledby="content">
      <h2 id="content">{t('approval.content')}</h2>
      {i18n.exists(`desk:actions.${action}.what`) ? <p>{t(`actions.${action}.what`)}</p> : null}
      <ApprovalFacts members={members} />
      <h3>{t('approval.digest')}</h3>
      <Fingerprint digits={digest} />
      <p className="small muted">{t('approval.digest-what')}</p>
    </section>
  );
}

/** The statement, and the card; or why there is nothing to sign here. */
function Signing({ request, shown, changed }: ShownProps & Pick<ApprovalFormProps, 'changed'>) {
  const { t } = useTranslation('desk', { keyPrefix: 'approval' });
  const [refusal, setRefusal] = useState<Refusal>();
  const standing = useStanding(request);
  const notice = useRef<HTMLDivElement>(null);
  const before = useRef(standing);
  useEffect(() => {
    // The form that had the focus is gone.
    if (before.current === 'open' && standing !== 'open') notice.current?.focus();
    before.current = standing;
  }, [standing]);
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{t(standing === 'open' ? 'statement' : 'statement-theirs')}</h2>
      <StatementBox content={shown.statement} renewed={false} labelledBy="statement" />
      {standing === 'open' ? (
        <Card request={request} shown={shown} changed={changed} refused={setRefusal} />
      ) : (
        <div className={`notice ${colours[standing]}`} role="status" tabIndex={-1} ref={notice}>
          <p>{t(`standing.${standing}`)}</p>
          {standing === 'failed' ? <Failure request={request} refusal={refusal} /> : null}
        </div>
      )}
    </section>
  );
}

type Standing = Exclude<ReturnType<typeof stateOf>, 'pending'> | 'open' | 'own' | 'not-approver';

const colours: Readonly<Record<Standing, 'done' | 'wrong' | ''>> = {
  open: '',
  own: '',
  'not-approver': '',
  expired: 'wrong',
  approved: '',
  executed: 'done',
  failed: 'wrong',
};

/** Whether whoever looks may sign, and if not, why. */
function useStanding(request: ApprovalDetail): Standing {
  const me = useMe();
  const mayApprove = useMay('approver');
  const state = stateOf(request);
  if (state !== 'pending') return state;
  if (request.requestedBy === me.id) return 'own';
  return mayApprove ? 'open' : 'not-approver';
}

interface FailureProps extends Pick<ApprovalFormProps, 'request'> {
  /** What the server answered to the approval at this window: with its values, which are not kept. */
  readonly refusal: Refusal | undefined;
}

/** Why it was not carried out, and what to do. */
function Failure({ request: { failure, failureCode }, refusal }: FailureProps) {
  const { t } = useTranslation('desk', { keyPrefix: 'approval' });
  const refusalText = useRefusalText('desk');
  const why = refusal === undefined ? failure : refusalText(refusal);
  return (
    <>
      {why === undefined ? null : <p>{why}</p>}
      <p>
        {t('failure')} <code>{failureCode}</code>
      </p>
    </>
  );
}

interface CardProps extends ShownProps, Pick<ApprovalFormProps, 'changed'> {
  /** What was signed was not carried out: the form goes, the reason stays. */
  readonly refused: (why: Refusal) => void;
}

function Card({ request, shown, changed, refused }: CardProps) {
  const { t } = useTranslation('desk', { keyPrefix: 'approval' });
  const api = useDeskApi();
  const session = useDeskSession();
  const [isDone, setDone] = useState(false);
  const approve = async (pin: string, signal: AbortSignal): Promise<Refusal | undefined> => {
    const certificate = session.kind === 'signed-in' ? session.certificate : undefined;
    const signed = await windowCard().sign(shown.statement, { pin, signal }, certificate);
    if (!signed.ok) return signed.failure;
    const answer = await api.approve(request.id, signed.value.signature);
    if (answer.kind === 'answered') setDone(true);
    const refusal = answer.kind === 'answered' ? undefined : refusalOf(answer);
    if (refusal !== undefined) refused(refusal);
    // Also where it was refused: it may have been approved, and have failed.
    if (answer.kind !== 'unknown') changed();
    return refusal;
  };
  if (isDone) return <Loading />;
  return (
    <>
      <p className="small muted">{t('check', { origin: location.origin })}</p>
      <CardForm texts="desk" action={t('approve')} asksPin perform={approve} />
    </>
  );
}
