import { parseSignedDocument } from '../core/cms/index.js';
import { fail, ok, type Result } from '../core/result.js';
import type { Case } from '../cases/index.js';
import type { LeadErrorCode } from './errors.js';

/** Bytes a signed statement of the lead's may have. */
export const maximumStatementBytes = 32_768;

/**
 * What was signed, if the signature verifies with the certificate registered for the lead, byte for byte. That certificate's
 * path and revocation were judged when the lead signed in. The content is only ever compared, never read.
 */
export function checkSignedByLead(
  referendum: Case,
  signedDocument: Uint8Array,
): Result<Uint8Array, LeadErrorCode> {
  if (signedDocument.length > maximumStatementBytes) return fail('evidence-too-large');
  const document = parseSignedDocument(signedDocument);
  if (!document.ok) return document;
  const { signer, content } = document.value;
  const signedByLead = Buffer.compare(signer.der, referendum.leadSigningCertificate) === 0;
  return signedByLead ? ok(content) : fail('statement-signer-not-lead');
}
