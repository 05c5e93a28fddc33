import { constants, type KeyObject, privateDecrypt } from 'node:crypto';
import { fail, type Result } from '../result.js';
import { Oid, parseCertificate } from '../x509/index.js';
import { identifiesCertificate } from './certificate-identifier.js';
import { parseEnvelopedData } from './enveloped-data.js';
import { decryptEnvelope, type EnvelopeErrorCode, maximumEnvelopeBytes } from './open-envelope.js';
import type { KeyTransport, RecipientInfo } from './recipient-info.js';
import { importPrivateKey } from './key-envelope.js';

/**
 * Opens an envelope with a certificate (DER) and its RSA private key (PKCS #8 DER, or a KeyObject), as a card would. This is the only
 * RSAES-PKCS1-v1_5 decryption of the program. No server may reach it: who can ask a server whether a padding was good can have it decrypt
 * anything (RFC 8017 §7.2).
 */
export async function openEnvelopeWithKey(
  envelope: Uint8Array,
  certificate: Uint8Array,
  privateKey: KeyObject | Uint8Array,
): Promise<Result<Uint8Array, EnvelopeErrorCode>> {
  return openEnvelopeWith(envelope, certificate, (encryptedKey) =>
    Promise.resolve(decryptPkcs1(encryptedKey, privateKey)),
  );
}

/**
 * As {@link openEnvelopeWithKey}, where the private key is behind `decrypt`, such as in a token: RSAES-PKCS1-v1_5 of the encrypted
 * content key, undefined where it does not decrypt.
 */
export async function openEnvelopeWith(
  envelope: Uint8Array,
  certificate: Uint8Array,
  decrypt: (encryptedKey: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<Result<Uint8Array, EnvelopeErrorCode>> {
  const parsed = parseEnvelopedData(envelope, maximumEnvelopeBytes);
  if (parsed === undefined) return fail('envelope-malformed');
  const recipient = recipientFor(parsed.recipients, certificate);
  return recipient === undefined
    ? fail('envelope-not-for-this-key')
    : decryptEnvelope(parsed, await decrypt(recipient.encryptedKey));
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

/**
 * RSAES-PKCS1-v1_5 (RFC 8017 §7.2.2); undefined where it does not decrypt. Node refuses it where its OpenSSL lacks implicit rejection, so
 * the padding comes off here.
 */
export function decryptPkcs1(
  ciphertext: Uint8Array,
  privateKey: KeyObject | Uint8Array,
): Uint8Array | undefined {
  try {
    const key = importPrivateKey(privateKey);
    return key && unpad(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, ciphertext));
  } catch {
    return undefined;
  }
}

/** EME-PKCS1-v1_5 (RFC 8017 §7.2.2): 00 02, at least eight octets that are not zero, 00, the message. */
function unpad(block: Uint8Array): Uint8Array | undefined {
  const separator = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && separator >= 10 ? block.subarray(separator + 1) : undefined;
}
