import type { AuditEntry } from '../audit/index.js';
import type { Holder } from '../core/holder.js';
import type { CaseNumber, HolderTag, RoundId } from '../core/identifiers.js';
import type { Result } from '../core/result.js';
import type { CertificateValidator, ValidatedCertificate } from '../trust/index.js';
import type { ApprovalRequest, ApprovedRow } from './approvals/request.js';
import type { StaffMember, StaffRole } from './member.js';

/** Validates certificates for sign-in and approval. `TrustService` implements it. */
export type StaffCertificateValidator = CertificateValidator<{ readonly holder: Holder }>;

/** Validates an approver's certificate, and says on which revocation data. `TrustService` implements it. */
export type ApproverCertificateValidator = CertificateValidator<
  Pick<ValidatedCertificate, 'holder' | 'references'>
>;

/** Finds the case that somebody leads. `LeadService` implements it. */
export interface LeadDirectory {
  /**
   * The case that has this registered certificate (DER) and this access code, while the lead may sign in.
   * Undefined otherwise, without a reason and after about the same time.
   */
  findCase(certificate: Uint8Array, accessCode: string): Promise<CaseNumber | undefined>;
  /** Whether this case's lead may sign in: while the access lasts (REG 6), and to fetch the last struck-out list. Called at each request. */
  hasAccess(caseNumber: CaseNumber): Promise<boolean>;
}

/** Injection token for {@link LeadDirectory}. */
export const LEAD_DIRECTORY = Symbol('LeadDirectory');

/** Sessions by the SHA-256 of their token. */
export interface SessionStore {
  /** Stores a session until it expires, and appends the entry to the audit log. */
  add(tokenDigest: Uint8Array, session: StoredSession, entry: AuditEntry): Promise<void>;
  /**
   * The session of a token, if it hasn't ended or expired at `at`. A member's session is found only while they are
   * active, with the roles they hold now.
   */
  find(tokenDigest: Uint8Array, at: Date): Promise<StoredSession | undefined>;
  /** Every session of the holder of this one that hasn't ended or expired at `at`, the latest first. */
  ofHolder(session: Session, at: Date): Promise<readonly SessionSummary[]>;
  /**
   * Ends the session with this UUID if it is of the holder of the given one, and appends the entry, in one
   * transaction. False if there is none that hasn't ended or expired.
   */
  end(id: string, holder: Session, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link SessionStore}. */
export const SESSION_STORE = Symbol('SessionStore');

/** Challenges that have been used to sign in. */
export interface UsedChallenges {
  /**
   * Marks a challenge as used. False if it was used before. The mark is deleted after `expiresAt`, when the challenge
   * is refused anyway.
   */
  use(challenge: string, expiresAt: Date): Promise<boolean>;
}

/** Injection token for {@link UsedChallenges}. */
export const USED_CHALLENGES = Symbol('UsedChallenges');

/** A member as they are to be stored, and the entry that says so. */
export interface MemberWrite {
  readonly member: StaffMember;
  readonly entry: AuditEntry;
}

/** Members of staff. */
export interface MemberStore {
  /** The active member with this certificate. */
  findActive(certificateDigest: Uint8Array): Promise<StaffMember | undefined>;
  /** Every member, active or not, by name. */
  list(): Promise<readonly StaffMember[]>;
  /**
   * Has `decide` look at all members, and stores the member it answers, new or known, with the entry: in one transaction, in which no other
   * change comes between. A failure of `decide` writes nothing and is answered. Removing a member ends their sessions.
   */
  change<Code extends string>(
    decide: (members: readonly StaffMember[]) => Result<MemberWrite, Code>,
  ): Promise<Result<StaffMember, Code>>;
}

/** Injection token for {@link MemberStore}. */
export const MEMBER_STORE = Symbol('MemberStore');

/** A change of a request's state, with the fields that it adds. */
export type ApprovalChange =
  | {
      readonly to: 'approved';
      readonly approvedBy: string;
      readonly approvedAt: Date;
      /** CMS SignedData (DER) with the statement inside. */
      readonly approval: Uint8Array;
    }
  | { readonly to: 'executed' }
  | { readonly to: 'failed'; readonly failureCode: string };

/** Which requests are wanted: all that is given must be true of one. */
export interface WantedRequests {
  /** UUID of a request: only those made before it. */
  readonly before?: string | undefined;
  readonly caseNumber?: CaseNumber | undefined;
  /** UUID of a member: only pending ones that haven't expired, and that somebody else asked for. */
  readonly waitingFor?: string | undefined;
}

/** Requests for two people's approval. */
export interface ApprovalStore {
  /** Stores a new request with its content and appends the entry. */
  add(request: ApprovalRequest, entry: AuditEntry): Promise<void>;
  find(id: string): Promise<ApprovalRequest | undefined>;
  /** What is stored of an approved request, for `verifyApproval`. Undefined if it isn't approved. */
  approved(id: string): Promise<ApprovedRow | undefined>;
  /** The requests of these actions that are approved and have not ended, and that expire after `at`, oldest first (checking role). */
  waiting(actions: readonly string[], at: Date): Promise<readonly ApprovalRequest[]>;
  /** Up to `limit` of these requests, the latest first; `at` is now. */
  page(wanted: WantedRequests, limit: number, at: Date): Promise<readonly ApprovalRequest[]>;
  /**
   * Changes a request's state and appends the entry, in one transaction: from `pending` to `approved`, or from
   * `approved` to `executed` or `failed`. False if the request isn't in that state. Of two that try at the same time,
   * one succeeds.
   */
  move(id: string, change: ApprovalChange, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link ApprovalStore}. */
export const APPROVAL_STORE = Symbol('ApprovalStore');

/** Whether a round has a record of a holder. Answered with the check's rights, to which no round is there before its submission. */
export interface SubmittedHolders {
  /** True where the submitted round has a record with this holder tag; false also for every round that is not submitted. */
  includes(round: RoundId, tag: HolderTag): Promise<boolean>;
}

/** Injection token for {@link SubmittedHolders}. */
export const SUBMITTED_HOLDERS = Symbol('SubmittedHolders');

/** The lead of one case, signed in with the access code and the registered certificate. */
export interface LeadSession {
  readonly kind: 'lead';
  readonly caseNumber: CaseNumber;
  readonly expiresAt: Date;
}

/** A member of staff, signed in with a registered certificate; roles as they are at this request. */
export interface StaffSession {
  readonly kind: 'staff';
  /** UUID of the member. */
  readonly memberId: string;
  readonly roles: readonly StaffRole[];
  /** SHA-256 of the certificate they signed in with. */
  readonly certificateDigest: Uint8Array;
  /** Who holds it, see {@link holderDigest}. */
  readonly holderDigest: Uint8Array;
  readonly expiresAt: Date;
}

/** Whose session it is, and until when. */
export type Session = LeadSession | StaffSession;

/** What tells a session from its holder's others. */
export interface SessionIdentity {
  /** UUID. It is neither the token nor made of it. */
  readonly id: string;
  readonly openedAt: Date;
}

/** A session that was opened: of a request, where somebody has signed in. */
export type Opened<Kind extends Session> = Kind & SessionIdentity;

export type OpenSession = Opened<LeadSession> | Opened<StaffSession>;

/** A member's session as it is stored, with the certificate that they signed in with, sealed: see `SessionCertificates`. */
export interface StoredStaffSession {
  readonly session: Opened<StaffSession>;
  readonly sealedCertificate: Uint8Array;
}

/** A session as it is stored. */
export type StoredSession = { readonly session: Opened<LeadSession> } | StoredStaffSession;

/** What its holder is shown of a session. */
export type SessionSummary = SessionIdentity & Pick<Session, 'expiresAt'>;
