import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeBase64 } from '../../../core/encodings';
import { renderSignIn } from '../../../core/statement/index';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { CardBridge } from '../../card/card-bridge';
import { signByCard } from '../../card/signed-by-card';
import type { Language } from '../../language';
import { receiptInText } from '../receipt/find-receipt';
import type { SigningFailure } from '../sign/failure-text';
import { type FreshStatement, isOld } from '../sign/use-statement';

/** A co-signature of the card's holder. */
export type OwnCoSignature = ApiSchemas['OwnCoSignatureAnswer'];

/** What is under way. */
export type LookUpPhase =
  | { readonly kind: 'ready'; readonly failed?: SigningFailure }
  | { readonly kind: 'card' | 'asking' }
  | { readonly kind: 'found'; readonly found: readonly OwnCoSignature[] };

/** A person's way from the text to be signed to their co-signatures. */
export interface LookUp {
  readonly phase: LookUpPhase;
  /** The text that the card signs; undefined while its challenge is asked for. */
  readonly statement: FreshStatement | undefined;
  /** Call it in the person's click. */
  readonly askCard: (pin: string) => void;
  /** A receipt of a closed case, which the card alone doesn't find: the text that was pasted. */
  readonly showReceipt: (text: string) => void;
  readonly cancel: () => void;
  /** Asks for another text to sign. */
  readonly again: () => void;
}

/** Asks with the card which cases bear the co-signature of its holder. The text is rendered here, for the origin in the address bar. */
export function useLookUp(): LookUp {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const [phase, setPhase] = useState<LookUpPhase>({ kind: 'ready' });
  const [statement, setStatement] = useState<FreshStatement>();
  const [bridge] = useState(() => (typeof window === 'undefined' ? undefined : new CardBridge(window)));
  const operation = useRef<AbortController>(undefined);
  const pasted = useRef('');
  const show = useCallback((fresh: FreshStatement | undefined): void => {
    setStatement((before) => fresh && { ...fresh, renewed: before !== undefined });
    if (fresh === undefined) setPhase({ kind: 'ready', failed: { by: 'page', code: 'unreachable' } });
  }, []);
  const renew = async (): Promise<void> => show(await askForStatement(language));
  useEffect(() => {
    void askForStatement(language).then(show);
    return () => operation.current?.abort();
  }, [language, show]);

  const fail = (failed: SigningFailure): void => setPhase({ kind: 'ready', failed });
  const lookUp = async (pin: string): Promise<void> => {
    if (bridge === undefined) return;
    if (statement === undefined || isOld(statement)) {
      await renew();
      fail({ by: 'page', code: 'challenge-renewed' });
      return;
    }
    const { signal } = (operation.current = new AbortController());
    const signing = signByCard(bridge, statement.content, { pin, signal });
    setPhase({ kind: 'card' });
    const signed = await signing;
    if (!signed.ok) {
      fail({ by: 'card', failure: signed.failure });
      return;
    }
    setPhase({ kind: 'asking' });
    const signature = { form: 'cms' as const, signedData: encodeBase64(signed.value.signedData) };
    const receipt = receiptInText(pasted.current);
    const receipts = receipt.ok ? { receipts: [receipt.value] } : {};
    const body = { challenge: statement.challenge, signature, ...receipts };
    const answer = await answerOf<OwnCoSignature[]>(
      apiIn(language).POST('/api/v1/co-signatures/mine', { body }),
    );
    if (answer.kind === 'answered') setPhase({ kind: 'found', found: answer.data });
    else if (answer.kind === 'refused') {
      void renew();
      fail({ by: 'platform', problem: answer.problem });
    } else fail({ by: 'page', code: 'unreachable' });
  };

  return {
    phase,
    statement,
    askCard: (pin) => void lookUp(pin),
    showReceipt: (text) => {
      pasted.current = text;
    },
    cancel: () => operation.current?.abort(),
    again: () => {
      setPhase({ kind: 'ready' });
      void renew();
    },
  };
}

async function askForStatement(language: Language): Promise<FreshStatement | undefined> {
  const askedAt = Date.now();
  const answer = await answerOf(apiIn(language).POST('/api/v1/co-signatures/challenges'));
  if (answer.kind !== 'answered') return undefined;
  const { challenge } = answer.data;
  const content = renderSignIn('co-signer', location.origin, challenge);
  return { kind: 'ready', challenge, content, renewed: false, askedAt };
}
