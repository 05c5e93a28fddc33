import type { AuditEntry } from '../audit/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { hex } from '../core/octets.js';
import { sha256Hex } from '../core/sha256.js';
import type { EnteredBy } from './calendar/calendar.service.js';
import type { LeadCertificatePair } from './registration.js';

/**
 * What the audit log has of a lead's certificates that were replaced: digests alone. From this event on, the lead's acts are signed with the
 * new one; those before it stand.
 */
export function leadReplacedEntry(
  at: Date,
  caseNumber: CaseNumber,
  replaced: Uint8Array,
  { leadSigningCertificate, leadEncryptionCertificate }: LeadCertificatePair,
  { actor, request }: EnteredBy,
): AuditEntry {
  const details = {
    replaced: hex(replaced),
    leadCertificate: sha256Hex(leadSigningCertificate),
    encryptionCertificate: sha256Hex(leadEncryptionCertificate),
    request,
  };
  return { at, actor, action: 'lead-certificates-replaced', caseNumber, details };
}
