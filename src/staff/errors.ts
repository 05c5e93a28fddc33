import { cardSignatureErrorCodes } from '../core/cms/index.js';
import { trustErrorCodes } from '../trust/index.js';

/** Why somebody can't sign in. */
export const signInErrorCodes = [
  /** Always the same: which of challenge, signature, certificate, registration or access code was wrong isn't told. */
  'sign-in-refused',
  /** A certificate that may be good can't be validated now, for want of fresh revocation data. */
  'sign-in-unavailable',
] as const;
export type SignInErrorCode = (typeof signInErrorCodes)[number];

/** Why a list of texts doesn't say what a member of staff may do. */
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
  /** Not the certificate a card signs with (keyUsage without digitalSignature). */
  'member-certificate-not-for-signing',
  ...rolesErrorCodes,
  /** No name to call them by, or one of more than 100 characters. */
  'member-name-unfit',
  /** A member with this certificate is registered. */
  'member-exists',
  /** No member has this identifier. */
  'member-unknown',
] as const;
export type MemberErrorCode = (typeof memberErrorCodes)[number];

/** Why an action isn't kept for somebody to approve. */
export const approvalWantedErrorCodes = [
  /** Nobody carries out such an action; value `action`. */
  'approval-action-unknown',
] as const;
export type ApprovalWantedErrorCode = (typeof approvalWantedErrorCodes)[number];

/** Why a request for approval isn't shown. */
export const approvalFindErrorCodes = [
  /** No such request. */
  'approval-request-unknown',
] as const;
export type ApprovalFindErrorCode = (typeof approvalFindErrorCodes)[number];

/** Why somebody may not be a request's second person, before their signature is looked at. */
export const approvalOpenErrorCodes = [
  ...approvalFindErrorCodes,
  /** It was approved, executed or has failed before. */
  'approval-not-pending',
  /** Nobody approved it in time. */
  'approval-expired',
  /** Who asked for it can't approve it: not with the same card, nor with another card of the same holder. */
  'approval-by-requester',
] as const;
export type ApprovalOpenErrorCode = (typeof approvalOpenErrorCodes)[number];

/** Why a signed approval isn't taken; nothing has changed then. */
export const approveErrorCodes = [
  ...approvalOpenErrorCodes,
  ...cardSignatureErrorCodes,
  /** Signed with another certificate than the one the approver is registered and signed in with. */
  'approval-certificate-not-the-approvers',
  ...trustErrorCodes,
] as const;
export type ApproveErrorCode = (typeof approveErrorCodes)[number];

/** How an approved action failed, where its handler didn't say it itself. */
export const approvalExecutionErrorCodes = [
  /** The action was approved, but carrying it out failed on a bug; value `request`. Kept with the request, never answered. */
  'approval-execution-broken',
] as const;
export type ApprovalExecutionErrorCode = (typeof approvalExecutionErrorCodes)[number];

/** Every failure of the staff room. */
export type StaffErrorCode =
  SignInErrorCode | MemberErrorCode | ApprovalWantedErrorCode | ApproveErrorCode | ApprovalExecutionErrorCode;
