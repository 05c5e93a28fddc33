import type { CardSignature } from '../../core/cms/card.js';
import { attachedSignature, type VerifiedSignedData, verifyCardSignature } from '../../core/cms/index.js';
import { type Holder, holderDigest } from '../../core/holder.js';
import { type CaseNumber } from '../../core/identifiers.js';
import { uuidVersion7 } from '../../core/uuid.js';
import { equalOctets } from '../../core/octets.js';
import type { RevocationReference } from '../../core/revocation/index.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256 } from '../../core/sha256.js';
import type { Certificate } from '../../core/x509/index.js';
import { referenceDetails } from '../../trust/index.js';
import type {
  ApprovalFindErrorCode,
  ApprovalOpenErrorCode,
  ApprovalWantedErrorCode,
  ApproveErrorCode,
} from '../errors.js';
import { certificateDigest } from '../member.js';
import { checkNoOwnRole } from '../member-content.js';
import type { StaffSession, WantedRequests } from '../ports.js';
import type { AnsweredInTime } from './answered-in-time.js';
import { type ApprovalDependencies, executeApproved, type Execution } from './approved-action.js';
import {
  approvalEntry,
  type ApprovalRequest,
  approvalStatement,
  checkOtherHolder,
  checkOtherMember,
} from './request.js';

/** Milliseconds until a request expires: three days, so that a weekend fits in. */
const requestLifetime = 72 * 60 * 60 * 1000;

/** An action that a member requests and another member must approve. */
export interface WantedAction {
  /** A registered action. */
  readonly action: string;
  /** The case it is done to, if it is done to one. */
  readonly caseNumber?: CaseNumber;
  /** Exactly what is to be approved. Its SHA-256 is in the statement, and the handler gets the bytes. */
  readonly content: Uint8Array;
}

/** An approver's signature, and the revocation data on which their certificate was good. */
interface ValidatedSignature {
  readonly verified: VerifiedSignedData;
  readonly references: readonly RevocationReference[];
}

/**
 * Actions that need two people. The first requests the action. The second signs its exact content with their card. Then
 * the action is executed, once.
 */
export class Approvals {
  /** `inTime` answers approvals of actions whose work may be long. */
  constructor(
    private readonly dependencies: ApprovalDependencies,
    private readonly inTime: Pick<AnsweredInTime, 'answer'>,
  ) {}

  /** Stores a request for another member to approve. Failure: `approval-action-unknown`. */
  async request(
    wanted: WantedAction,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, ApprovalWantedErrorCode>> {
    const { clock, store, actions, origin } = this.dependencies;
    if (actions.find(wanted.action) === undefined) {
      return fail('approval-action-unknown', { action: wanted.action });
    }
    const request = newRequest({ ...wanted, origin }, session, clock.now());
    const entry = approvalEntry(request, 'requested', `staff:${session.memberId}`, request.requestedAt);
    await store.add(request, entry);
    return ok(request);
  }

  /** The request with this UUID. Failure: `approval-request-unknown`. */
  async find(id: string): Promise<Result<ApprovalRequest, ApprovalFindErrorCode>> {
    const request = await this.dependencies.store.find(id);
    return request === undefined ? fail('approval-request-unknown') : ok(request);
  }

  /** Up to `limit` of these requests, the latest first. */
  page(wanted: WantedRequests, limit: number): Promise<readonly ApprovalRequest[]> {
    const { clock, store } = this.dependencies;
    return store.page(wanted, limit, clock.now());
  }

  /**
   * Takes the second person's signature over the request's statement and executes the action. The signature must be
   * made with the certificate they signed in with. That certificate must be valid now, and its holder another than the
   * requester. A success says how the execution ended; for an action whose work is long, that it is put up, and where it may be long and is not
   * done yet, that it goes on: the request is `approved`.
   */
  async approve(
    id: string,
    session: StaffSession,
    signature: CardSignature,
  ): Promise<Result<Execution, ApproveErrorCode>> {
    const at = this.dependencies.clock.now();
    const request = await this.open(id, session, at);
    if (!request.ok) return request;
    const verified = await this.verify(request.value, session, signature, at);
    if (!verified.ok) return verified;
    const approved = await this.markApproved(request.value, session, verified.value, at);
    return approved.ok ? ok(await this.carryOut(approved.value)) : approved;
  }

  private async carryOut(request: ApprovalRequest): Promise<Execution> {
    const { actions } = this.dependencies;
    const putUp = actions.putUpOf(request.action);
    if (putUp !== undefined) {
      await putUp(request);
      return { request };
    }
    const execution = executeApproved(this.dependencies, request);
    return actions.mayTakeLong(request.action) ? this.inTime.answer(request, execution) : execution;
  }

  /**
   * The request, if it is pending and this person may approve it. These checks are cheap, so they come before any
   * signature is verified.
   */
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
    if (!other.ok) return other;
    const own = checkNoOwnRole(request.value.content, session);
    if (!own.ok) return own;
    const { caseNumber } = request.value;
    const isLead =
      caseNumber !== undefined && (await this.dependencies.conflicts.isLead(caseNumber, session));
    return isLead ? fail('conflict-of-interest') : request;
  }

  private async verify(
    request: ApprovalRequest,
    session: StaffSession,
    signature: CardSignature,
    at: Date,
  ): Promise<Result<ValidatedSignature, ApproveErrorCode>> {
    const verified = verifyCardSignature(signature, approvalStatement(request));
    if (!verified.ok) return verified;
    const { signer: target, certificates: candidates } = verified.value;
    if (!equalOctets(certificateDigest(target.der), session.certificateDigest)) {
      return fail('approval-certificate-not-the-approvers');
    }
    const validated = await this.dependencies.validator.validateCertificate({
      target,
      candidates,
      at,
    });
    if (!validated.ok) return validated;
    const holder = holderDigest(validated.value.holder);
    const other = checkOtherHolder(request, holder);
    if (!other.ok) return other;
    const own = checkNoOwnRole(request.content, { ...session, holderDigest: holder });
    if (!own.ok) return own;
    return (await this.hasPart(request, target, validated.value.holder))
      ? fail('conflict-of-interest')
      : ok({ verified: verified.value, references: validated.value.references });
  }

  /** Asked last, so that only whoever has just signed with their own card is told. */
  private async hasPart(
    { caseNumber }: ApprovalRequest,
    { der }: Certificate,
    holder: Holder,
  ): Promise<boolean> {
    const { conflicts } = this.dependencies;
    return caseNumber !== undefined && conflicts.hasPart(caseNumber, der, holder);
  }

  private async markApproved(
    request: ApprovalRequest,
    session: StaffSession,
    { verified, references }: ValidatedSignature,
    at: Date,
  ): Promise<Result<ApprovalRequest, 'approval-not-pending'>> {
    const approvedBy = session.memberId;
    const approval = attachedSignature(verified, verified.statement);
    const details = referenceDetails(references);
    const entry = {
      ...approvalEntry(request, 'approved', `staff:${approvedBy}`, at, details),
      signedData: approval,
    };
    const change = { to: 'approved', approvedBy, approvedAt: at, approval } as const;
    return (await this.dependencies.store.move(request.id, change, entry))
      ? ok({ ...request, state: 'approved', approvedBy, approvedAt: at })
      : fail('approval-not-pending');
  }
}

function newRequest(
  { action, caseNumber, content, origin }: WantedAction & { readonly origin: string },
  session: StaffSession,
  at: Date,
): ApprovalRequest {
  return {
    id: uuidVersion7(at),
    action,
    ...(caseNumber === undefined ? {} : { caseNumber }),
    origin,
    content,
    contentDigest: sha256(content),
    requestedBy: session.memberId,
    requesterCertificateDigest: session.certificateDigest,
    requesterHolderDigest: session.holderDigest,
    requestedAt: at,
    expiresAt: new Date(at.getTime() + requestLifetime),
    state: 'pending',
  };
}
