export { type ApprovalHandler, ApprovalActions, type ApprovedAction } from './approvals/actions.js';
export { Approvals, type ApproveErrorCode, type WantedAction } from './approvals/approvals.js';
export type { ApprovalParts } from './approvals/parts.js';
export type { Execution } from './approvals/execute.js';
export { type ApprovalRequest, type ApprovalState, approvalStatement } from './approvals/request.js';
export type { ApprovalErrorCode, MemberErrorCode, SignInErrorCode, StaffErrorCode } from './errors.js';
export { changeMemberRoles, deactivateMember } from './members/change-member.js';
export { type Holder, holderDigest } from './members/holder-digest.js';
export { certificateDigest, type StaffMember } from './members/member.js';
export { type NewMember, registerMember } from './members/register-member.js';
export type {
  ApprovalChange,
  ApprovalStore,
  CertificateJudge,
  LeadDirectory,
  MemberChange,
  MemberStore,
  SessionStore,
  UsedChallenges,
} from './ports.js';
export { isStaffRole, type StaffRole, staffRoles } from './roles.js';
export type { LeadSession, Session, StaffSession } from './sessions/session.js';
export { Sessions } from './sessions/sessions.js';
export { StaffModule, type StaffModuleOptions, type StaffParts } from './staff.module.js';
export {
  type SignedIn,
  SignIn,
  type SignInAs,
  type SignInAttempt,
  type SignInChallenge,
  type SignInParts,
} from './sign-in/sign-in.js';
