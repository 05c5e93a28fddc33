import { createHash } from 'node:crypto';
import { der, parseDer } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import type { RevocationReference } from '../revocation/reference.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import { type Attributes, encodeAttribute, singleValue } from './attributes.js';
import { keyIdentifier } from './signer-identifier.js';
import type { EvidenceErrorCode } from './errors.js';
import type { Evidence } from './evidence.js';
import { encodeIntakeJudgement, type IntakeJudgement, readIntakeJudgement } from './intake-judgement.js';
import { subjectKeyIdentifier } from './key-identifier.js';
import { CmsOid } from './oids.js';
import { isSignatureBy } from './signature.js';
import { encodeCertificateSet, encodeSignedData, encodeSignerInfo } from './signed-data.js';
import { equal } from './octets.js';
import type { Signer } from './signer.js';
import { readSignerInfo, type SignerInfo } from './signer-info.js';
import { signSignerInfo } from './sign-signer-info.js';
import type { VerifiedEvidence } from './verify-evidence.js';

/** What the platform adds when it accepts evidence. */
export interface Countersigning {
  /** The intake key, P-256. */
  readonly signer: Signer;
  /** When the evidence was judged; whole seconds are kept. */
  readonly at: Date;
  /** The revocation data the judgement rests on. */
  readonly references: readonly RevocationReference[];
  /** Issuers (DER) to store beside the signer's certificate, for a checker who has only the roots. */
  readonly issuers?: readonly Uint8Array[];
}

/**
 * The evidence as it is stored: DER SignedData, the statement attached, the signer's certificate (and `issuers`) inside, and
 * one unsigned attribute, the countersignature (RFC 5652 11.4) by the intake key. What else the card sent is left behind.
 */
export async function countersign(
  verified: VerifiedEvidence,
  { signer, at, references, issuers = [] }: Countersigning,
): Promise<Uint8Array> {
  const certificates = [verified.signer.der, ...issuers];
  const judgement = { certificatesDigest: digestOfCertificates(certificates), references };
  const countersignature = await signSignerInfo({
    signer,
    identifier: keyIdentifier(subjectKeyIdentifier(signer.publicKey)),
    // RFC 5652 11.4: no content-type here, and the digest is that of the signature value.
    attributes: [
      encodeAttribute(CmsOid.messageDigest, der.octetString(digestOfSignature(verified))),
      encodeAttribute(CmsOid.signingTime, der.time(at)),
      encodeAttribute(CmsOid.intakeJudgement, encodeIntakeJudgement(judgement)),
    ],
  });
  return encodeSignedData({
    content: verified.statement,
    certificates,
    signerInfo: verified.signerInfo,
    unsignedAttributes: [encodeAttribute(CmsOid.countersignature, encodeSignerInfo(countersignature, []))],
  });
}

/** When the platform accepted the evidence, and on which revocation data. */
export interface Countersignature {
  readonly signedAt: Date;
  readonly references: readonly RevocationReference[];
}

/**
 * Verifies the countersignature of stored evidence under one of the platform's intake keys (SubjectPublicKeyInfo, DER): over
 * this very signature, and with these very certificates.
 */
export function verifyCountersignature(
  evidence: Evidence,
  intakeKeys: readonly Uint8Array[],
): Result<Countersignature, EvidenceErrorCode> {
  const bytes = evidence.countersignature;
  const parsed = parseDer(bytes, bytes.length, readSignerInfo);
  if (!parsed.ok) return fail('evidence-malformed');
  const { signedAttributes } = parsed.value;
  if (signedAttributes === undefined) return fail('evidence-countersignature-wrong');
  const attributes = signedAttributes.values;
  const signedAt = singleValue(attributes, CmsOid.signingTime, (reader) => reader.time());
  const judgement = singleValue(attributes, CmsOid.intakeJudgement, readIntakeJudgement);
  return signedAt !== undefined &&
    judgement !== undefined &&
    speaksOf(attributes, judgement, evidence) &&
    isByOneOf(intakeKeys, parsed.value, signedAttributes.der)
    ? ok({ signedAt: new Date(signedAt), references: judgement.references })
    : fail('evidence-countersignature-wrong');
}

function speaksOf(attributes: Attributes, judgement: IntakeJudgement, evidence: Evidence): boolean {
  const digest = singleValue(attributes, CmsOid.messageDigest, (reader) => reader.octetString());
  const certificates = evidence.certificates.map((certificate) => certificate.der);
  return (
    !attributes.has(CmsOid.contentType) &&
    digest !== undefined &&
    equal(digest, digestOfSignature(evidence)) &&
    equal(judgement.certificatesDigest, digestOfCertificates(certificates))
  );
}

const digestAlgorithm = digestAlgorithmFor('sha256');
const signatureAlgorithm = signatureAlgorithmFor('ec', 'sha256');

function isByOneOf(intakeKeys: readonly Uint8Array[], signerInfo: SignerInfo, signed: Uint8Array): boolean {
  const { identifier, signature } = signerInfo;
  const key =
    identifier.kind === 'key-identifier'
      ? intakeKeys.find((each) => equal(subjectKeyIdentifier(each), identifier.keyIdentifier))
      : undefined;
  if (key === undefined || !isAsWritten(signerInfo)) return false;
  return isSignatureBy(key, signatureAlgorithm, signed, signature);
}

/** What no signature covers must be exactly what the platform writes, so that no bit has a second reading. */
function isAsWritten(signerInfo: SignerInfo): boolean {
  return (
    equal(signerInfo.digestAlgorithm.der, digestAlgorithm.der) &&
    equal(signerInfo.signatureAlgorithm.der, signatureAlgorithm.der) &&
    signerInfo.unsignedAttributes === undefined
  );
}

function digestOfSignature({ signerInfo }: Pick<VerifiedEvidence, 'signerInfo'>): Uint8Array {
  return createHash('sha256').update(signerInfo.signature).digest();
}

function digestOfCertificates(certificates: readonly Uint8Array[]): Uint8Array {
  return createHash('sha256').update(encodeCertificateSet(certificates)).digest();
}
