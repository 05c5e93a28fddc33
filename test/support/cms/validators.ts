import { valueOf } from '../../../src/devkit/index.js';
import {
  countersign,
  parseEvidence,
  parseSignedDocument,
  verifyCardSignature,
  verifyCountersignature,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import { der } from '../../../src/core/der/index.js';
import { sha256 } from '../../../src/core/sha256.js';
import { secondOpinion, secondOpinionOnCountersignature } from '../../../src/core/second-opinion/index.js';
import { confirmCountersignature, confirmSignature } from '../../../src/core/validators.js';
import { type CertifiedPair, type NodeKeyPair, signerOf } from './certificates.js';
import { signedDataBy, type SignedDataOverrides } from './signed-data.js';

/** The evidence of this signer over this statement, as a platform with this intake key stores it. */
export async function storedEvidence(
  signer: CertifiedPair,
  statement: Uint8Array,
  intake: NodeKeyPair,
  overrides: SignedDataOverrides = {},
): Promise<Uint8Array> {
  const signedData = signedDataBy(signer, statement, overrides);
  const verified = valueOf(verifyCardSignature({ form: 'cms', signedData }, statement));
  const ocspResponse = der.sequence(der.encode(0x0a, Uint8Array.of(0)));
  return countersign(verified, {
    signer: signerOf(intake),
    at: new Date('2026-01-02T03:04:05Z'),
    references: [{ kind: 'ocsp', sha256: sha256(ocspResponse) }],
    ocspResponses: [ocspResponse],
  });
}

/** The verdict of both validators on a signed document: `good`, or a code. */
export async function bothOnDocument(bytes: Uint8Array): Promise<string> {
  const confirmed = await confirmSignature(parseSignedDocument(bytes), bytes);
  return confirmed.ok ? 'good' : confirmed.failure.code;
}

/**
 * The verdict of both validators on stored evidence: `good`, or a code. pkijs refuses the whole object if any part of it is not BER.
 * Our validator refuses only the signature to which that part belongs. So if both refuse one signature, the verdict is clear even
 * where only pkijs refuses the other one (docs/adr/0009-second-opinion.md).
 */
export async function bothOnEvidence(bytes: Uint8Array, intakeKey: Uint8Array): Promise<string> {
  const keys = [intakeKey];
  const evidence = parseEvidence(bytes);
  const first = evidence.ok ? verifySignedData(evidence.value, evidence.value.content) : evidence;
  const counter = evidence.ok ? verifyCountersignature(evidence.value, keys) : evidence;
  const signature = await confirmSignature(first, bytes);
  const countersignature = await confirmCountersignature(counter, bytes, keys);
  if (!first.ok && !signature.ok && (await refusesBoth(bytes, keys))) return signature.failure.code;
  const codes = [countersignature, signature].map((each) => (each.ok ? 'good' : each.failure.code));
  return codes.find((code) => code !== 'good') ?? 'good';
}

/** Whether pkijs accepts neither signature of the evidence. */
async function refusesBoth(bytes: Uint8Array, keys: readonly Uint8Array[]): Promise<boolean> {
  const signature = await secondOpinion(bytes);
  return signature === undefined && (await secondOpinionOnCountersignature(bytes, keys)) === undefined;
}
