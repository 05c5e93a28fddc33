import type { Receipt } from '../../../core/receipt';
import { ok, type Result } from '../../../core/result';
import { answerOf } from '../../api/answer';
import type { apiIn, ApiSchemas } from '../../api/client';
import { type Inclusion, inclusionOf } from './inclusion';
import { verifiedReceipt, type WrongReceiptCode } from './verified-receipt';

/** A round, as the API names it. */
const roundNames = { 1: '1', 2: '2' } as const;

type Api = ReturnType<typeof apiIn>;
type Status = ApiSchemas['BearerStatusView'];

/** What the platform says about a record. */
export type Standing =
  | { readonly kind: 'told'; readonly status: Status }
  /** The answer is about another case or round than the receipt. */
  | { readonly kind: 'other-case' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-asked' };

/** A receipt whose signature was verified here, and what is known of its record. */
export interface CheckedReceipt {
  readonly receipt: Receipt;
  readonly jws: string;
  readonly standing: Standing;
  /** Undefined as long as there is no proof. */
  readonly inclusion: Inclusion | undefined;
  /** Where the record stands in the published tree. */
  readonly place: { readonly position: number; readonly size: number } | undefined;
}

/** Verifies a receipt here, asks how its record stands, and verifies the inclusion proof here where there is one. */
export async function checkReceipt(api: Api, jws: string): Promise<Result<CheckedReceipt, WrongReceiptCode>> {
  const verified = await verifiedReceipt(api, jws);
  if (!verified.ok) return verified;
  const receipt = verified.value;
  const standing = await standingOf(api, receipt, jws);
  const proof = standing.kind === 'told' ? standing.status.inclusion : undefined;
  if (proof === undefined) return ok({ receipt, jws, standing, inclusion: undefined, place: undefined });
  const result = await resultOf(api, receipt);
  const inclusion = await inclusionOf(receipt, proof, result);
  const place = { position: proof.index + 1, size: proof.treeSize };
  return ok({ receipt, jws, standing, inclusion, place });
}

/** The receipt itself is shown, so that the platform says why where the co-signature doesn't count. */
async function standingOf(api: Api, { caseNumber, round }: Receipt, receipt: string): Promise<Standing> {
  const answer = await answerOf<Status>(api.POST('/api/v1/receipts/status', { body: { receipt } }));
  if (answer.kind === 'answered') {
    const status = answer.data;
    const agrees = status.case === caseNumber && status.round === round;
    return agrees ? { kind: 'told', status } : { kind: 'other-case' };
  }
  const missing = answer.kind === 'refused' && answer.problem.status === 404;
  return { kind: missing ? 'not-found' : 'not-asked' };
}

/** The published result of the receipt's own round: after a supplement there are two. */
async function resultOf(
  api: Api,
  { caseNumber, round }: Receipt,
): Promise<ApiSchemas['ResultView'] | undefined> {
  const params = { path: { caseNumber }, query: { round: roundNames[round] } };
  const answer = await answerOf(api.GET('/api/v1/cases/{caseNumber}/result', { params }));
  return answer.kind === 'answered' ? answer.data : undefined;
}
