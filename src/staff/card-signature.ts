import type { CardSignature } from '../core/cms/card.js';
import {
  parseCardSignature,
  type SignedDataErrorCode,
  type VerifiedSignedData,
  verifySignedData,
} from '../core/cms/index.js';
import { encodeSignedData } from '../core/cms/signed-data.js';
import type { Result } from '../core/result.js';

/** Verifies a card's signature over exactly this statement. Whether its certificate is trusted is another question. */
export function verifyCardSignature(
  signature: CardSignature,
  statement: Uint8Array,
): Result<VerifiedSignedData, SignedDataErrorCode> {
  const evidence = parseCardSignature(signature);
  return evidence.ok ? verifySignedData(evidence.value, statement) : evidence;
}

/** A verified signature as one CMS SignedData (DER) with the statement inside, which `openssl cms -verify` checks by itself. */
export function attachedSignature(evidence: VerifiedSignedData): Uint8Array {
  return encodeSignedData({
    content: evidence.statement,
    certificates: evidence.certificates.map((certificate) => certificate.der),
    signerInfo: evidence.signerInfo,
  });
}
