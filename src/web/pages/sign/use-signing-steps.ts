import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NationalId } from '../../../core/national-id';
import { apiIn } from '../../api/client';
import { CardBridge } from '../../card/card-bridge';
import { signByCard } from '../../card/signed-by-card';
import type { Language } from '../../language';
import { sendCoSignature, type SignedCoSignature } from './co-signature';
import type { SigningFailure } from './failure-text';
import { remember } from './signing-memory';
import { type FreshStatement, isOld } from './use-statement';

/** What is under way. */
export type SigningPhase =
  | { readonly kind: 'ready'; readonly failed?: SigningFailure }
  | { readonly kind: 'card' }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'waiting';
      readonly code: string;
      readonly until: number;
      readonly signed: SignedCoSignature;
    }
  | {
      readonly kind: 'unknown';
      readonly signed: SignedCoSignature;
      /** How often nobody answered. */
      readonly times: number;
      readonly trying: boolean;
    };

/** A person's way from pressing 簽署 to the receipt. */
export interface SigningSteps {
  readonly phase: SigningPhase;
  /** Call it in the person's click. The PIN goes to the card program's window, and is not kept. */
  readonly sign: (statement: FreshStatement, pin: string) => void;
  /** While the card or the server is waited for: nothing is sent. */
  readonly cancel: () => void;
  /** Sends once more what the card has signed: it is taken once, however often it is sent. */
  readonly again: () => void;
}

const ready: SigningPhase = { kind: 'ready' };

/** Signs with the card, sends it, waits where the server is busy, and never sends anything that was not signed in this very page. */
export function useSigningSteps(
  caseNumber: string,
  nationalId: NationalId,
  renew: () => Promise<boolean>,
): SigningSteps {
  const { i18n } = useTranslation();
  const [phase, setPhase] = useState<SigningPhase>(ready);
  const [bridge] = useState(() => new CardBridge(window));
  const operation = useRef<AbortController>(undefined);
  useEffect(() => () => operation.current?.abort(), []);

  const fail = (failed: SigningFailure): void => setPhase({ kind: 'ready', failed });

  const send = async (signed: SignedCoSignature, times: number): Promise<void> => {
    setPhase(times === 0 ? { kind: 'sending' } : { kind: 'unknown', signed, times, trying: true });
    const sent = await sendCoSignature(apiIn(i18n.language as Language), signed);
    if (sent.kind === 'taken') {
      // Where an answer had been lost, the receipt may be that of this very co-signature.
      const taken = times === 0 ? sent.taken : { ...sent.taken, earlier: false };
      remember({ caseNumber, taken });
    } else if (sent.kind === 'later' && times === 0) {
      const until = Date.now() + sent.seconds * 1000;
      setPhase({ kind: 'waiting', code: sent.code, until, signed });
    } else if (sent.kind === 'refused') {
      if (sent.problem.code.startsWith('challenge-')) void renew();
      fail({ by: 'platform', problem: sent.problem, mayBeTaken: times > 0 });
    } else {
      // Once an answer was lost, "not taken now" doesn't say that it was not taken then.
      setPhase({ kind: 'unknown', signed, times: times + 1, trying: false });
    }
  };

  const sign = async (statement: FreshStatement, pin: string): Promise<void> => {
    if (isOld(statement)) {
      fail({ by: 'page', code: (await renew()) ? 'challenge-renewed' : 'unreachable' });
      return;
    }
    const { challenge, content } = statement;
    const { signal } = (operation.current = new AbortController());
    const signing = signByCard(bridge, content, { pin, nationalId, signal });
    setPhase({ kind: 'card' });
    const signed = await signing;
    if (!signed.ok) fail({ by: 'card', failure: signed.failure });
    else if (signal.aborted) fail({ by: 'card', failure: { code: 'card-cancelled' } });
    else await send({ caseNumber, nationalId, challenge, signedData: signed.value.signedData }, 0);
  };

  return {
    phase,
    sign: (statement, pin) => void sign(statement, pin),
    cancel: () => {
      operation.current?.abort();
      if (phase.kind === 'waiting') fail({ by: 'page', code: 'cancelled-waiting' });
    },
    again: () => {
      if (phase.kind === 'waiting') void send(phase.signed, 0);
      if (phase.kind === 'unknown' && !phase.trying) void send(phase.signed, phase.times);
    },
  };
}
