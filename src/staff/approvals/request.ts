import type { AuditActor, AuditEntry } from '../../audit/index.js';
import type { JsonValue } from '../../core/canonical-json.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { renderApprovalStatement } from '../../core/statement/index.js';
import type { StaffMember } from '../member.js';

/**
 * `pending`: waits for the second person. `approved`: signed, and the action is being executed. If the process ended
 * during the execution, the state stays `approved`, and the action is not tried again. `executed`: done. `failed`: not
 * done, with a code.
 */
export type ApprovalState = 'pending' | 'approved' | 'executed' | 'failed';

/** An action that needs two people, requested by the first. */
export interface ApprovalRequest {
  /** UUID version 7, so identifiers sort in the order of the requests. */
  readonly id: string;
  /** Stable code of the action, such as `start-check`. */
  readonly action: string;
  /** Undefined for an action on no case: those on members of staff. */
  readonly caseNumber?: CaseNumber;
  /** The platform's origin when it was asked for. */
  readonly origin: string;
  /** Exactly what is to be approved: canonical JSON. */
  readonly content: Uint8Array;
  /** SHA-256 of `content`, 32 bytes. */
  readonly contentDigest: Uint8Array;
  /** UUID of the requester, with the certificate and the holder of their session. */
  readonly requestedBy: string;
  readonly requesterCertificateDigest: Uint8Array;
  readonly requesterHolderDigest: Uint8Array;
  readonly requestedAt: Date;
  /** After this time nobody can approve it. */
  readonly expiresAt: Date;
  readonly state: ApprovalState;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
  /** Why the execution failed. */
  readonly failureCode?: string;
}

/** An approved request as the checking role reads it for itself: nothing in it is believed before it is verified. */
export interface ApprovedRow {
  readonly request: ApprovalRequest;
  /** CMS SignedData (DER) with the statement inside. */
  readonly approval: Uint8Array;
  /** The members of these UUIDs as they are registered now, if they are. */
  readonly requester: StaffMember | undefined;
  readonly approver: StaffMember | undefined;
}

/** The exact bytes the approver signs: UTF-8 text that says what is approved. */
export function approvalStatement(request: ApprovalRequest): Uint8Array {
  return renderApprovalStatement({ ...request, requestId: request.id });
}

/** The approver, as their session says. */
interface Approver {
  readonly memberId: string;
  /** SHA-256 of the certificate they signed in with. */
  readonly certificateDigest: Uint8Array;
}

/**
 * Refuses a requester who approves their own request, also as another member with the same card. Failure:
 * `approval-by-requester`.
 */
export function checkOtherMember(
  request: ApprovalRequest,
  approver: Approver,
): Result<void, 'approval-by-requester'> {
  const same =
    request.requestedBy === approver.memberId ||
    equalOctets(request.requesterCertificateDigest, approver.certificateDigest);
  return same ? fail('approval-by-requester') : ok(undefined);
}

/** Refuses an approver who holds the requester's other card. Failure: `approval-by-requester`. */
export function checkOtherHolder(
  request: ApprovalRequest,
  holder: Uint8Array,
): Result<void, 'approval-by-requester'> {
  return equalOctets(request.requesterHolderDigest, holder) ? fail('approval-by-requester') : ok(undefined);
}

/** The audit entry of a request: identifiers and the digest, never the content itself. */
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
    ...(request.caseNumber === undefined ? {} : { caseNumber: request.caseNumber }),
    details: {
      request: request.id,
      action: request.action,
      subject: hex(request.contentDigest),
      ...more,
    },
  };
}
