import { parseEnvelopedData } from '../cms/enveloped-data.js';
import { verifyDocumentByWebCrypto } from '../cms/verify-by-webcrypto.js';
import { equalOctets, hex } from '../octets.js';
import { type KeyStatementTerms, keyStatementOf, type OpenedRound } from './lead-ceremony.js';

/**
 * Whether the key that a server has for a round is the one that this very certificate (DER) signed for under these terms. The server's word
 * is not enough to go on with it: it could hold out another key. The path of the certificate is not validated; its holder asks.
 */
export async function isHandedInBy(
  certificate: Uint8Array,
  terms: KeyStatementTerms,
  material: OpenedRound,
): Promise<boolean> {
  const signed = await verifyDocumentByWebCrypto(material.keyStatement);
  if (!signed.ok || !equalOctets(signed.value.signer.der, certificate)) return false;
  return equalOctets(signed.value.content, await keyStatementOf(terms, material));
}

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
