import type { OpenedRound } from '../../core/ceremony/index.js';
import { verifyDocumentByWebCrypto } from '../../core/cms/verify-by-webcrypto.js';
import { digestSha256 } from '../../core/cryptography.js';
import { decodeBase64 } from '../../core/encodings.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { renderKeyStatement } from '../../core/statement/index.js';
import type { LeadCase } from './lead-api';

/**
 * The key that the server has for the round in hand, if it is the one that this certificate (DER) signed for under the case's terms;
 * undefined where there is none or it is another. So a key that somebody put there is never opened.
 */
export async function checkHandedInKey(
  referendum: LeadCase,
  certificate: Uint8Array,
): Promise<OpenedRound | undefined> {
  const { round } = referendum;
  const publicKey = decoded(round.publicKey);
  const wrappedKey = decoded(round.wrappedKey);
  const keyStatement = decoded(round.keyStatement);
  const commissionRoundKey = decoded(round.commissionRoundKey);
  if (!publicKey || !wrappedKey || !keyStatement || !commissionRoundKey) return undefined;
  const signed = await verifyDocumentByWebCrypto(keyStatement);
  if (!signed.ok || !equalOctets(signed.value.signer.der, certificate)) return undefined;
  const expected = renderKeyStatement({
    caseNumber: referendum.number as CaseNumber,
    round: round.round,
    origin: referendum.origin,
    mode: referendum.mode,
    publicKeyDigest: await digestSha256(publicKey),
    commissionKeyDigest: await digestSha256(commissionRoundKey),
    wrappedKeyDigest: await digestSha256(wrappedKey),
    undertaking: referendum.undertaking,
  });
  return equalOctets(expected, signed.value.content) ? { publicKey, wrappedKey, keyStatement } : undefined;
}

function decoded(base64: string | undefined): Uint8Array | undefined {
  return base64 === undefined || base64 === '' ? undefined : decodeBase64(base64);
}
