import { encryptForCard } from './enveloped-data.js';
import { signDocument } from './signed-document.js';
import type { CertifiedSigner } from './signer-info.js';

/**
 * A document that a card opens: DER SignedData ({@link signDocument}) inside DER EnvelopedData of id-data ({@link encryptForCard}). A card
 * opens nothing that is authenticated; the signature inside says who wrote the document, and that nobody changed it. The recipient is
 * a certificate, DER, with an RSA key.
 */
export async function signForCard(
  content: Uint8Array,
  signer: CertifiedSigner,
  at: Date,
  recipient: Uint8Array,
): Promise<Uint8Array> {
  return encryptForCard(await signDocument(content, signer, at), [recipient]);
}
