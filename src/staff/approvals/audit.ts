import type { AuditActor, AuditEntry, JsonValue } from '../../audit/index.js';
import type { ApprovalRequest } from './request.js';

/** What the audit log says of a request: identifiers and the digest, never the subject itself. */
export function approvalEntry(
  request: ApprovalRequest,
  what: 'requested' | 'approved' | 'executed' | 'failed',
  actor: AuditActor,
  at: Date,
  more: Readonly<Record<string, JsonValue>> = {},
): AuditEntry {
  return {
    at,
    actor,
    action: `approval-${what}`,
    caseNumber: request.caseNumber,
    details: {
      request: request.id,
      action: request.action,
      subject: Buffer.from(request.subjectDigest).toString('hex'),
      ...more,
    },
  };
}
