import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import type { EvidenceErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { encodeSignedData, parseSignedData, type SignedData } from './signed-data.js';
import { readRevocationInfos } from './revocation-infos.js';
import { encodeAttribute } from './signer-info.js';
import { type ResolvedSignedData, resolveSigner } from './resolve-signer.js';

/** Bytes stored evidence may have: what a card may send, the statement, issuers and the countersignature. */
export const maximumEvidenceBytes = 65_536;

/** Evidence as stored: parsed, its signature and countersignature not yet verified. */
export interface Evidence extends ResolvedSignedData {
  /** The statement. */
  readonly content: Uint8Array;
  /** The countersignature, a SignerInfo, DER. */
  readonly countersignature: Uint8Array;
  /** The OCSP responses, DER, that the acceptance rests on. */
  readonly ocspResponses: readonly Uint8Array[];
}

/**
 * Reads evidence as `countersign` writes it, and nothing else: the bytes must be exactly those its fields encode to, so that
 * no bit outside a signature has a second reading.
 */
export function parseEvidence(bytes: Uint8Array): Result<Evidence, EvidenceErrorCode> {
  const signedData = parseSignedData(bytes, maximumEvidenceBytes);
  if (!signedData.ok) return signedData;
  const { content } = signedData.value;
  if (content === undefined) return fail('evidence-content-missing');
  const countersignature = onlyCountersignature(signedData.value);
  if (countersignature === undefined) return fail('evidence-countersignature-missing');
  const ocspResponses = ocspResponsesIn(signedData.value);
  if (ocspResponses === undefined) return fail('evidence-malformed');
  const settled = resolveSigner(signedData.value);
  if (!settled.ok) return settled;
  const evidence = { ...settled.value, content, countersignature, ocspResponses };
  return equalOctets(encodeEvidence(evidence), bytes) ? ok(evidence) : fail('evidence-malformed');
}

function onlyCountersignature({ signerInfo }: SignedData): Uint8Array | undefined {
  const values = signerInfo.unsignedAttributes?.get(CmsOid.countersignature);
  return signerInfo.unsignedAttributes?.size === 1 && values?.length === 1 ? values[0] : undefined;
}

function ocspResponsesIn({ revocationInfos }: SignedData): Uint8Array[] | undefined {
  return revocationInfos === undefined ? [] : readRevocationInfos(revocationInfos);
}

function encodeEvidence(evidence: Evidence): Uint8Array {
  return encodeSignedData({
    content: evidence.content,
    certificates: evidence.certificates.map((certificate) => certificate.der),
    signerInfo: evidence.signerInfo,
    unsignedAttributes: [encodeAttribute(CmsOid.countersignature, evidence.countersignature)],
    ocspResponses: evidence.ocspResponses,
  });
}
