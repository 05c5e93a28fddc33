import { contextConstructed, der, DerError, type DerReader, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import {
  type AlgorithmIdentifier,
  keyAllowed,
  Oid,
  readAlgorithmIdentifier,
  readPublicKey,
  strongAlgorithms,
} from '../x509/index.js';
import {
  type CertificateIdentifier,
  encodeCertificateIdentifier,
  encodeKeyAgreementIdentifier,
  readCertificateIdentifier,
  readKeyAgreementIdentifier,
} from './certificate-identifier.js';
import { CmsOid } from './oids.js';

/** KeyAgreeRecipientInfo (RFC 5652 §6.2.2, RFC 5753): ephemeral-static ECDH on P-256, one recipient. */
export interface KeyAgreement {
  readonly kind: 'key-agreement';
  /** The ephemeral public key, an uncompressed point of 65 bytes. */
  readonly originator: Uint8Array;
  readonly userKeyingMaterial: Uint8Array | undefined;
  readonly keyDerivation: 'sha1' | 'sha256';
  readonly identifier: CertificateIdentifier;
  readonly encryptedKey: Uint8Array;
}

/** KeyTransRecipientInfo (RFC 5652 §6.2.1). */
export interface KeyTransport {
  readonly kind: 'key-transport';
  readonly identifier: CertificateIdentifier;
  readonly algorithm: AlgorithmIdentifier;
  readonly encryptedKey: Uint8Array;
}

/** PasswordRecipientInfo (RFC 5652 §6.2.4) with its two algorithms unread. */
export interface PasswordRecipient {
  readonly kind: 'password';
  readonly keyDerivation: AlgorithmIdentifier;
  readonly keyEncryption: AlgorithmIdentifier;
  readonly encryptedKey: Uint8Array;
}

/** A recipient of a kind this room has no use for; it may stand beside ours. */
interface OtherRecipient {
  readonly kind: 'other';
}

export type RecipientInfo = KeyAgreement | KeyTransport | PasswordRecipient | OtherRecipient;

/** Recipients an object may have. */
const maximumRecipients = 32;

/** Reads RecipientInfos (RFC 5652 §6.1). Throws DerError. */
export function readRecipientInfos(reader: DerReader): RecipientInfo[] {
  const set = reader.into(Tag.set);
  const recipients: RecipientInfo[] = [];
  while (!set.done) {
    if (recipients.length === maximumRecipients) throw new DerError('too many recipients');
    recipients.push(readRecipientInfo(set));
  }
  return recipients;
}

function readRecipientInfo(set: DerReader): RecipientInfo {
  const tag = set.peek();
  if (tag === Tag.sequence) return readKeyTransport(set.into());
  if (tag === contextConstructed(1)) return readKeyAgreement(set.into(contextConstructed(1)));
  if (tag === contextConstructed(3)) return readPasswordRecipient(set.into(contextConstructed(3)));
  set.element();
  return { kind: 'other' };
}

function readKeyTransport(reader: DerReader): KeyTransport {
  const version = reader.smallInteger();
  const identifier = readCertificateIdentifier(reader);
  if (version !== keyTransportVersion(identifier)) throw new DerError('bad version');
  const algorithm = readAlgorithmIdentifier(reader);
  const encryptedKey = reader.octetString();
  reader.end();
  return { kind: 'key-transport', identifier, algorithm, encryptedKey };
}

function readKeyAgreement(reader: DerReader): KeyAgreement | OtherRecipient {
  if (reader.smallInteger() !== 3) throw new DerError('bad version');
  const originator = readOriginatorKey(reader.into(contextConstructed(0)));
  const material = reader.optionalInto(contextConstructed(1));
  const userKeyingMaterial = material?.octetString();
  material?.end();
  const keyDerivation = readKeyDerivation(readAlgorithmIdentifier(reader));
  const list = reader.into();
  reader.end();
  const encrypted = list.into();
  const identifier = readKeyAgreementIdentifier(encrypted);
  const encryptedKey = encrypted.octetString();
  encrypted.end();
  list.end();
  if (keyDerivation === undefined || originator === undefined) return { kind: 'other' };
  return { kind: 'key-agreement', originator, userKeyingMaterial, keyDerivation, identifier, encryptedKey };
}

function readOriginatorKey(reader: DerReader): Uint8Array | undefined {
  const key = reader.into(contextConstructed(1));
  reader.end();
  const { algorithm, parameters } = readAlgorithmIdentifier(key);
  const { bytes, unusedBits } = key.bitString();
  key.end();
  // RFC 5753 §3.1.1: the parameters may be absent, NULL or the curve.
  const fits =
    parameters === undefined ||
    [der.nullValue(), der.oid(Oid.p256)].some((each) => equalOctets(each, parameters));
  if (unusedBits !== 0) throw new DerError('key not octets');
  return algorithm === Oid.ecPublicKey && fits && bytes.length === 65 && bytes[0] === 4 ? bytes : undefined;
}

const keyWrap = der.sequence(der.oid(CmsOid.aes256Wrap));

function readKeyDerivation({ algorithm, parameters }: AlgorithmIdentifier): 'sha1' | 'sha256' | undefined {
  if (parameters === undefined || !equalOctets(keyWrap, parameters)) return undefined;
  // OpenSSL derives with SHA-1 unless told otherwise; nothing in the derivation needs more of a digest than that.
  if (algorithm === CmsOid.ecdhSha1Kdf) return 'sha1';
  return algorithm === CmsOid.ecdhSha256Kdf ? 'sha256' : undefined;
}

function readPasswordRecipient(reader: DerReader): PasswordRecipient | OtherRecipient {
  if (reader.smallInteger() !== 0) throw new DerError('bad version');
  const derivation = reader.optionalInto(contextConstructed(0));
  if (derivation === undefined) throw new DerError('no key derivation');
  const algorithm = derivation.oid();
  const parameters = derivation.element().der;
  derivation.end();
  const keyEncryption = readAlgorithmIdentifier(reader);
  const encryptedKey = reader.octetString();
  reader.end();
  const keyDerivation = { der: new Uint8Array(), algorithm, parameters };
  return { kind: 'password', keyDerivation, keyEncryption, encryptedKey };
}

/**
 * How a content key is encrypted to a public key (SubjectPublicKeyInfo, DER): by key agreement to a P-256 key, by key transport
 * to an RSA key. Undefined for any other key, and for one that `strongAlgorithms` does not allow.
 */
export function recipientKindFor(
  subjectPublicKeyInfo: Uint8Array,
): 'key-agreement' | 'key-transport' | undefined {
  const key = readPublicKey(subjectPublicKeyInfo);
  if (key === undefined || !keyAllowed(strongAlgorithms, key)) return undefined;
  if (key.kind === 'ec' && key.curve === 'prime256v1') return 'key-agreement';
  return key.kind === 'rsa' ? 'key-transport' : undefined;
}

/** KeyAgreeRecipientInfo with dhSinglePass-stdDH-sha256kdf and id-aes256-wrap, without ukm. */
export function encodeKeyAgreement(
  identifier: CertificateIdentifier,
  originator: Uint8Array,
  encryptedKey: Uint8Array,
): Uint8Array {
  return der.context(
    1,
    der.integer(3),
    der.context(0, der.context(1, der.sequence(der.oid(Oid.ecPublicKey)), der.bitString(originator))),
    der.sequence(der.oid(CmsOid.ecdhSha256Kdf), keyWrap),
    der.sequence(der.sequence(encodeKeyAgreementIdentifier(identifier), der.octetString(encryptedKey))),
  );
}

/** KeyTransRecipientInfo with this key encryption algorithm (DER). */
export function encodeKeyTransport(
  identifier: CertificateIdentifier,
  algorithm: Uint8Array,
  encryptedKey: Uint8Array,
): Uint8Array {
  return der.sequence(
    der.integer(keyTransportVersion(identifier)),
    encodeCertificateIdentifier(identifier),
    algorithm,
    der.octetString(encryptedKey),
  );
}

/** RFC 5652 §6.2.1: 0 with issuerAndSerialNumber, 2 with subjectKeyIdentifier. */
function keyTransportVersion({ kind }: CertificateIdentifier): 0 | 2 {
  return kind === 'issuer-and-serial-number' ? 0 : 2;
}
