import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../api/refusal';
import {
  challengeKeptFor,
  signInChallenge,
  type SignInChallenge,
  signInRefusalOf,
} from '../../api/sign-in-challenge';
import { useAsked } from '../../api/use-asked';
import type { SignedOut } from '../../api/window-session';
import { windowCard } from '../../card/window-card';
import { deskSession } from '../../desk/desk-session';
import { useDeskApi } from '../../desk/use-desk-api';
import { Loading, Refused } from '../../parts/asked';
import { CardForm } from '../../parts/card-form';
import { Page } from '../../parts/page';
import { StatementBox } from '../../parts/statement-box';

/** Signing in as a member of staff, by the registered card alone. */
export function DeskSignIn({ why }: Pick<SignedOut, 'why'>) {
  const { t } = useTranslation('desk', { keyPrefix: 'sign-in' });
  const api = useDeskApi();
  const { answer, isAsking, isRenewed, askAgain } = useAsked(
    useCallback(() => signInChallenge('staff', api, location.origin), [api]),
  );
  useEffect(() => {
    const renewal = setTimeout(askAgain, challengeKeptFor);
    return () => clearTimeout(renewal);
  }, [answer, askAgain]);
  const signIn = async (
    { challenge, statement }: SignInChallenge,
    pin: string,
    signal: AbortSignal,
  ): Promise<Refusal | undefined> => {
    const signed = await windowCard().sign(statement, { pin, signal });
    if (!signed.ok) return signed.failure;
    const session = await api.signIn(challenge, signed.value.signature);
    if (session.kind !== 'answered') {
      // A challenge serves once.
      askAgain();
      return signInRefusalOf(session);
    }
    const { token, expiresAt } = session.data;
    deskSession.begin({ token, expiresAt: new Date(expiresAt), certificate: signed.value.certificate });
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
      {answer === undefined ? <Loading /> : null}
      {answer?.kind === 'refused' ? <Refused texts="desk" refusal={answer.refusal} again={askAgain} /> : null}
      {answer?.kind === 'answered' ? (
        <>
          <h2 id="statement">{t('statement-heading')}</h2>
          <StatementBox content={answer.data.statement} renewed={isRenewed} labelledBy="statement" />
          <p className="small muted">{t('true-site', { origin: location.origin })}</p>
          <CardForm
            texts="desk"
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
