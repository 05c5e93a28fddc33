import { contextConstructed, type DerReader, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, readAlgorithmIdentifier } from '../x509/index.js';
import { type DigestName, digestOf } from './algorithms.js';
import { identifiesCertificate, type IssuerAndSerialNumber } from './certificate-identifier.js';
import type { ContentSignatureErrorCode, StatementSignatureErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import type { ResolvedSignedData } from './resolve-signer.js';
import { type Attributes, singleValue } from './signer-info.js';

/** Digests that signed attributes may hold. SHA-1 stands in signing-certificate alone. */
export type ReferenceDigest = DigestName | 'sha1';

/** The digest of octets, by whoever computes it. Asked for the content, by the signature's own digest, and for the signer's certificate. */
export type Digest = (name: ReferenceDigest, octets: Uint8Array) => Uint8Array;

/** Evidence whose signature is the certificate's key's over exactly this statement. Whether the certificate is trusted is another question. */
export interface VerifiedSignedData extends ResolvedSignedData {
  readonly statement: Uint8Array;
}

/** Everything about a signature but its arithmetic, which is done next. */
type UncheckedSignatureErrorCode = Exclude<ContentSignatureErrorCode, 'evidence-signature-wrong'>;

/**
 * The octets that a signature must be over for this statement (RFC 5652 §5.4, §5.6), once all else is right: what is attached is the
 * statement; with signed attributes, content-type and message-digest are there and right, and a signing-certificate names the signer.
 */
export function octetsSignedOver(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
  digest: Digest,
): Result<Uint8Array, Exclude<StatementSignatureErrorCode, 'evidence-signature-wrong'>> {
  const { content } = signedData;
  if (content === undefined)
    // A detached signature with another digest is, as far as anyone can tell, a signature over another statement.
    return octetsOver(signedData, statement, { otherDigest: 'evidence-statement-wrong', digest });
  return equalOctets(content, statement)
    ? octetsOver(signedData, statement, { otherDigest: 'evidence-message-digest-wrong', digest })
    : fail('evidence-statement-wrong');
}

/** As {@link octetsSignedOver}, over the content that came with the signature, whatever that is. */
export function octetsSignedOverContent(
  signedData: ResolvedSignedData & { readonly content: Uint8Array },
  digest: Digest,
): Result<Uint8Array, UncheckedSignatureErrorCode> {
  return octetsOver(signedData, signedData.content, { otherDigest: 'evidence-message-digest-wrong', digest });
}

/** `otherDigest` is what it means that the message-digest is another than the statement's. */
interface Checking<OtherDigest> {
  readonly otherDigest: OtherDigest;
  readonly digest: Digest;
}

function octetsOver<OtherDigest extends StatementSignatureErrorCode>(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
  checking: Checking<OtherDigest>,
): Result<Uint8Array, UncheckedSignatureErrorCode | OtherDigest> {
  const { signedAttributes } = signedData.signerInfo;
  if (signedAttributes === undefined) return ok(statement);
  const fault = attributesFault(signedData, signedAttributes.values, statement, checking);
  return fault === undefined ? ok(signedAttributes.der) : fail(fault);
}

function attributesFault<OtherDigest extends StatementSignatureErrorCode>(
  { algorithms, signer }: ResolvedSignedData,
  attributes: Attributes,
  statement: Uint8Array,
  { otherDigest, digest }: Checking<OtherDigest>,
): UncheckedSignatureErrorCode | OtherDigest | undefined {
  const contentType = singleValue(attributes, CmsOid.contentType, (reader) => reader.oid());
  if (contentType !== CmsOid.data) return 'evidence-content-type-wrong';
  const messageDigest = singleValue(attributes, CmsOid.messageDigest, (reader) => reader.octetString());
  if (messageDigest === undefined) return 'evidence-message-digest-wrong';
  if (!equalOctets(messageDigest, digest(algorithms.digest, statement))) return otherDigest;
  return namesSigningCertificate(attributes, signer, digest)
    ? undefined
    : 'evidence-signing-certificate-wrong';
}

/** ESSCertID or ESSCertIDv2 (RFC 5035 §4), the first in the attribute: the signer's own. */
interface CertificateReference {
  /** Undefined when it is not on the list. */
  readonly digest: ReferenceDigest | undefined;
  readonly hash: Uint8Array;
  readonly issuerAndSerial: IssuerAndSerialNumber | undefined;
}

/**
 * Holds signing-certificate and signing-certificate-v2 (RFC 2634, RFC 5035), where present, against the certificate.
 * The first is SHA-1 by definition; it is checked all the same, and no trust is put in it: the signature does not rest on it.
 */
function namesSigningCertificate(attributes: Attributes, certificate: Certificate, digest: Digest): boolean {
  const matches = (type: string, read: (reader: DerReader) => CertificateReference): boolean => {
    if (!attributes.has(type)) return true;
    const reference = singleValue(attributes, type, (reader) => readFirst(reader.into(), read));
    return reference !== undefined && referenceMatches(reference, certificate, digest);
  };
  return (
    matches(CmsOid.signingCertificate, readReference) && matches(CmsOid.signingCertificateV2, readReferenceV2)
  );
}

function referenceMatches(
  { digest: name, hash, issuerAndSerial }: CertificateReference,
  certificate: Certificate,
  digest: Digest,
): boolean {
  return (
    name !== undefined &&
    equalOctets(digest(name, certificate.der), hash) &&
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
