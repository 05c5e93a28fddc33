import { subtle } from '../cryptography.js';
import { fail, ok, type Result } from '../result.js';
import { maximumDocumentBytes } from './attached-document.js';
import { type EnvelopedData, parseEnvelopedData } from './enveloped-data.js';
import { openPasswordRecipient } from './password-recipient.js';

/** Bytes an envelope may have: a list put in an envelope for the lead is a document like any other. */
export const maximumEnvelopeBytes = maximumDocumentBytes + 65_536;

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
    : decryptEnvelope(parsed, await openPasswordRecipient(recipient, passphrase));
}

/** The clear content of an envelope, by its content key. */
export async function decryptEnvelope(
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
