import type { AuditEntry } from '../audit/index.js';
import type { Holder } from '../core/holder.js';
import type { CaseNumber } from '../core/identifiers.js';
import type { CertificateValidator } from '../trust/index.js';
import type { ApprovalRequest, ApprovedRow } from './approvals/request.js';
import type { StaffMember, StaffRole } from './member.js';

/** Validates certificates for sign-in and approval. `TrustService` implements it. */
export type StaffCertificateValidator = CertificateValidator<{ readonly holder: Holder }>;

/** Finds the case that somebody leads. `LeadService` implements it. */
export interface LeadDirectory {
  /**
   * The case that has this registered certificate (DER) and this access code, while the lead's access lasts (REG 6).
   * Undefined otherwise, without a reason and after about the same time.
   */
  findCase(certificate: Uint8Array, accessCode: string): Promise<CaseNumber | undefined>;
  /** Whether the access of this case's lead still lasts. Called at each request. */
  hasAccess(caseNumber: CaseNumber): Promise<boolean>;
}

/** Injection token for {@link LeadDirectory}. */
export const LEAD_DIRECTORY = Symbol('LeadDirectory');

/** Sessions by the SHA-256 of their token. */
export interface SessionStore {
  /** Stores a session until it expires, and appends the entry to the audit log. */
  add(tokenDigest: Uint8Array, session: Session, entry: AuditEntry): Promise<void>;
  /**
   * The session of a token, if it hasn't expired at `at`. A member's session is found only while they are active, with
   * the roles they hold now.
   */
  find(tokenDigest: Uint8Array, at: Date): Promise<Session | undefined>;
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

/** A change of a member. */
export type MemberChange = { readonly active: false } | { readonly roles: readonly StaffRole[] };

/** Members of staff. */
export interface MemberStore {
  /** Stores a new member and appends the entry. False if the certificate is registered already. */
  add(member: StaffMember, entry: AuditEntry): Promise<boolean>;
  /** The active member with this certificate. */
  findActive(certificateDigest: Uint8Array): Promise<StaffMember | undefined>;
  /** Every member, active or not, by name. */
  list(): Promise<readonly StaffMember[]>;
  /**
   * Changes the member with this UUID and appends the entry, in one transaction. If the member is like that already,
   * nothing is written and there is no entry. So of several equal changes at the same time, one leaves an entry.
   * Answers the member as they are now, or undefined if there is none.
   */
  change(id: string, change: MemberChange, entry: AuditEntry): Promise<StaffMember | undefined>;
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

/** Requests for two people's approval. */
export interface ApprovalStore {
  /** Stores a new request with its content and appends the entry. */
  add(request: ApprovalRequest, entry: AuditEntry): Promise<void>;
  find(id: string): Promise<ApprovalRequest | undefined>;
  /** What is stored of an approved request, for `verifyApproval`. Undefined if it isn't approved. */
  approved(id: string): Promise<ApprovedRow | undefined>;
  /** Up to `limit` requests, the latest first, before the given one if there is one. */
  page(before: string | undefined, limit: number): Promise<readonly ApprovalRequest[]>;
  /**
   * Changes a request's state and appends the entry, in one transaction: from `pending` to `approved`, or from
   * `approved` to `executed` or `failed`. False if the request isn't in that state. Of two that try at the same time,
   * one succeeds.
   */
  move(id: string, change: ApprovalChange, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link ApprovalStore}. */
export const APPROVAL_STORE = Symbol('ApprovalStore');

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

/** The session of a request, where somebody has signed in. */
export type Session = LeadSession | StaffSession;
