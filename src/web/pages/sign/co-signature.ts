import { encodeBase64 } from '../../../core/encodings';
import type { NationalId } from '../../../core/national-id';
import { type Answer, answerOf, type Problem } from '../../api/answer';
import type { ApiSchemas, apiIn } from '../../api/client';
import type { TakenCoSignature } from './signing-memory';

/** A co-signature ready to be sent. Sent again, it is the same one: it is taken once. */
export interface SignedCoSignature {
  readonly caseNumber: string;
  readonly nationalId: NationalId;
  readonly challenge: string;
  /** CMS SignedData, DER. */
  readonly signedData: Uint8Array;
}

/** What became of a co-signature that was sent. */
export type Sent =
  | { readonly kind: 'taken'; readonly taken: TakenCoSignature }
  /** Not taken, and worth another try after so many seconds without asking the person. */
  | { readonly kind: 'later'; readonly code: string; readonly seconds: number }
  /** Not taken. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody here knows whether it was taken. */
  | { readonly kind: 'unknown' };

/** Refusals that pass by themselves within minutes. */
const passing: ReadonlySet<string> = new Set([
  'submission-in-progress',
  'temporarily-unavailable',
  'intake-paused',
  'service-read-only',
  'too-many-requests',
]);

/** Seconds until the next try where the server names none. */
const usualWait = 20;

/** Sends a co-signature. A 409 with a receipt is as good as a 201: it was taken before. */
export async function sendCoSignature(
  api: ReturnType<typeof apiIn>,
  { caseNumber, nationalId, challenge, signedData }: SignedCoSignature,
): Promise<Sent> {
  const signature = { form: 'cms' as const, signedData: encodeBase64(signedData) };
  const answer = await answerOf<ApiSchemas['CoSignatureAnswer']>(
    api.POST('/api/v1/cases/{caseNumber}/co-signatures', {
      params: { path: { caseNumber } },
      body: { nationalId, challenge, signature },
    }),
  );
  return sentOf(answer);
}

function sentOf(answer: Answer<ApiSchemas['CoSignatureAnswer']>): Sent {
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'answered') return { kind: 'taken', taken: { ...answer.data, earlier: false } };
  const { problem, retryAfter } = answer;
  const earlier = problem.code === 'already-co-signed' ? earlierIn(problem) : undefined;
  if (earlier !== undefined) return { kind: 'taken', taken: earlier };
  if (passing.has(problem.code))
    return { kind: 'later', code: problem.code, seconds: retryAfter ?? usualWait };
  return { kind: 'refused', problem };
}

function earlierIn({ commitment, receipt, recordedOn }: Problem): TakenCoSignature | undefined {
  if (typeof commitment !== 'string' || typeof receipt !== 'string' || typeof recordedOn !== 'string')
    return undefined;
  return { commitment, receipt, recordedOn, earlier: true };
}
