import { verifyDocumentByWebCrypto } from '../cms/verify-by-webcrypto.js';
import { equalOctets } from '../octets.js';
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
