import { constants, type KeyObject, privateDecrypt } from 'node:crypto';
import { subtle } from '../cryptography.js';
import { fail, ok, type Result } from '../result.js';
import { Oid, parseCertificate } from '../x509/index.js';
import { identifiesCertificate } from './certificate-identifier.js';
import { type EnvelopedData, parseEnvelopedData } from './enveloped-data.js';
import { openPasswordRecipient } from './password-recipient.js';
import type { KeyTransport, RecipientInfo } from './recipient-info.js';
import { importPrivateKey } from './key-envelope.js';
import { maximumDocumentBytes } from './signed-document.js';

/** Bytes an envelope may have: a list put in an envelope for the lead is a document like any other. */
const maximumEnvelopeBytes = maximumDocumentBytes + 65_536;

/** Why an envelope does not open. */
export const envelopeErrorCodes = [
  /** Not an EnvelopedData with AES-256-CBC. */
  'envelope-malformed',
  /** It has no recipient of this kind, or none that is this certificate. */
  'envelope-not-for-this-key',
  /** The key or passphrase is wrong, or the envelope was changed. */
  'envelope-undecryptable',
] as const;
export type EnvelopeErrorCode = (typeof envelopeErrorCodes)[number];

/** Opens an envelope by its recovery passphrase. */
export async function openWithPassphrase(
  envelope: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, EnvelopeErrorCode>> {
  const parsed = parseEnvelopedData(envelope, maximumEnvelopeBytes);
  if (parsed === undefined) return fail('envelope-malformed');
  const recipient = parsed.recipients.find((each) => each.kind === 'password');
  return recipient === undefined
    ? fail('envelope-not-for-this-key')
    : decrypt(parsed, await openPasswordRecipient(recipient, passphrase));
}

/** Opens an envelope with a certificate (DER) and its RSA private key (PKCS #8 DER, or a KeyObject), as a card would. */
export async function openEnvelopeWithKey(
  envelope: Uint8Array,
  certificate: Uint8Array,
  privateKey: KeyObject | Uint8Array,
): Promise<Result<Uint8Array, EnvelopeErrorCode>> {
  const parsed = parseEnvelopedData(envelope, maximumEnvelopeBytes);
  if (parsed === undefined) return fail('envelope-malformed');
  const recipient = recipientFor(parsed.recipients, certificate);
  return recipient === undefined
    ? fail('envelope-not-for-this-key')
    : decrypt(parsed, decryptPkcs1(recipient.encryptedKey, privateKey));
}

function recipientFor(
  recipients: readonly RecipientInfo[],
  certificateBytes: Uint8Array,
): KeyTransport | undefined {
  const certificate = parseCertificate(certificateBytes);
  return recipients.find(
    (recipient): recipient is KeyTransport =>
      certificate.ok &&
      recipient.kind === 'key-transport' &&
      recipient.algorithm.algorithm === Oid.rsaEncryption &&
      identifiesCertificate(recipient.identifier, certificate.value),
  );
}

/** Node refuses RSAES-PKCS1-v1_5 decryption where its OpenSSL lacks implicit rejection, so the padding comes off here. */
function decryptPkcs1(encryptedKey: Uint8Array, privateKey: KeyObject | Uint8Array): Uint8Array | undefined {
  try {
    const key = importPrivateKey(privateKey);
    return key && unpad(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encryptedKey));
  } catch {
    return undefined;
  }
}

/** EME-PKCS1-v1_5 (RFC 8017 §7.2.2): 00 02, at least eight octets that are not zero, 00, the message. */
function unpad(block: Uint8Array): Uint8Array | undefined {
  const separator = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && separator >= 10 ? block.subarray(separator + 1) : undefined;
}

async function decrypt(
  { initialVector, ciphertext }: EnvelopedData,
  contentKey: Uint8Array | undefined,
): Promise<Result<Uint8Array, EnvelopeErrorCode>> {
  if (contentKey?.length !== 32) return fail('envelope-undecryptable');
  const key = await subtle.importKey('raw', contentKey, 'AES-CBC', false, ['decrypt']);
  try {
    const content = await subtle.decrypt({ name: 'AES-CBC', iv: initialVector }, key, ciphertext);
    return ok(new Uint8Array(content));
  } catch {
    return fail('envelope-undecryptable');
  }
}
