import { contextConstructed, der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import { equalOctets, octetAt } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import type { RevocationReference } from '../revocation/revocation.js';
import { sha256 } from '../sha256.js';
import { subjectKeyIdentifier } from '../x509/key-identifier.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import type { CountersignatureErrorCode } from './errors.js';
import type { Evidence } from './evidence.js';
import { CmsOid } from './oids.js';
import { encodeCertificateSet, encodeSignedData, encodeSignerInfo } from './signed-data.js';
import {
  type Attributes,
  encodeAttribute,
  readSignerInfo,
  type Signer,
  type SignerInfo,
  signSignerInfo,
  singleValue,
} from './signer-info.js';
import type { VerifiedSignedData } from './signed-octets.js';
import { isSignatureBy } from './verify-signed-data.js';

/** What the platform adds when it accepts evidence. */
export interface Countersigning {
  /** The intake key, P-256. */
  readonly signer: Signer;
  /** When the evidence was verified; only whole seconds are kept. */
  readonly at: Date;
  /** The revocation data that the intake relied on. */
  readonly references: readonly RevocationReference[];
  /** The OCSP responses (DER) among that data. They name a person's certificate, so they are stored here and nowhere else. */
  readonly ocspResponses?: readonly Uint8Array[];
  /** Issuers (DER) to store beside the signer's certificate, for a checker who has only the roots. */
  readonly issuers?: readonly Uint8Array[];
}

/**
 * The evidence as it is stored: DER SignedData, the statement attached, the signer's certificate (and `issuers`) inside, and
 * one unsigned attribute, the countersignature (RFC 5652 §11.4) by the intake key. OCSP responses are in the `crls` field (RFC 5940).
 * What else the card sent is left behind.
 */
export async function countersign(
  verified: VerifiedSignedData,
  { signer, at, references, ocspResponses = [], issuers = [] }: Countersigning,
): Promise<Uint8Array> {
  const certificates = [verified.signer.der, ...issuers];
  const judgement = { certificatesDigest: digestOfCertificates(certificates), references };
  const countersignature = await signSignerInfo({
    signer,
    identifier: { kind: 'key-identifier', keyIdentifier: subjectKeyIdentifier(signer.publicKey) },
    // RFC 5652 §11.4: no content-type here, and the digest is that of the signature value.
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
    ocspResponses,
  });
}

/** When the platform accepted the evidence, and on which revocation data. */
export interface Countersignature {
  readonly signedAt: Date;
  readonly references: readonly RevocationReference[];
}

/**
 * Verifies the countersignature of stored evidence under one of the platform's intake keys (SubjectPublicKeyInfo, DER): over
 * this very signature, with these very certificates and with exactly the OCSP responses that it names.
 */
export function verifyCountersignature(
  evidence: Evidence,
  intakeKeys: readonly Uint8Array[],
): Result<Countersignature, CountersignatureErrorCode> {
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
    covers(attributes, judgement, evidence) &&
    isByOneOf(intakeKeys, parsed.value, signedAttributes.der)
    ? ok({ signedAt: new Date(signedAt), references: judgement.references })
    : fail('evidence-countersignature-wrong');
}

function covers(attributes: Attributes, judgement: IntakeJudgement, evidence: Evidence): boolean {
  const digest = singleValue(attributes, CmsOid.messageDigest, (reader) => reader.octetString());
  const certificates = evidence.certificates.map((certificate) => certificate.der);
  return (
    !attributes.has(CmsOid.contentType) &&
    digest !== undefined &&
    equalOctets(digest, digestOfSignature(evidence)) &&
    equalOctets(judgement.certificatesDigest, digestOfCertificates(certificates)) &&
    namesEvery(judgement.references, evidence.ocspResponses)
  );
}

/** Every response is named and every response named is there. Only the names are signed. */
function namesEvery(
  references: readonly RevocationReference[],
  ocspResponses: readonly Uint8Array[],
): boolean {
  const named = references.filter(({ kind }) => kind === 'ocsp').map((reference) => reference.sha256);
  const there = ocspResponses.map((response) => sha256(response));
  return (
    named.every((digest) => there.some((each) => equalOctets(each, digest))) &&
    there.every((digest) => named.some((each) => equalOctets(each, digest)))
  );
}

const digestAlgorithm = digestAlgorithmFor('sha256');
const signatureAlgorithm = signatureAlgorithmFor('ec', 'sha256');

function isByOneOf(intakeKeys: readonly Uint8Array[], signerInfo: SignerInfo, signed: Uint8Array): boolean {
  const { identifier, signature } = signerInfo;
  const key =
    identifier.kind === 'key-identifier'
      ? intakeKeys.find((each) => equalOctets(subjectKeyIdentifier(each), identifier.keyIdentifier))
      : undefined;
  if (key === undefined || !isAsWritten(signerInfo)) return false;
  return isSignatureBy(key, signatureAlgorithm, signed, signature);
}

/** What no signature covers must be exactly what the platform writes, so that no bit has a second reading. */
function isAsWritten(signerInfo: SignerInfo): boolean {
  return (
    equalOctets(signerInfo.digestAlgorithm.der, digestAlgorithm.der) &&
    equalOctets(signerInfo.signatureAlgorithm.der, signatureAlgorithm.der) &&
    signerInfo.unsignedAttributes === undefined
  );
}

function digestOfSignature({ signerInfo }: Pick<VerifiedSignedData, 'signerInfo'>): Uint8Array {
  return sha256(signerInfo.signature);
}

function digestOfCertificates(certificates: readonly Uint8Array[]): Uint8Array {
  return sha256(encodeCertificateSet(certificates));
}

/** What the platform says, over its own signature, about evidence it accepted. */
interface IntakeJudgement {
  /** SHA-256 of the `certificates` field as stored: neither the signer's certificate nor an issuer's can be exchanged. */
  readonly certificatesDigest: Uint8Array;
  /** The revocation data the acceptance rests on. */
  readonly references: readonly RevocationReference[];
}

const digestBytes = 32;
/** CRL numbers have at most 20 octets (RFC 5280 §5.2.3). */
const maximumNumberOctets = 21;

/**
 * ```
 * IntakeJudgement ::= SEQUENCE { certificates OCTET STRING (SIZE(32)), revocation SEQUENCE OF Reference }
 * Reference ::= CHOICE { crl [0] SEQUENCE { sha256 OCTET STRING (SIZE(32)), number INTEGER OPTIONAL },
 *                        ocsp [1] SEQUENCE { sha256 OCTET STRING (SIZE(32)) } }   -- IMPLICIT
 * ```
 */
export function encodeIntakeJudgement(judgement: IntakeJudgement): Uint8Array {
  return der.sequence(
    der.octetString(judgement.certificatesDigest),
    der.sequence(...judgement.references.map(encodeReference)),
  );
}

function encodeReference(reference: RevocationReference): Uint8Array {
  const digest = der.octetString(reference.sha256);
  if (reference.kind === 'ocsp') return der.context(1, digest);
  return reference.number === undefined
    ? der.context(0, digest)
    : der.context(0, digest, der.integer(BigInt(reference.number)));
}

/** Reads what {@link encodeIntakeJudgement} wrote. Throws DerError. */
function readIntakeJudgement(reader: DerReader): IntakeJudgement {
  const inner = reader.into(Tag.sequence);
  const certificatesDigest = readDigest(inner);
  const list = inner.into(Tag.sequence);
  inner.end();
  const references: RevocationReference[] = [];
  while (!list.done) references.push(readReference(list));
  return { certificatesDigest, references };
}

function readReference(list: DerReader): RevocationReference {
  const ocsp = list.optionalInto(contextConstructed(1));
  if (ocsp !== undefined) {
    const sha256 = readDigest(ocsp);
    ocsp.end();
    return { kind: 'ocsp', sha256 };
  }
  const crl = list.into(contextConstructed(0));
  const sha256 = readDigest(crl);
  const number = crl.done ? undefined : readNumber(crl);
  crl.end();
  return { kind: 'crl', sha256, number };
}

function readDigest(reader: DerReader): Uint8Array {
  const digest = reader.octetString();
  if (digest.length !== digestBytes) throw new DerError('not a SHA-256 digest');
  return digest;
}

function readNumber(reader: DerReader): string {
  const octets = reader.integerOctets();
  if (octetAt(octets, 0) >= 0x80 || octets.length > maximumNumberOctets) throw new DerError('bad CRL number');
  return octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n).toString();
}
