import {
  encodeAuthEnvelopedData,
  nonceBytes,
  parseAuthEnvelopedData,
  rsaOaepSha256,
  tagBytes,
} from '../cms/auth-enveloped-data.js';
import { importAgreementKey, openAgreed, p256, wrappingKeyFor } from '../cms/agree-by-webcrypto.js';
import type { Card } from '../cms/card.js';
import { type CertificateIdentifier, issuerAndSerialNumberOf } from '../cms/certificate-identifier.js';
import { encodeKeyAgreement, encodeKeyTransport, recipientKindFor } from '../cms/recipient-info.js';
import { randomOctets, subtle, type WebCryptoKey } from '../cryptography.js';
import { fail, type Result } from '../result.js';
import { parseCertificate } from '../x509/index.js';

/** A new round key, before it is wrapped. */
export interface RoundKeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Is wrapped as it is, and leaves WebCrypto in no other way. */
  readonly privateKey: WebCryptoKey;
}

/** Makes a round key. */
export async function generateRoundKey(): Promise<RoundKeyPair> {
  // Extractable, or it could not be wrapped.
  const { publicKey, privateKey } = await subtle.generateKey(p256, true, ['deriveBits']);
  return { publicKey: new Uint8Array(await subtle.exportKey('spki', publicKey)), privateKey };
}

/** What opens a wrapped round key: the lead's card, a deputy's, or the recovery passphrase. */
export type KeyOpener = Pick<Card, 'decrypt'>;

/**
 * Has the card, or who stands in for it, open the wrapped round key (one popup, one PIN), hands the key (PKCS #8, DER) to `use`, and overwrites it when that is done.
 * What the card opened is not authenticated: `use` has to hold it against something.
 */
export async function withRoundKey<Value, Code extends string>(
  card: KeyOpener,
  wrappedKey: Uint8Array,
  use: (privateKey: Uint8Array) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'ceremony-key-not-opened'>> {
  const privateKey = await card.decrypt(wrappedKey).catch(() => undefined);
  if (privateKey === undefined) return fail('ceremony-key-not-opened');
  try {
    return await use(privateKey);
  } finally {
    privateKey.fill(0);
  }
}

const maximumProbeBytes = 16_384;

/**
 * What `sealForCertificate` of core/cms does, by WebCrypto alone, for the lead's machine. Throws where the certificate (DER)
 * holds no key that `strongAlgorithms` allows on P-256 or for RSA.
 */
export async function encryptToCertificate(
  content: Uint8Array,
  certificate: Uint8Array,
): Promise<Uint8Array> {
  const parsed = parseCertificate(certificate);
  if (!parsed.ok) throw new TypeError('not a certificate');
  const { subjectPublicKeyInfo } = parsed.value;
  const kind = recipientKindFor(subjectPublicKeyInfo);
  if (kind === undefined) throw new TypeError('no certificate that can be sealed to');
  const identifier = issuerAndSerialNumberOf(parsed.value);
  const encryptKey = kind === 'key-agreement' ? agreeWith : transportTo;
  const nonce = randomOctets(nonceBytes);
  const contentKey = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, contentKey, content));
  const end = sealed.length - tagBytes;
  return encodeAuthEnvelopedData({
    recipients: await encryptKey(subjectPublicKeyInfo, identifier, contentKey),
    nonce,
    ciphertext: sealed.subarray(0, end),
    tag: sealed.subarray(end),
  });
}

async function agreeWith(
  subjectPublicKeyInfo: Uint8Array,
  identifier: CertificateIdentifier,
  contentKey: WebCryptoKey,
): Promise<Uint8Array> {
  const ephemeral = await subtle.generateKey(p256, true, ['deriveBits']);
  const recipient = await subtle.importKey('spki', subjectPublicKeyInfo, p256, false, []);
  const wrapping = await wrappingKeyFor(ephemeral.privateKey, recipient);
  const originator = new Uint8Array(await subtle.exportKey('raw', ephemeral.publicKey));
  const wrapped = await subtle.wrapKey('raw', contentKey, wrapping, 'AES-KW');
  return encodeKeyAgreement(identifier, originator, new Uint8Array(wrapped));
}

async function transportTo(
  subjectPublicKeyInfo: Uint8Array,
  identifier: CertificateIdentifier,
  contentKey: WebCryptoKey,
): Promise<Uint8Array> {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
  const key = await subtle.importKey('spki', subjectPublicKeyInfo, algorithm, false, ['wrapKey']);
  const encryptedKey = await subtle.wrapKey('raw', contentKey, key, 'RSA-OAEP');
  return encodeKeyTransport(identifier, rsaOaepSha256, new Uint8Array(encryptedKey));
}

/** Opens what the server sealed to the round key (PKCS #8) as it seals records; undefined when it does not open. */
export async function openWithRoundKey(
  sealed: Uint8Array,
  privateKey: Uint8Array,
): Promise<Uint8Array | undefined> {
  const envelope = parseAuthEnvelopedData(sealed, maximumProbeBytes);
  const recipient = envelope?.recipients.find((each) => each.kind === 'key-agreement');
  const key = await importAgreementKey(privateKey);
  return envelope && recipient && key && openAgreed(envelope, recipient, key);
}
