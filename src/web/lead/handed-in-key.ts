import { isHandedInBy, type OpenedRound } from '../../core/ceremony/index.js';
import { decodeBase64 } from '../../core/encodings.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { LeadCase } from './lead-api';

/**
 * The key that the server has for the round in hand, if it is the one that this certificate (DER) signed for under the case's terms;
 * undefined where there is none or it is another. So a key that somebody put there is never opened.
 */
export async function checkHandedInKey(
  { number, origin, mode, undertaking, round }: LeadCase,
  certificate: Uint8Array,
): Promise<OpenedRound | undefined> {
  const publicKey = decoded(round.publicKey);
  const wrappedKey = decoded(round.wrappedKey);
  const keyStatement = decoded(round.keyStatement);
  const commissionRoundKey = decoded(round.commissionRoundKey);
  if (!publicKey || !wrappedKey || !keyStatement || !commissionRoundKey) return undefined;
  const material = { publicKey, wrappedKey, keyStatement };
  const caseNumber = number as CaseNumber;
  const terms = { caseNumber, round: round.round, origin, mode, commissionRoundKey, undertaking };
  return (await isHandedInBy(certificate, terms, material)) ? material : undefined;
}

function decoded(base64: string | undefined): Uint8Array | undefined {
  return base64 === undefined || base64 === '' ? undefined : decodeBase64(base64);
}
