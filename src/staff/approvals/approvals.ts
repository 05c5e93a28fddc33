import type { CardSignature } from '../../core/cms/card.js';
import { attachedSignature, type VerifiedSignedData, verifyCardSignature } from '../../core/cms/index.js';
import { holderDigest } from '../../core/holder.js';
import { type CaseNumber, uuidVersion7 } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256, sha256Hex } from '../../core/sha256.js';
import type {
  ApprovalFindErrorCode,
  ApprovalOpenErrorCode,
  ApprovalWantedErrorCode,
  ApproveErrorCode,
} from '../errors.js';
import { certificateDigest } from '../member.js';
import type { StaffSession } from '../ports.js';
import { type ApprovalDependencies, executeApproved, type Execution } from './approved-action.js';
import {
  approvalEntry,
  type ApprovalRequest,
  approvalStatement,
  checkOtherHolder,
  checkOtherMember,
} from './request.js';

/** Milliseconds a request waits for its second person: three days, to get over a weekend. */
const requestLifetime = 72 * 60 * 60 * 1000;

/** What somebody wants done that takes two. */
export interface WantedAction {
  /** A registered action. */
  readonly action: string;
  readonly caseNumber: CaseNumber;
  /** Exactly what is to be approved: its SHA-256 stands in the statement, and the handler gets it back. */
  readonly subject: Uint8Array;
}

/** Two people for what one must not do alone: the first asks, the second signs exactly that with their card, and then it is done, once. */
export class Approvals {
  constructor(private readonly parts: ApprovalDependencies) {}

  /** Keeps a request for somebody else to approve. Failure: `approval-action-unknown`. */
  async request(
    wanted: WantedAction,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, ApprovalWantedErrorCode>> {
    const { clock, store, actions } = this.parts;
    if (actions.find(wanted.action) === undefined) {
      return fail('approval-action-unknown', { action: wanted.action });
    }
    const request = newRequest(wanted, session, clock.now());
    const entry = approvalEntry(request, 'requested', `staff:${session.memberId}`, request.requestedAt);
    await store.add(request, wanted.subject, entry);
    return ok(request);
  }

  /** The request with this UUID. Failure: `approval-request-unknown`. */
  async find(id: string): Promise<Result<ApprovalRequest, ApprovalFindErrorCode>> {
    const request = await this.parts.store.find(id);
    return request === undefined ? fail('approval-request-unknown') : ok(request);
  }

  /** Up to `limit` requests, the latest first, before the given one. */
  page(before: string | undefined, limit: number): Promise<readonly ApprovalRequest[]> {
    return this.parts.store.page(before, limit);
  }

  /**
   * Takes the second person's signature over the request's statement and carries the action out. The signature must be by the
   * certificate they signed in with, good now, and of another holder than the one who asked. A success says how carrying out ended.
   */
  async approve(
    id: string,
    session: StaffSession,
    signature: CardSignature,
  ): Promise<Result<Execution, ApproveErrorCode>> {
    const at = this.parts.clock.now();
    const request = await this.open(id, session, at);
    if (!request.ok) return request;
    const evidence = await this.verify(request.value, session, signature, at);
    if (!evidence.ok) return evidence;
    const approved = await this.markApproved(request.value, session, evidence.value, at);
    return approved.ok ? ok(await executeApproved(this.parts, approved.value)) : approved;
  }

  /** The request, if it waits and this person may be its second. Cheap, so that no signature is looked at in vain. */
  private async open(
    id: string,
    session: StaffSession,
    at: Date,
  ): Promise<Result<ApprovalRequest, ApprovalOpenErrorCode>> {
    const request = await this.find(id);
    if (!request.ok) return request;
    if (request.value.state !== 'pending') return fail('approval-not-pending');
    if (request.value.expiresAt <= at) return fail('approval-expired');
    const other = checkOtherMember(request.value, session);
    return other.ok ? request : other;
  }

  private async verify(
    request: ApprovalRequest,
    session: StaffSession,
    signature: CardSignature,
    at: Date,
  ): Promise<Result<VerifiedSignedData, ApproveErrorCode>> {
    const evidence = verifyCardSignature(signature, approvalStatement(request));
    if (!evidence.ok) return evidence;
    const { signer: leaf, certificates: candidates } = evidence.value;
    if (!equalOctets(certificateDigest(leaf.der), session.certificateDigest)) {
      return fail('approval-certificate-not-the-approvers');
    }
    const judgement = await this.parts.validator.validateCertificate({ target: leaf, candidates, at });
    if (!judgement.ok) return judgement;
    const other = checkOtherHolder(request, holderDigest(judgement.value.holder));
    return other.ok ? evidence : other;
  }

  private async markApproved(
    request: ApprovalRequest,
    session: StaffSession,
    evidence: VerifiedSignedData,
    at: Date,
  ): Promise<Result<ApprovalRequest, 'approval-not-pending'>> {
    const approvedBy = session.memberId;
    const approval = attachedSignature(evidence, evidence.statement);
    const entry = approvalEntry(request, 'approved', `staff:${approvedBy}`, at, {
      approval: sha256Hex(approval),
    });
    const change = { to: 'approved', approvedBy, approvedAt: at, approval } as const;
    return (await this.parts.store.move(request.id, change, entry))
      ? ok({ ...request, state: 'approved', approvedBy, approvedAt: at })
      : fail('approval-not-pending');
  }
}

function newRequest(wanted: WantedAction, session: StaffSession, at: Date): ApprovalRequest {
  return {
    id: uuidVersion7(at),
    action: wanted.action,
    caseNumber: wanted.caseNumber,
    contentDigest: sha256(wanted.subject),
    requestedBy: session.memberId,
    requesterCertificateDigest: session.certificateDigest,
    requesterHolderDigest: session.holderDigest,
    requestedAt: at,
    expiresAt: new Date(at.getTime() + requestLifetime),
    state: 'pending',
  };
}
