import {
  type CaseStepErrorCode,
  caseStepErrorCodes,
  type LeadCertificateErrorCode,
  leadCertificateErrorCodes,
} from '../cases/index.js';
import { cardSignatureErrorCodes } from '../core/cms/index.js';
import { type TrustErrorCode, trustErrorCodes } from '../trust/index.js';

/** Why somebody can't sign in. */
export const signInErrorCodes = [
  /**
   * The one answer to every failed sign-in. It doesn't say whether challenge, signature, certificate, registration or
   * access code was wrong.
   */
  'sign-in-refused',
  /** The certificate can't be validated now, because there is no current revocation data. */
  'sign-in-unavailable',
] as const;
export type SignInErrorCode = (typeof signInErrorCodes)[number];

/** Why a session isn't ended. */
export const sessionErrorCodes = [
  /** The one who asks has no such session, or it has ended. */
  'session-unknown',
] as const;
export type SessionErrorCode = (typeof sessionErrorCodes)[number];

/** Why a list of texts isn't a list of roles. */
export const rolesErrorCodes = [
  /** No such role; value `role`. */
  'member-role-unknown',
  /** No role at all. */
  'member-without-role',
] as const;
export type RolesErrorCode = (typeof rolesErrorCodes)[number];

/** Why somebody can't become a member of staff. */
export const newMemberErrorCodes = [
  /** The file isn't one certificate, DER or PEM. */
  'member-certificate-malformed',
  /** Not the signing certificate of a card (keyUsage without digitalSignature). */
  'member-certificate-not-for-signing',
  ...rolesErrorCodes,
  /** The name is empty, has more than 100 characters, or one that doesn't belong into a line of text. */
  'member-name-unfit',
] as const;
export type NewMemberErrorCode = (typeof newMemberErrorCodes)[number];

/** Why members can't be changed so. */
export const memberChangeErrorCodes = [
  /** A member with this certificate is registered. */
  'member-exists',
  /** No member has this identifier. */
  'member-unknown',
  /** The member was deactivated, which is for good. */
  'member-inactive',
  /** The member has exactly these roles. */
  'member-unchanged',
  /** Afterwards there would be too few to act by two people. */
  'members-too-few',
] as const;
export type MemberChangeErrorCode = (typeof memberChangeErrorCodes)[number];

/** Why the operator can't register or change a member. */
export type MemberErrorCode =
  | NewMemberErrorCode
  | MemberChangeErrorCode
  /** There are enough members to do it by two people. */
  | 'members-by-two-people'
  /** The name of the document about an emergency isn't 1 to 40 letters, digits and hyphens. */
  | 'emergency-document-unfit';

/** Why two people can't be asked to add a member. */
export const memberAddErrorCodes = [
  'member-certificate-malformed',
  'member-certificate-not-for-signing',
  'member-without-role',
  'member-name-unfit',
  'member-exists',
  ...trustErrorCodes,
] as const satisfies readonly (NewMemberErrorCode | MemberChangeErrorCode | TrustErrorCode)[];
export type MemberAddErrorCode = (typeof memberAddErrorCodes)[number];

/** Why two people can't be asked to remove a member. */
export const memberRemovalErrorCodes = [
  'member-unknown',
  'member-inactive',
  'members-too-few',
] as const satisfies readonly MemberChangeErrorCode[];
export type MemberRemovalErrorCode = (typeof memberRemovalErrorCodes)[number];

/** Why two people can't be asked to change a member's roles. */
export const memberRolesErrorCodes = [
  'member-without-role',
  ...memberRemovalErrorCodes,
  'member-unchanged',
] as const satisfies readonly (RolesErrorCode | MemberChangeErrorCode)[];
export type MemberRolesErrorCode = (typeof memberRolesErrorCodes)[number];

/** Why a request for approval is refused. */
export const approvalWantedErrorCodes = [
  /** There is no such action; value `action`. */
  'approval-action-unknown',
] as const;
export type ApprovalWantedErrorCode = (typeof approvalWantedErrorCodes)[number];

/** Why a request for approval isn't shown. */
export const approvalFindErrorCodes = [
  /** No such request. */
  'approval-request-unknown',
] as const;
export type ApprovalFindErrorCode = (typeof approvalFindErrorCodes)[number];

/** Why somebody may not act in a case. */
export const caseConflictErrorCodes = [
  /** The card is of the case's lead or, as far as that can be known, of somebody who co-signed it. It doesn't say which. */
  'conflict-of-interest',
] as const;
export type CaseConflictErrorCode = (typeof caseConflictErrorCodes)[number];

/** Why somebody may not approve a request. Checked before their signature is. */
export const approvalOpenErrorCodes = [
  ...approvalFindErrorCodes,
  /** It has been approved, executed or has failed already. */
  'approval-not-pending',
  /** Nobody approved it in time. */
  'approval-expired',
  /** The requester can't approve it: not with the same card, nor with another card of the same holder. */
  'approval-by-requester',
  /** It would give the approver a role: as a member, or on another card of theirs. */
  'approval-of-own-role',
  ...caseConflictErrorCodes,
] as const;
export type ApprovalOpenErrorCode = (typeof approvalOpenErrorCodes)[number];

/** Why a signed approval is refused. Nothing has changed then. */
export const approveErrorCodes = [
  ...approvalOpenErrorCodes,
  ...cardSignatureErrorCodes,
  /** Signed with another certificate than the one the approver signed in with. */
  'approval-certificate-not-the-approvers',
  ...trustErrorCodes,
] as const;
export type ApproveErrorCode = (typeof approveErrorCodes)[number];

/** Why an approved request is not executed: what stands in the database doesn't verify. */
export const approvalVerificationErrorCodes = [
  /**
   * The stored approval isn't an approver's signature over this very request; value `what`. Stored with the request. The
   * row was written by something else than this program.
   */
  'approval-not-verified',
] as const;
export type ApprovalVerificationErrorCode = (typeof approvalVerificationErrorCodes)[number];

/** How an approved action failed, where its handler didn't answer a code of its own. */
export const approvalExecutionErrorCodes = [
  /**
   * The action was approved, but its execution failed on a bug; value `request`. Stored with the request, never an HTTP
   * answer.
   */
  'approval-execution-broken',
] as const;
export type ApprovalExecutionErrorCode = (typeof approvalExecutionErrorCodes)[number];

/** Why an approved step of a case isn't executed. */
export const caseStepExecutionErrorCodes = [
  ...caseStepErrorCodes,
  /** What was approved is not what is there now. */
  'approval-outdated',
] as const;
export type CaseStepExecutionErrorCode = (typeof caseStepExecutionErrorCodes)[number];

/** Why two people can't be asked to replace a lead's certificates. */
export const leadReplacementErrorCodes = [
  ...caseStepErrorCodes,
  ...leadCertificateErrorCodes,
  /** The new signing certificate is the registered one. */
  'lead-certificate-unchanged',
  'approval-of-own-role',
  ...trustErrorCodes,
] as const;
export type LeadReplacementErrorCode = (typeof leadReplacementErrorCodes)[number];

/** Why an approved day isn't entered: it could no longer be asked for. */
export const calendarStepExecutionErrorCodes = [
  'approval-outdated',
] as const satisfies readonly CaseStepExecutionErrorCode[];
export type CalendarStepExecutionErrorCode = (typeof calendarStepExecutionErrorCodes)[number];

/** Why an approved switch isn't turned: it could no longer be asked for. */
export const switchStepExecutionErrorCodes = [
  'approval-outdated',
] as const satisfies readonly CaseStepExecutionErrorCode[];
export type SwitchStepExecutionErrorCode = (typeof switchStepExecutionErrorCodes)[number];

/** Why an approved change of the members isn't executed. */
export const memberStepExecutionErrorCodes = [
  'members-too-few',
  'approval-outdated',
] as const satisfies readonly (MemberChangeErrorCode | CaseStepExecutionErrorCode)[];
export type MemberStepExecutionErrorCode = (typeof memberStepExecutionErrorCodes)[number];

/** Every failure code of this capability. */
export type StaffErrorCode =
  | SignInErrorCode
  | SessionErrorCode
  | MemberErrorCode
  | ApprovalWantedErrorCode
  | Exclude<LeadReplacementErrorCode, CaseStepErrorCode | LeadCertificateErrorCode | TrustErrorCode>
  | ApproveErrorCode
  | ApprovalVerificationErrorCode
  | ApprovalExecutionErrorCode;
