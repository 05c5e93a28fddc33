import type { Card } from './card.js';
import { parseCardSignature } from './card-signature.js';
import { encodeSignedData } from './signed-data.js';

/**
 * Has a card sign a document: attached DER SignedData with the certificates the card sent, whatever form the card answers
 * in. The card is the person's own and is taken at its word; the server verifies. Throws where the card answers nonsense.
 */
export async function cardSignedDocument(card: Card, content: Uint8Array): Promise<Uint8Array> {
  const signature = parseCardSignature(await card.sign(content, 'cms-attached'));
  if (!signature.ok) throw new Error(`the card's signature can't be used: ${signature.failure.code}`);
  return encodeSignedData({
    content,
    certificates: signature.value.certificates.map((certificate) => certificate.der),
    signerInfo: signature.value.signerInfo,
  });
}
