import { fail, type Result } from '../result.js';
import { type Certificate, parseCertificate } from '../x509/index.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import type { CardSignature } from './card.js';
import type { EvidenceErrorCode } from './errors.js';
import { parseSignedData } from './signed-data.js';
import { settleSigner, type SignedEvidence } from './signed-evidence.js';
import { readSignerKey } from './signer-key.js';
import { issuerAndSerialNumber } from './signer-identifier.js';
import type { SignerInfo } from './signer-info.js';

/** Bytes a card's signature may have, certificates included. */
export const maximumSignatureBytes = 16_384;

/**
 * Reads what a card signed with, in either form, into one: a SignedData whose signer and algorithms are settled. A bare
 * signature becomes a SignerInfo without signed attributes, SHA-256. Nothing expensive is done and nothing is verified.
 * Unsigned attributes and CRLs the card may send are left behind when evidence is built: no signature covers them.
 */
export function parseCardSignature(input: CardSignature): Result<SignedEvidence, EvidenceErrorCode> {
  if (input.form === 'pkcs1') return fromBareSignature(input.signature, input.certificate);
  const signedData = parseSignedData(input.signedData, maximumSignatureBytes);
  return signedData.ok ? settleSigner(signedData.value) : signedData;
}

function fromBareSignature(
  signature: Uint8Array,
  certificateBytes: Uint8Array,
): Result<SignedEvidence, EvidenceErrorCode> {
  if (signature.length + certificateBytes.length > maximumSignatureBytes) {
    return fail('evidence-too-large', { limit: maximumSignatureBytes });
  }
  const certificate = parseCertificate(certificateBytes);
  if (!certificate.ok) return fail('evidence-certificate-malformed');
  const signerInfo = bareSignerInfo(signature, certificate.value);
  if (signerInfo === undefined) return fail('evidence-algorithm-unsupported');
  return settleSigner({ content: undefined, certificates: [certificate.value], signerInfo });
}

function bareSignerInfo(signature: Uint8Array, certificate: Certificate): SignerInfo | undefined {
  const kind = readSignerKey(certificate.subjectPublicKeyInfo)?.kind;
  if (kind !== 'rsa' && kind !== 'ec') return undefined;
  return {
    identifier: issuerAndSerialNumber(certificate),
    digestAlgorithm: digestAlgorithmFor('sha256'),
    signedAttributes: undefined,
    signatureAlgorithm: signatureAlgorithmFor(kind, 'sha256'),
    signature,
    unsignedAttributes: undefined,
  };
}
