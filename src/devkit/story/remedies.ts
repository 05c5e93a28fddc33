import type { Card, SignatureForm } from '../../core/cms/card.js';
import type { CaseNumber, Commitment } from '../../core/identifiers.js';
import { type RemedyKind, renderRemedyStatement } from '../../core/statement/index.js';
import { type ApiClient, signatureJson } from './api-client.js';

/** What a holder asks for by card. */
export interface WantedRemedy {
  readonly kind: RemedyKind;
  readonly caseNumber: string;
  readonly account: string;
  /** The platform's origin. */
  readonly origin: string;
  /** The receipt and the commitment in it, where the holder shows it. */
  readonly shown?: { readonly receipt: string; readonly commitment: Uint8Array };
  readonly form?: SignatureForm;
}

/** What is posted for a request signed by this card, with a fresh challenge. */
export async function remedyBody(api: ApiClient, card: Card, wanted: WantedRemedy): Promise<object> {
  const { kind, caseNumber, account, origin, shown, form = 'cms-attached' } = wanted;
  const path = `cases/${caseNumber}/remedies/challenges`;
  const { challenge } = await api.post<{ challenge: string }>(path, { kind });
  const commitment = shown?.commitment as Commitment | undefined;
  const fields = { kind, caseNumber: caseNumber as CaseNumber, commitment, account, origin, challenge };
  const signature = await card.sign(renderRemedyStatement(fields), form);
  const receipt = shown === undefined ? {} : { receipt: shown.receipt };
  return { account, challenge, signature: signatureJson(signature), ...receipt };
}
