import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { CardRefusal } from '../../core/cms/pin-protected-card.js';
import { contextConstructed, contextPrimitive, DerReader, Tag } from '../../core/der/index.js';
import { equalOctets } from '../../core/octets.js';
import { Oid, type Certificate } from '../../core/x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';

const envelopedData = '1.2.840.113549.1.7.3';
const aes256Cbc = '2.16.840.1.101.3.4.1.42';

interface Envelope {
  /** The encrypted content key of each RSA recipient, with the RecipientIdentifier (DER). */
  readonly recipients: readonly { readonly identifier: Uint8Array; readonly encryptedKey: Uint8Array }[];
  readonly initializationVector: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/**
 * Decrypts a CMS EnvelopedData (RFC 5652 §6) as a card does: RSA PKCS #1 v1.5 key transport and AES-256-CBC only.
 * Throws {@link CardRefusal}.
 */
export function openEnvelopedData(bytes: Uint8Array, certificate: Certificate, key: KeyPair): Uint8Array {
  const envelope = readEnvelope(bytes);
  const recipient = envelope.recipients.find((each) => names(each.identifier, certificate, key));
  if (recipient === undefined) throw new CardRefusal('not-a-recipient');
  const contentKey = decryptPkcs1(key, recipient.encryptedKey);
  if (contentKey?.length !== 32) throw new CardRefusal('not-decryptable');
  try {
    const decipher = createDecipheriv('aes-256-cbc', contentKey, envelope.initializationVector);
    return Buffer.concat([decipher.update(envelope.ciphertext), decipher.final()]);
  } catch {
    throw new CardRefusal('not-decryptable');
  }
}

/** RSAES-PKCS1-v1_5 (RFC 8017 §7.2.2); undefined when it does not decrypt. Node 20 refuses this padding, so this code removes it. */
export function decryptPkcs1(key: KeyPair, ciphertext: Uint8Array): Uint8Array | undefined {
  try {
    const block = privateDecrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, ciphertext);
    const separator = block.indexOf(0, 2);
    return block[0] === 0 && block[1] === 2 && separator >= 10 ? block.subarray(separator + 1) : undefined;
  } catch {
    // The ciphertext is not as long as the modulus, or not below it.
    return undefined;
  }
}

function readEnvelope(bytes: Uint8Array): Envelope {
  try {
    return parseEnvelope(bytes);
  } catch {
    throw new CardRefusal('malformed');
  }
}

function parseEnvelope(bytes: Uint8Array): Envelope {
  const outer = new DerReader(bytes).into();
  if (outer.oid() !== envelopedData) throw new Error('not enveloped data');
  const body = outer.into(contextConstructed(0)).into();
  body.integerOctets();
  body.optional(contextConstructed(0));
  const recipients = parseRecipients(body.into(Tag.set));
  const content = body.into();
  content.oid();
  const algorithm = content.into();
  if (algorithm.oid() !== aes256Cbc) throw new Error('not AES-256-CBC');
  return { recipients, initializationVector: algorithm.octetString(), ciphertext: parseCiphertext(content) };
}

/** [0] IMPLICIT OCTET STRING: one piece, or several pieces, as some programs write it. */
function parseCiphertext(content: DerReader): Uint8Array {
  const whole = content.optional(contextPrimitive(0));
  if (whole !== undefined) return whole.content;
  const pieces: Uint8Array[] = [];
  for (const parts = content.into(contextConstructed(0)); !parts.done;) pieces.push(parts.octetString());
  return Buffer.concat(pieces);
}

function parseRecipients(reader: DerReader): Envelope['recipients'] {
  const recipients = [];
  while (!reader.done) {
    const { tag, content } = reader.element();
    // Only KeyTransRecipientInfo is a plain SEQUENCE. A card supports no other kind.
    if (tag !== Tag.sequence) continue;
    const fields = reader.inside(content);
    fields.integerOctets();
    const identifier = fields.element().der;
    if (fields.into().oid() === Oid.rsaEncryption) {
      recipients.push({ identifier, encryptedKey: fields.octetString() });
    }
  }
  return recipients;
}

/** Whether a RecipientIdentifier (issuer and serial number, or [0] subject key identifier) names this certificate. */
function names(identifier: Uint8Array, certificate: Certificate, key: KeyPair): boolean {
  const { tag, content } = new DerReader(identifier).element();
  const wanted =
    tag === Tag.sequence
      ? [certificate.issuer.der, Uint8Array.of(2, certificate.serialNumber.length), certificate.serialNumber]
      : [key.keyIdentifier];
  return equalOctets(Buffer.concat(wanted), content);
}
