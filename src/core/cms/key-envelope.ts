import { createECDH, createHash, createPrivateKey, type ECDH, KeyObject, randomBytes } from 'node:crypto';
import { DerReader } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { readPublicKey } from '../x509/index.js';
import { subjectKeyIdentifier } from '../x509/key-identifier.js';
import { encodeAuthEnvelopedData, nonceBytes, parseAuthEnvelopedData } from './auth-enveloped-data.js';
import { decryptContent, deriveKeyEncryptionKey, encryptContent, unwrapKey, wrapKey } from './content-key.js';
import type { KeyEnvelopeErrorCode } from './errors.js';
import { encodeKeyAgreement, type KeyAgreement } from './recipient-info.js';

const curve = 'prime256v1';
const contentKeyBytes = 32;

/** A P-256 public key, made ready once for a million records. */
export interface SealingKey {
  /** Uncompressed point, 65 bytes. */
  readonly point: Uint8Array;
  readonly keyIdentifier: Uint8Array;
  /** Makes the ephemeral keys, a new one for each record. */
  readonly ephemeral: ECDH;
}

/** Makes a P-256 SubjectPublicKeyInfo (DER) ready for sealing. Throws on any other key. */
export function sealingKey(subjectPublicKeyInfo: Uint8Array): SealingKey {
  const key = readPublicKey(subjectPublicKeyInfo);
  if (key?.kind !== 'ec' || key.curve !== curve) throw new TypeError('not a P-256 public key');
  return {
    point: key.point,
    keyIdentifier: subjectKeyIdentifier(subjectPublicKeyInfo),
    ephemeral: createECDH(curve),
  };
}

/**
 * Seals content to a P-256 key: DER AuthEnvelopedData (RFC 5083), AES-256-GCM, one KeyAgreeRecipientInfo by subject key
 * identifier, dhSinglePass-stdDH-sha256kdf with an ephemeral key for this envelope alone, id-aes256-wrap. The content is read
 * once by the cipher and its ciphertext copied once.
 */
export function sealToKey(content: Uint8Array, key: SealingKey): Uint8Array {
  return sealToPoint(content, key, { kind: 'key-identifier', keyIdentifier: key.keyIdentifier });
}

/** As {@link sealToKey}, for whatever recipient identifier names the key. */
export function sealToPoint(
  content: Uint8Array,
  { point, ephemeral }: SealingKey,
  identifier: KeyAgreement['identifier'],
): Uint8Array {
  const random = randomBytes(contentKeyBytes + nonceBytes);
  const contentKey = random.subarray(0, contentKeyBytes);
  const nonce = random.subarray(contentKeyBytes);
  const originator = ephemeral.generateKeys();
  const keyEncryptionKey = deriveKeyEncryptionKey(ephemeral.computeSecret(point), 'sha256');
  return encodeAuthEnvelopedData({
    recipients: encodeKeyAgreement(identifier, originator, wrapKey(keyEncryptionKey, contentKey)),
    nonce,
    ...encryptContent(contentKey, nonce, content),
  });
}

/** A P-256 private key, made ready once for a million records, wherever it is kept. */
export interface OpeningKey {
  /** SHA-1 of the public point (RFC 5280 §4.2.1.2). */
  readonly keyIdentifier: Uint8Array;
  /** ECDH with an uncompressed point: the x-coordinate. Undefined where the point is not on the curve; another failure throws. */
  agree(point: Uint8Array): Uint8Array | undefined;
}

/** Makes a P-256 private key (PKCS #8 DER, or a KeyObject) ready for opening; undefined when it is no such key. */
export function openingKey(privateKey: KeyObject | Uint8Array): OpeningKey | undefined {
  const key = importPrivateKey(privateKey);
  if (key?.asymmetricKeyDetails?.namedCurve !== curve || key.type !== 'private') return undefined;
  const agreement = createECDH(curve);
  agreement.setPrivateKey(privateScalar(key));
  const keyIdentifier = createHash('sha1').update(agreement.getPublicKey()).digest();
  return { keyIdentifier, agree: (point) => computeSecret(agreement, point) };
}

/**
 * The privateKey of an ECPrivateKey (RFC 5915 §3), 32 bytes. Not by a JWK: node 20 holds a lock of the key while it makes one, and waits for itself
 * for ever if the collector frees, just then, the job that made the key.
 */
function privateScalar(key: KeyObject): Uint8Array {
  const fields = new DerReader(key.export({ format: 'der', type: 'sec1' })).into();
  fields.smallInteger();
  return fields.octetString();
}

/** A private key that may come as PKCS #8 (DER); undefined when that is none. */
export function importPrivateKey(privateKey: KeyObject | Uint8Array): KeyObject | undefined {
  if (privateKey instanceof KeyObject) return privateKey;
  try {
    return createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

/**
 * Opens an envelope of at most `limit` bytes. Takes what {@link sealToKey} writes and what
 * `openssl cms -encrypt -aes-256-gcm -keyid` does. Pass an {@link openingKey} where there are many.
 */
export function openWithKey(
  envelope: Uint8Array,
  privateKey: OpeningKey | KeyObject | Uint8Array,
  limit: number,
): Result<Uint8Array, KeyEnvelopeErrorCode> {
  const sealed = parseAuthEnvelopedData(envelope, limit);
  if (sealed?.recipients.length !== 1) return fail('record-malformed');
  const [recipient] = sealed.recipients;
  const key =
    privateKey instanceof KeyObject || privateKey instanceof Uint8Array ? openingKey(privateKey) : privateKey;
  if (recipient?.kind !== 'key-agreement' || key === undefined || !isFor(recipient, key)) {
    return fail('record-not-for-this-key');
  }
  const contentKey = agreeOnContentKey(recipient, key);
  const content = contentKey && decryptContent(contentKey, sealed);
  return content === undefined ? fail('record-authentication-failed') : ok(content);
}

function isFor({ identifier }: KeyAgreement, key: OpeningKey): boolean {
  return identifier.kind === 'key-identifier' && equalOctets(identifier.keyIdentifier, key.keyIdentifier);
}

/** The content key a KeyAgreeRecipientInfo holds for this key; undefined when it doesn't. */
export function agreeOnContentKey(recipient: KeyAgreement, key: OpeningKey): Uint8Array | undefined {
  const secret = key.agree(recipient.originator);
  return secret && unwrapContentKey(recipient, secret);
}

/** The content key a KeyAgreeRecipientInfo holds, by the shared secret; undefined when it is another secret's. */
export function unwrapContentKey(recipient: KeyAgreement, secret: Uint8Array): Uint8Array | undefined {
  const { keyDerivation, userKeyingMaterial, encryptedKey } = recipient;
  return unwrapKey(deriveKeyEncryptionKey(secret, keyDerivation, userKeyingMaterial), encryptedKey);
}

function computeSecret(agreement: ECDH, point: Uint8Array): Uint8Array | undefined {
  try {
    return agreement.computeSecret(point);
  } catch {
    return undefined;
  }
}
