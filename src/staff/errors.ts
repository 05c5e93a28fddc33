import { caseStepErrorCodes } from '../cases/index.js';
import { cardSignatureErrorCodes } from '../core/cms/index.js';
import { trustErrorCodes } from '../trust/index.js';

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

/** Why a list of texts isn't a list of roles. */
export const rolesErrorCodes = [
  /** No such role; value `role`. */
  'member-role-unknown',
  /** No role at all. */
  'member-without-role',
] as const;
export type RolesErrorCode = (typeof rolesErrorCodes)[number];

/** Why a member of staff can't be registered or changed. */
export const memberErrorCodes = [
  /** The file isn't one certificate, DER or PEM. */
  'member-certificate-malformed',
  /** Not the signing certificate of a card (keyUsage without digitalSignature). */
  'member-certificate-not-for-signing',
  ...rolesErrorCodes,
  /** The name is empty or has more than 100 characters. */
  'member-name-unfit',
  /** A member with this certificate is registered. */
  'member-exists',
  /** No member has this identifier. */
  'member-unknown',
] as const;
export type MemberErrorCode = (typeof memberErrorCodes)[number];

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

/** Why somebody may not approve a request. Checked before their signature is. */
export const approvalOpenErrorCodes = [
  ...approvalFindErrorCodes,
  /** It has been approved, executed or has failed already. */
  'approval-not-pending',
  /** Nobody approved it in time. */
  'approval-expired',
  /** The requester can't approve it: not with the same card, nor with another card of the same holder. */
  'approval-by-requester',
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

/** Every failure code of this capability. */
export type StaffErrorCode =
  | SignInErrorCode
  | MemberErrorCode
  | ApprovalWantedErrorCode
  | ApproveErrorCode
  | ApprovalVerificationErrorCode
  | ApprovalExecutionErrorCode;
