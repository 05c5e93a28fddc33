import { useTranslation } from 'react-i18next';
import { equalOctets } from '../../../core/octets.js';
import type { Refusal } from '../../api/refusal';
import { windowCard } from '../../card/window-card';
import { useLeadSession } from '../../lead/lead-session';
import type { Opening } from '../../lead/opening';
import { useRefusalText } from '../../parts/refusal-text';
import { useChanges } from '../../lead/use-changes';
import { useLeadApi } from '../../lead/use-lead-api';
import { Fingerprint } from '../../parts/fingerprint';
import { StatementBox } from '../../parts/statement-box';
import { AttendedOperationForm } from './attended-operation-form';
import { CardForm } from '../../parts/card-form';
import { Refused } from '../../parts/asked';

interface StepProps {
  readonly opening: Opening;
}

/** 1: the undertaking 切結書 (REG 4), which the card signs in step 5. */
export function UndertakingStep({ opening }: StepProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.undertaking' });
  return (
    <>
      <p>{t('what')}</p>
      <blockquote className="statement" lang="zh-TW">
        {opening.referendum.undertaking.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
      <button type="button" className="button primary" onClick={() => opening.agree()}>
        {t('action')}
      </button>
    </>
  );
}

/** 2: the round key, for the card that signed in. */
export function KeyStep({ opening }: StepProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.key' });
  const session = useLeadSession();
  const refusalText = useRefusalText('lead');
  const { refusal } = useChanges(opening);
  const makeKey = async (_pin: string, signal: AbortSignal): Promise<Refusal | undefined> => {
    const read = await windowCard().certificates(signal);
    if (!read.ok) return read.failure;
    const signedIn = session.kind === 'signed-in' ? session.certificate : new Uint8Array();
    if (!equalOctets(read.value.signingCertificate, signedIn)) return { code: 'card-changed' };
    await opening.makeKey(read.value);
    return undefined;
  };
  return (
    <>
      <p>{t('what')}</p>
      {refusal === undefined ? null : (
        <div className="notice wrong" role="alert">
          <p>{refusalText(refusal)}</p>
        </div>
      )}
      <CardForm texts="lead" action={t('action')} asksPin={false} perform={makeKey} />
    </>
  );
}

/** 4: the card opens the wrapped key once, before anything rests on it. */
export function TrialStep({ opening }: StepProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.trial' });
  const { operation } = useChanges(opening);
  return (
    <>
      <p>{t('what')}</p>
      {operation === undefined ? (
        <p role="status">{t('wrapping')}</p>
      ) : (
        <AttendedOperationForm operation={operation} action={t('action')} />
      )}
    </>
  );
}

/** 5: the card signs the key statement 金鑰聲明書, undertaking included. */
export function SigningStep({ opening }: StepProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.signing' });
  const { operation } = useChanges(opening);
  if (operation === undefined) return <p role="status">{t('working')}</p>;
  return (
    <>
      <p>{t('what')}</p>
      <h3 id="statement">{t('label')}</h3>
      <StatementBox content={operation.content} renewed={false} labelledBy="statement" />
      <AttendedOperationForm operation={operation} action={t('action')} />
    </>
  );
}

/** 6: the card opens what the server sealed to the key, and the round collects. */
export function StartStep({ opening }: StepProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.start' });
  const api = useLeadApi();
  const { operation, refusal, fingerprint } = useChanges(opening);
  return (
    <>
      {operation === undefined ? null : <p>{t('what')}</p>}
      {fingerprint === undefined ? null : (
        <>
          <p className="small muted">{t('fingerprint')}</p>
          <Fingerprint digits={fingerprint} />
        </>
      )}
      {refusal === undefined ? null : (
        <>
          <Refused texts="lead" refusal={refusal} again={() => void opening.open(api)} />
          <p>{t('nothing-lost')}</p>
          <button type="button" className="button" onClick={() => opening.abandon()}>
            {t('anew')}
          </button>
        </>
      )}
      {operation === undefined ? (
        <p role="status">{refusal === undefined ? t('sending') : null}</p>
      ) : (
        <AttendedOperationForm operation={operation} action={t('action')} />
      )}
    </>
  );
}
