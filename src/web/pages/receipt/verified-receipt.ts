import { decodeProtectedHeader, type JSONWebKeySet } from 'jose';
import { type Receipt, verifyReceipt } from '../../../core/receipt';
import { fail, ok, type Result } from '../../../core/result';
import { answerOf } from '../../api/answer';
import type { apiIn } from '../../api/client';

/** What kind of wrong a receipt is. */
export type WrongReceiptCode =
  /** Not a JWS as receipts are, or not the claims of a receipt. */
  | 'malformed'
  /** Its key is not among those that the platform has published. */
  | 'unknown-key'
  | 'signature-wrong'
  /** The published keys can't be had: nothing was verified. */
  | 'keys-unreachable';

/** Verifies a receipt in this browser with the keys that the platform publishes. */
export async function verifiedReceipt(
  api: ReturnType<typeof apiIn>,
  jws: string,
): Promise<Result<Receipt, WrongReceiptCode>> {
  const answer = await answerOf<unknown>(api.GET('/api/v1/keys'));
  if (answer.kind !== 'answered') return fail('keys-unreachable');
  return verifyWith(jws, answer.data as JSONWebKeySet);
}

/** {@link verifiedReceipt} with the keys at hand (RFC 7517). */
export async function verifyWith(
  jws: string,
  keys: JSONWebKeySet,
): Promise<Result<Receipt, WrongReceiptCode>> {
  const kid = kidOf(jws);
  if (kid === undefined) return fail('malformed');
  if (!keys.keys.some((key) => key.kid === kid)) return fail('unknown-key');
  const verified = await verifyReceipt(jws, keys);
  return verified.ok ? ok(verified.value) : fail('signature-wrong');
}

/** The name of the key in a receipt's header; undefined where it is no JWS of three parts, by ES256 and a named key. */
function kidOf(jws: string): string | undefined {
  if (!/^[\w-]+\.[\w-]+\.[\w-]{86}$/.test(jws)) return undefined;
  try {
    const { alg, kid } = decodeProtectedHeader(jws);
    return alg === 'ES256' ? kid : undefined;
  } catch {
    return undefined;
  }
}
