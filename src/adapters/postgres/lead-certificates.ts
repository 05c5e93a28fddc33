import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { LeadCertificatePair } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { sha256 } from '../../core/sha256.js';
import { appendAuditEvent } from './audit-log.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';

/**
 * Replaces the lead's certificates if the signing one is still that of this SHA-256, and keeps those that were replaced, in one transaction.
 * False, with nothing written, otherwise. The database ends the lead's sessions.
 */
export function replaceLeadCertificates(
  checking: DataSource,
  number: CaseNumber,
  replaced: Uint8Array,
  pair: LeadCertificatePair,
  entry: AuditEntry,
): Promise<boolean> {
  return checking.transaction(async (manager) => {
    const lock = { mode: 'for_no_key_update' } as const;
    const row = await manager.findOne(ReferendumCaseEntity, { where: { number }, lock });
    if (row === null || !equalOctets(sha256(row.leadSigningCertificate), replaced)) return false;
    await manager.query(
      `INSERT INTO replaced_lead_certificate (case_number, signing_certificate, encryption_certificate, replaced_at, request)
       VALUES ($1, $2, $3, $4, $5)`,
      [number, row.leadSigningCertificate, row.leadEncryptionCertificate, entry.at, entry.details?.request],
    );
    await manager.update(
      ReferendumCaseEntity,
      { number },
      {
        leadSigningCertificate: Buffer.from(pair.leadSigningCertificate),
        leadEncryptionCertificate: Buffer.from(pair.leadEncryptionCertificate),
      },
    );
    await appendAuditEvent(manager, entry);
    return true;
  });
}
