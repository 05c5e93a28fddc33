import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCaseNumber } from '../../../core/case-number';
import { encodeBase64 } from '../../../core/encodings';
import type { CaseNumber, Commitment } from '../../../core/identifiers';
import { fail, ok, type Result } from '../../../core/result';
import { renderRemedyStatement } from '../../../core/statement/index';
import { answerOf } from '../../api/answer';
import { apiIn } from '../../api/client';
import { CardBridge } from '../../card/card-bridge';
import { signByCard } from '../../card/signed-by-card';
import type { Language } from '../../language';
import { receiptInText } from '../receipt/find-receipt';
import { verifiedReceipt } from '../receipt/verified-receipt';
import type { SigningFailure } from '../sign/failure-text';
import { accountIn } from './account';

/** What this page can ask for. */
export type PageRemedy = 'misuse' | 'objection';

/** What the person typed. */
export interface Filled {
  readonly caseNumber: string;
  readonly account: string;
  readonly receipt: string;
}

/** What of it can't be used. */
export type FilledFault = 'case' | 'account' | 'receipt' | 'receipt-wrong' | 'unreachable' | 'refused';

/** What is to be signed and sent. */
interface Prepared {
  readonly caseNumber: CaseNumber;
  readonly account: string;
  readonly receipt: string | undefined;
  readonly challenge: string;
  readonly content: Uint8Array;
}

/** Where a person is on their way. */
export type RemedyPhase =
  | { readonly kind: 'filling'; readonly fault?: FilledFault }
  | { readonly kind: 'preparing' | 'card' | 'sending' | 'taken' }
  | { readonly kind: 'reading'; readonly content: Uint8Array; readonly failed?: SigningFailure };

/** A request about a co-signature: filled in, read as it will be signed, signed by the card, sent. */
export function useRemedy(kind: PageRemedy): {
  readonly phase: RemedyPhase;
  readonly prepare: (filled: Filled) => void;
  /** Goes back to what was filled in. A challenge that is too old is made anew by preparing again. */
  readonly change: () => void;
  /** Call it in the person's click. */
  readonly askCard: (pin: string) => void;
  readonly cancel: () => void;
} {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const [phase, setPhase] = useState<RemedyPhase>({ kind: 'filling' });
  const [bridge] = useState(() => (typeof window === 'undefined' ? undefined : new CardBridge(window)));
  const prepared = useRef<Prepared>(undefined);
  const operation = useRef<AbortController>(undefined);
  useEffect(() => () => operation.current?.abort(), []);

  const prepare = async (filled: Filled): Promise<void> => {
    setPhase({ kind: 'preparing' });
    const made = await prepareRequest(kind, filled, language);
    if (made.ok) prepared.current = made.value;
    setPhase(
      made.ok
        ? { kind: 'reading', content: made.value.content }
        : { kind: 'filling', fault: made.failure.code },
    );
  };
  const sign = async (pin: string): Promise<void> => {
    const request = prepared.current;
    if (request === undefined || bridge === undefined) return;
    const { content } = request;
    const { signal } = (operation.current = new AbortController());
    const signing = signByCard(bridge, content, { pin, signal });
    setPhase({ kind: 'card' });
    const signed = await signing;
    if (!signed.ok) {
      setPhase({ kind: 'reading', content, failed: { by: 'card', failure: signed.failure } });
      return;
    }
    setPhase({ kind: 'sending' });
    setPhase(await send(kind, request, encodeBase64(signed.value.signedData), language));
  };
  return {
    phase,
    prepare: (filled) => void prepare(filled),
    change: () => setPhase({ kind: 'filling' }),
    askCard: (pin) => void sign(pin),
    cancel: () => operation.current?.abort(),
  };
}

async function prepareRequest(
  kind: PageRemedy,
  filled: Filled,
  language: Language,
): Promise<Result<Prepared, FilledFault>> {
  const api = apiIn(language);
  const account = accountIn(filled.account);
  if (account === undefined) return fail('account');
  const shown = await shownReceipt(kind, filled.receipt, language);
  if (!shown.ok) return shown;
  const number = parseCaseNumber(shown.value?.caseNumber ?? filled.caseNumber.trim().toUpperCase());
  if (!number.ok) return fail('case');
  const caseNumber = number.value;
  const params = { path: { caseNumber } };
  const path = '/api/v1/cases/{caseNumber}/remedies/challenges';
  const answer = await answerOf(api.POST(path, { params, body: { kind } }));
  if (answer.kind !== 'answered') return fail(answer.kind === 'refused' ? 'refused' : 'unreachable');
  const { challenge } = answer.data;
  const commitment = shown.value?.commitment;
  const fields = { kind, caseNumber, commitment, account, origin: location.origin, challenge };
  const content = renderRemedyStatement(fields);
  return ok({ caseNumber, account, receipt: shown.value?.jws, challenge, content });
}

interface ShownReceipt {
  readonly jws: string;
  readonly caseNumber: CaseNumber;
  readonly commitment: Commitment;
}

/** The receipt, verified here. A report of misuse may come without one. */
async function shownReceipt(
  kind: PageRemedy,
  text: string,
  language: Language,
): Promise<Result<ShownReceipt | undefined, FilledFault>> {
  if (kind === 'misuse' && text.trim() === '') return ok(undefined);
  const jws = receiptInText(text);
  if (!jws.ok) return fail('receipt');
  const verified = await verifiedReceipt(apiIn(language), jws.value);
  if (!verified.ok)
    return fail(verified.failure.code === 'keys-unreachable' ? 'unreachable' : 'receipt-wrong');
  const { caseNumber, commitment } = verified.value;
  return ok({ jws: jws.value, caseNumber, commitment });
}

async function send(
  kind: PageRemedy,
  { caseNumber, account, receipt, challenge, content }: Prepared,
  signedData: string,
  language: Language,
): Promise<RemedyPhase> {
  const api = apiIn(language);
  const params = { path: { caseNumber } };
  const signature = { form: 'cms' as const, signedData };
  const body = { account, challenge, signature };
  const answer = await answerOf<unknown>(
    kind === 'objection'
      ? api.POST('/api/v1/cases/{caseNumber}/objections', {
          params,
          body: { ...body, receipt: receipt ?? '' },
        })
      : api.POST('/api/v1/cases/{caseNumber}/misuse-reports', {
          params,
          body: receipt === undefined ? body : { ...body, receipt },
        }),
  );
  if (answer.kind === 'answered') return { kind: 'taken' };
  if (answer.kind === 'refused')
    return { kind: 'reading', content, failed: { by: 'platform', problem: answer.problem } };
  return { kind: 'reading', content, failed: { by: 'page', code: 'unreachable' } };
}
