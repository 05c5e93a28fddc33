import { createHash } from 'node:crypto';
import { contextConstructed, type DerReader, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import {
  type AlgorithmIdentifier,
  type Certificate,
  readAlgorithmIdentifier,
  strongAlgorithms,
  verifySignature,
} from '../x509/index.js';
import { digestOf, resolveAlgorithms, type ResolvedAlgorithms } from './algorithms.js';
import {
  type CertificateIdentifier,
  identifiesCertificate,
  type IssuerAndSerialNumber,
} from './certificate-identifier.js';
import type { ContentSignatureErrorCode, SignerErrorCode, StatementSignatureErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import type { SignedData } from './signed-data.js';
import { type Attributes, singleValue } from './signer-info.js';

/** Evidence whose signature is the certificate's key's over exactly this statement. Whether the certificate is trusted is another question. */
export interface VerifiedSignedData extends ResolvedSignedData {
  readonly statement: Uint8Array;
}

/**
 * Verifies a signature over the statement that had to be signed (RFC 5652 §5.4, §5.6). `statement` is rendered by the caller:
 * what is attached is only compared with it. With signed attributes, content-type and message-digest must be there and
 * right, and a signing-certificate must name the signer.
 */
export function verifySignedData(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
): Result<VerifiedSignedData, StatementSignatureErrorCode> {
  const { content } = signedData;
  if (content !== undefined)
    return equalOctets(content, statement)
      ? verifyOver(signedData, statement, 'evidence-message-digest-wrong')
      : fail('evidence-statement-wrong');
  // A detached signature with another digest is, as far as anyone can tell, a signature over another statement.
  return verifyOver(signedData, statement, 'evidence-statement-wrong');
}

/** Verifies an attached signature over the content that came with it, whatever that is. Otherwise as {@link verifySignedData}. */
export function verifyAttached(
  signedData: ResolvedSignedData & { readonly content: Uint8Array },
): Result<VerifiedSignedData, ContentSignatureErrorCode> {
  return verifyOver(signedData, signedData.content, 'evidence-message-digest-wrong');
}

/** `otherDigest` is what it means that the message-digest is another than the statement's. */
function verifyOver<OtherDigest extends StatementSignatureErrorCode>(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
  otherDigest: OtherDigest,
): Result<VerifiedSignedData, ContentSignatureErrorCode | OtherDigest> {
  const { signedAttributes, signature } = signedData.signerInfo;
  const fault =
    signedAttributes && attributesFault(signedData, signedAttributes.values, statement, otherDigest);
  if (fault !== undefined) return fail(fault);
  const signed = signedAttributes?.der ?? statement;
  return isSignatureBy(
    signedData.signer.subjectPublicKeyInfo,
    signedData.algorithms.signature,
    signed,
    signature,
  )
    ? ok({ ...signedData, statement })
    : fail('evidence-signature-wrong');
}

function attributesFault<OtherDigest extends StatementSignatureErrorCode>(
  { algorithms, signer }: ResolvedSignedData,
  attributes: Attributes,
  statement: Uint8Array,
  otherDigest: OtherDigest,
): ContentSignatureErrorCode | OtherDigest | undefined {
  const contentType = singleValue(attributes, CmsOid.contentType, (reader) => reader.oid());
  if (contentType !== CmsOid.data) return 'evidence-content-type-wrong';
  const messageDigest = singleValue(attributes, CmsOid.messageDigest, (reader) => reader.octetString());
  if (messageDigest === undefined) return 'evidence-message-digest-wrong';
  const digest = createHash(algorithms.digest).update(statement).digest();
  if (!equalOctets(messageDigest, digest)) return otherDigest;
  return namesSigningCertificate(attributes, signer) ? undefined : 'evidence-signing-certificate-wrong';
}

/** A SignedData whose signer and algorithms are settled; its signature has not been verified. */
export interface ResolvedSignedData extends SignedData {
  /** The signer's certificate; nothing says yet that it is trusted. */
  readonly signer: Certificate;
  readonly algorithms: ResolvedAlgorithms;
}

/** Finds the signer's certificate in the bag and settles the algorithms. No cryptography yet. */
export function resolveSigner(signedData: SignedData): Result<ResolvedSignedData, SignerErrorCode> {
  const { signerInfo } = signedData;
  const signer = findSigner(signedData.certificates, signerInfo.identifier);
  if (!signer.ok) return signer;
  const algorithms = resolveAlgorithms(
    signerInfo.digestAlgorithm,
    signerInfo.signatureAlgorithm,
    signer.value.subjectPublicKeyInfo,
  );
  return algorithms.ok
    ? ok({ ...signedData, signer: signer.value, algorithms: algorithms.value })
    : algorithms;
}

/** MOICA's generations share one name, so name and serial number could fit two certificates: then nobody is the signer. */
function findSigner(
  certificates: readonly Certificate[],
  identifier: CertificateIdentifier,
): Result<Certificate, 'evidence-certificate-missing' | 'evidence-certificate-ambiguous'> {
  const matches = certificates.filter((certificate) => identifiesCertificate(identifier, certificate));
  const [first, ...others] = matches;
  if (first === undefined) return fail('evidence-certificate-missing');
  return others.every((other) => equalOctets(other.der, first.der))
    ? ok(first)
    : fail('evidence-certificate-ambiguous');
}

/** True when `signature` over `data` is by this key (SubjectPublicKeyInfo, DER). */
export function isSignatureBy(
  publicKey: Uint8Array,
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifySignature({ publicKey, algorithm, data, signature }, strongAlgorithms).ok;
}

/** ESSCertID or ESSCertIDv2 (RFC 5035 §4), the first in the attribute: the signer's own. */
interface CertificateReference {
  /** Node's name of the digest; undefined when it is not on the list. */
  readonly digest: string | undefined;
  readonly hash: Uint8Array;
  readonly issuerAndSerial: IssuerAndSerialNumber | undefined;
}

/**
 * Holds signing-certificate and signing-certificate-v2 (RFC 2634, RFC 5035), where present, against the certificate.
 * The first is SHA-1 by definition; it is checked all the same, and no trust is put in it: the signature does not rest on it.
 */
function namesSigningCertificate(attributes: Attributes, certificate: Certificate): boolean {
  return (
    referenceMatches(attributes, CmsOid.signingCertificate, readReference, certificate) &&
    referenceMatches(attributes, CmsOid.signingCertificateV2, readReferenceV2, certificate)
  );
}

function referenceMatches(
  attributes: Attributes,
  type: string,
  read: (reader: DerReader) => CertificateReference,
  certificate: Certificate,
): boolean {
  if (!attributes.has(type)) return true;
  const reference = singleValue(attributes, type, (reader) => readFirst(reader.into(), read));
  if (reference?.digest === undefined) return false;
  const { issuerAndSerial } = reference;
  return (
    equalOctets(createHash(reference.digest).update(certificate.der).digest(), reference.hash) &&
    (issuerAndSerial === undefined || identifiesCertificate(issuerAndSerial, certificate))
  );
}

function readFirst(
  reader: DerReader,
  read: (reader: DerReader) => CertificateReference,
): CertificateReference {
  const list = reader.into();
  const first = read(list.into());
  while (!list.done) list.element(Tag.sequence);
  reader.optional(Tag.sequence);
  reader.end();
  return first;
}

function readReference(reader: DerReader): CertificateReference {
  const hash = reader.octetString();
  return { digest: 'sha1', hash, issuerAndSerial: readIssuerAndSerial(reader) };
}

function readReferenceV2(reader: DerReader): CertificateReference {
  const digest = reader.peek() === Tag.sequence ? digestOf(readAlgorithmIdentifier(reader)) : 'sha256';
  const hash = reader.octetString();
  return { digest, hash, issuerAndSerial: readIssuerAndSerial(reader) };
}

function readIssuerAndSerial(reader: DerReader): CertificateReference['issuerAndSerial'] {
  const issuerSerial = reader.optionalInto(Tag.sequence);
  reader.end();
  if (issuerSerial === undefined) return undefined;
  // A directoryName, the only GeneralName an issuer can have.
  const names = issuerSerial.into();
  const directoryName = names.into(contextConstructed(4));
  const issuer = directoryName.element(Tag.sequence).der;
  directoryName.end();
  names.end();
  const serialNumber = issuerSerial.integerOctets();
  issuerSerial.end();
  return { kind: 'issuer-and-serial-number', issuer, serialNumber };
}
