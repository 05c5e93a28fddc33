import type { CaseNumber } from '../../core/identifiers.js';
import { renderApprovalStatement } from '../../core/statement.js';

/**
 * `pending`: waits for the second person. `approved`: they signed, and the action is being carried out (or the process died while it
 * was; it is not tried again). `executed`, `failed`: it was carried out, or not, with a code.
 */
export type ApprovalState = 'pending' | 'approved' | 'executed' | 'failed';

/** An action that needs two people, asked for by the first. */
export interface ApprovalRequest {
  /** UUID version 7: in the order of asking. */
  readonly id: string;
  /** Stable code of the action, such as `start-check`. */
  readonly action: string;
  readonly caseNumber: CaseNumber;
  /** SHA-256 of exactly what is to be approved, 32 bytes. */
  readonly subjectDigest: Uint8Array;
  /** UUID of the member who asks, with the certificate and the holder they were signed in as. */
  readonly requestedBy: string;
  readonly requesterCertificateDigest: Uint8Array;
  readonly requesterHolderDigest: Uint8Array;
  readonly requestedAt: Date;
  /** From then on nobody can approve it. */
  readonly expiresAt: Date;
  readonly state: ApprovalState;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
  /** Why carrying it out failed. */
  readonly failureCode?: string;
}

/** The exact bytes the approver signs: UTF-8 text that says what is approved. */
export function approvalStatement(request: ApprovalRequest): Uint8Array {
  const { action, caseNumber, subjectDigest, id } = request;
  return renderApprovalStatement({ action, caseNumber, subjectDigest, requestId: id });
}
