import { parseEnvelopedData } from '../cms/enveloped-data.js';
import { hex } from '../octets.js';

/** Who can open a wrapped round key. */
export interface KeyRecipients {
  /** Serial numbers (hex) of the encryption certificates: the lead's, and those of deputies. */
  readonly certificates: readonly string[];
  /** Whether a recovery passphrase opens it too. */
  readonly passphrase: boolean;
}

/** Bytes of the largest wrapped key that the server takes. */
const maximumWrappedKeyBytes = 16_384;

/** Reads whom a wrapped key (CMS EnvelopedData, DER) names as its recipients; undefined where it is no such object. */
export function keyRecipients(wrappedKey: Uint8Array): KeyRecipients | undefined {
  const envelope = parseEnvelopedData(wrappedKey, maximumWrappedKeyBytes);
  if (envelope === undefined) return undefined;
  const certificates = envelope.recipients.flatMap((each) =>
    each.kind === 'key-transport' && each.identifier.kind === 'issuer-and-serial-number'
      ? [hex(each.identifier.serialNumber)]
      : [],
  );
  return { certificates, passphrase: envelope.recipients.some(({ kind }) => kind === 'password') };
}
