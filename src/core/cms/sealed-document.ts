import {
  constants,
  createPublicKey,
  KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, parseCertificate } from '../x509/index.js';
import { maximumDocumentBytes } from './attached-document.js';
import {
  type AuthEnvelopedData,
  encodeAuthEnvelopedData,
  isRsaOaepSha256,
  nonceBytes,
  parseAuthEnvelopedData,
  rsaOaepSha256,
} from './auth-enveloped-data.js';
import {
  type CertificateIdentifier,
  identifiesCertificate,
  issuerAndSerialNumberOf,
} from './certificate-identifier.js';
import { decryptContent, encryptContent } from './content-key.js';
import {
  agreeOnContentKey,
  importPrivateKey,
  openingKey,
  sealingKey,
  sealToPoint,
  unwrapContentKey,
} from './key-envelope.js';
import {
  encodeKeyTransport,
  type KeyAgreement,
  type KeyTransport,
  recipientKindFor,
} from './recipient-info.js';

/** Bytes a sealed document may have. */
const maximumSealedBytes = maximumDocumentBytes + 65_536;

/** Why a document sealed to a certificate does not open. */
export const sealedErrorCodes = [
  /** Not an AuthEnvelopedData with AES-256-GCM. */
  'sealed-malformed',
  /** Sealed to other certificates, or in a way this key can't open. */
  'sealed-not-for-this-key',
  /** Sealed to this certificate, and changed since. */
  'sealed-authentication-failed',
] as const;
export type SealedErrorCode = (typeof sealedErrorCodes)[number];

/** Whether {@link sealForCertificate} can seal to this certificate (DER): an RSA key of 2048 to 8192 bits, or P-256. */
export function canSealFor(certificate: Uint8Array): boolean {
  const parsed = parseCertificate(certificate);
  return parsed.ok && recipientKindFor(parsed.value.subjectPublicKeyInfo) !== undefined;
}

/**
 * Seals a document to a certificate (DER): AuthEnvelopedData, AES-256-GCM; RSA-OAEP with SHA-256 or ephemeral-static ECDH by
 * the certificate's key. The recipient is named by issuer and serial number. Throws where {@link canSealFor} is false.
 */
export function sealForCertificate(content: Uint8Array, certificate: Uint8Array): Uint8Array {
  const parsed = parseCertificate(certificate);
  const kind = parsed.ok ? recipientKindFor(parsed.value.subjectPublicKeyInfo) : undefined;
  if (!parsed.ok || kind === undefined) throw new TypeError('no certificate that can be sealed to');
  const { subjectPublicKeyInfo } = parsed.value;
  const identifier = issuerAndSerialNumberOf(parsed.value);
  return kind === 'key-agreement'
    ? sealToPoint(content, sealingKey(subjectPublicKeyInfo), identifier)
    : sealByTransport(content, subjectPublicKeyInfo, identifier);
}

function sealByTransport(
  content: Uint8Array,
  subjectPublicKeyInfo: Uint8Array,
  identifier: CertificateIdentifier,
): Uint8Array {
  const contentKey = randomBytes(32);
  const nonce = randomBytes(nonceBytes);
  const key = createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: 'der', type: 'spki' });
  const encryptedKey = publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    contentKey,
  );
  return encodeAuthEnvelopedData({
    recipients: encodeKeyTransport(identifier, rsaOaepSha256, encryptedKey),
    nonce,
    ...encryptContent(contentKey, nonce, content),
  });
}

/**
 * Opens a document sealed to this certificate (DER) with its private key (PKCS #8 DER, or a KeyObject). Other recipients may
 * stand beside. Takes what {@link sealForCertificate} and `openssl cms -encrypt -aes-256-gcm` write (RSA: with
 * `-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256`).
 */
export function openSealed(
  sealed: Uint8Array,
  certificate: Uint8Array,
  privateKey: KeyObject | Uint8Array,
): Result<Uint8Array, SealedErrorCode> {
  const found = findRecipient(sealed, certificate);
  if (!found.ok) return found;
  const key = importPrivateKey(privateKey);
  if (key === undefined) return fail('sealed-not-for-this-key');
  const { envelope, recipient } = found.value;
  return contentOf(envelope, contentKeyFor(recipient, key));
}

/** The private key of a recipient, wherever it is kept: what it can do, and nothing else. */
export interface RecipientKey {
  /** ECDH with a point of P-256 (uncompressed): the x-coordinate. Undefined for what isn't such a point, and for another kind of key. */
  agree(point: Uint8Array): Promise<Uint8Array | undefined>;
  /** Decrypts RSAES-OAEP with SHA-256 for digest and mask. Undefined when it doesn't open, and for another kind of key. */
  decryptOaep(encryptedKey: Uint8Array): Promise<Uint8Array | undefined>;
}

/** As {@link openSealed}, with a key that may be in a hardware module. Any other key transport is refused before the key is used. */
export async function openSealedWith(
  sealed: Uint8Array,
  certificate: Uint8Array,
  key: RecipientKey,
): Promise<Result<Uint8Array, SealedErrorCode>> {
  const found = findRecipient(sealed, certificate);
  if (!found.ok) return found;
  const { envelope, recipient } = found.value;
  return contentOf(envelope, await contentKeyWith(recipient, key));
}

async function contentKeyWith(
  recipient: KeyAgreement | KeyTransport,
  key: RecipientKey,
): Promise<Uint8Array | undefined> {
  if (recipient.kind === 'key-agreement') {
    const secret = await key.agree(recipient.originator);
    return secret && unwrapContentKey(recipient, secret);
  }
  return isRsaOaepSha256(recipient.algorithm) ? key.decryptOaep(recipient.encryptedKey) : undefined;
}

/** A {@link RecipientKey} over a private key in memory. */
export function recipientKey(privateKey: KeyObject): RecipientKey {
  const opening = openingKey(privateKey);
  return {
    agree: (point) => Promise.resolve(opening?.agree(point)),
    decryptOaep: (encryptedKey) => Promise.resolve(decryptOaep(encryptedKey, privateKey)),
  };
}

function findRecipient(
  sealed: Uint8Array,
  certificate: Uint8Array,
): Result<
  { readonly envelope: AuthEnvelopedData; readonly recipient: KeyAgreement | KeyTransport },
  SealedErrorCode
> {
  const envelope = parseAuthEnvelopedData(sealed, maximumSealedBytes);
  if (envelope === undefined) return fail('sealed-malformed');
  const parsed = parseCertificate(certificate);
  const recipient = parsed.ok ? recipientFor(envelope, parsed.value) : undefined;
  return recipient === undefined ? fail('sealed-not-for-this-key') : ok({ envelope, recipient });
}

function contentOf(
  envelope: AuthEnvelopedData,
  contentKey: Uint8Array | undefined,
): Result<Uint8Array, SealedErrorCode> {
  const content = contentKey?.length === 32 ? decryptContent(contentKey, envelope) : undefined;
  return content === undefined ? fail('sealed-authentication-failed') : ok(content);
}

function recipientFor(
  envelope: AuthEnvelopedData,
  certificate: Certificate,
): KeyAgreement | KeyTransport | undefined {
  return envelope.recipients.find(
    (recipient): recipient is KeyAgreement | KeyTransport =>
      (recipient.kind === 'key-agreement' || recipient.kind === 'key-transport') &&
      identifiesCertificate(recipient.identifier, certificate),
  );
}

function contentKeyFor(recipient: KeyAgreement | KeyTransport, key: KeyObject): Uint8Array | undefined {
  if (recipient.kind === 'key-agreement') {
    const opening = openingKey(key);
    return opening && agreeOnContentKey(recipient, opening);
  }
  return isRsaOaepSha256(recipient.algorithm) ? decryptOaep(recipient.encryptedKey, key) : undefined;
}

function decryptOaep(encryptedKey: Uint8Array, key: KeyObject): Uint8Array | undefined {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    return privateDecrypt({ key, padding, oaepHash: 'sha256' }, encryptedKey);
  } catch {
    return undefined;
  }
}
