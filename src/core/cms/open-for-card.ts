import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import type { SignedDocument } from './attached-document.js';
import type { Card } from './card.js';
import type { SignedDocumentErrorCode } from './errors.js';
import { verifyDocumentByWebCrypto } from './verify-by-webcrypto.js';

/** Why a document for a card is refused, beside what is wrong with its signature. */
export const cardDocumentErrorCodes = [
  /** The card does not open it: another card's, or changed. */
  'card-document-not-opened',
  /** The signature verifies, but another certificate's key made it. */
  'card-document-signed-by-another',
] as const;
export type CardDocumentErrorCode = (typeof cardDocumentErrorCodes)[number] | SignedDocumentErrorCode;

/**
 * Opens what `signForCard` made, and answers it only where this very certificate's key (DER) signed it. A document without a
 * signature is refused. The path of the certificate is not validated.
 */
export async function openForCard(
  envelope: Uint8Array,
  card: Pick<Card, 'decrypt'>,
  signer: Uint8Array,
): Promise<Result<SignedDocument, CardDocumentErrorCode>> {
  const opened = await card.decrypt(envelope).catch(() => undefined);
  if (opened === undefined) return fail('card-document-not-opened');
  const document = await verifyDocumentByWebCrypto(opened);
  if (!document.ok) return document;
  const signedByIt = equalOctets(document.value.signer.der, signer);
  return signedByIt ? ok(document.value) : fail('card-document-signed-by-another');
}
