import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../api/refusal';
import { windowCard } from '../../card/window-card';
import { type LeadSignedOut, leadSession } from '../../lead/lead-session';
import { useRefusalText } from '../../parts/refusal-text';
import {
  challengeKeptFor,
  signInChallenge,
  type SignInChallenge,
  signInRefusalOf,
} from '../../api/sign-in-challenge';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';
import { Page } from '../../parts/page';
import { SecretField } from '../../parts/secret-field';
import { StatementBox } from '../../parts/statement-box';
import { CardForm } from '../../parts/card-form';

/** Signing in with the access code 認證碼 and the registered card (REG 6). */
export function SignIn({ why }: Pick<LeadSignedOut, 'why'>) {
  const { t } = useTranslation('lead', { keyPrefix: 'sign-in' });
  const api = useLeadApi();
  const refusalText = useRefusalText('lead');
  const { answer, isAsking, isRenewed, askAgain } = useAsked(
    useCallback(() => signInChallenge('lead', api, location.origin), [api]),
  );
  useEffect(() => {
    const renewal = setTimeout(askAgain, challengeKeptFor);
    return () => clearTimeout(renewal);
  }, [answer, askAgain]);
  const [isCodeMissing, setCodeMissing] = useState(false);
  const code = useRef<HTMLInputElement>(null);

  const signIn = async (
    { challenge, statement }: SignInChallenge,
    pin: string,
    signal: AbortSignal,
  ): Promise<Refusal | undefined> => {
    const accessCode = code.current?.value.trim() ?? '';
    setCodeMissing(accessCode === '');
    if (accessCode === '') {
      code.current?.focus();
      return { code: 'access-code-missing' };
    }
    const signed = await windowCard().sign(statement, { pin, signal });
    if (!signed.ok) return signed.failure;
    const session = await api.signIn(challenge, signed.value.signature, accessCode);
    if (session.kind !== 'answered') {
      // A challenge serves once.
      askAgain();
      return signInRefusalOf(session);
    }
    const { token, expiresAt, caseNumber } = session.data;
    const { certificate } = signed.value;
    leadSession.begin({ token, expiresAt: new Date(expiresAt), caseNumber, certificate });
    return undefined;
  };
  return (
    <Page heading={t('heading')}>
      {why === undefined ? null : (
        <div className="notice" role="status">
          <p>{t(`why.${why}`)}</p>
        </div>
      )}
      <p>{t('what')}</p>
      <noscript>
        <p>{t('no-script')}</p>
      </noscript>
      {answer === undefined ? <p role="status">{t('loading')}</p> : null}
      {answer?.kind === 'refused' ? (
        <div className="notice wrong" role="alert">
          <p>{refusalText(answer.refusal)}</p>
          <button type="button" className="button" onClick={askAgain}>
            {t('again')}
          </button>
        </div>
      ) : null}
      {answer?.kind === 'answered' ? (
        <>
          <SecretField
            field={code}
            label={t('access-code')}
            error={isCodeMissing ? t('access-code-missing') : null}
            className="wide-digits"
            maxLength={64}
            onChange={() => setCodeMissing(false)}
          >
            {t('access-code-hint')}
          </SecretField>
          <h2 id="statement">{t('statement-heading')}</h2>
          <StatementBox content={answer.data.statement} renewed={isRenewed} labelledBy="statement" />
          <p className="small muted">{t('true-site', { origin: location.origin })}</p>
          <CardForm
            texts="lead"
            action={t('action')}
            asksPin
            isWaiting={isAsking}
            perform={(pin, signal) => signIn(answer.data, pin, signal)}
          />
        </>
      ) : null}
    </Page>
  );
}
