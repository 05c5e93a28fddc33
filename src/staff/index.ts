export { Approvals, type WantedAction } from './approvals/approvals.js';
export {
  ApprovalActions,
  type ApprovalDependencies,
  type ApprovalHandler,
  type ApprovedAction,
  type Execution,
} from './approvals/approved-action.js';
export { type ApprovalRequest, type ApprovalState, approvalStatement } from './approvals/request.js';
export {
  type ApprovalFindErrorCode,
  approvalFindErrorCodes,
  type ApproveErrorCode,
  approveErrorCodes,
  type MemberErrorCode,
  type SignInErrorCode,
  signInErrorCodes,
} from './errors.js';
export { certificateDigest, isStaffRole, type StaffMember, type StaffRole, staffRoles } from './member.js';
export { changeMemberRoles, deactivateMember, type NewMember, registerMember } from './membership.js';
export type {
  ApprovalChange,
  ApprovalStore,
  StaffCertificateValidator,
  LeadDirectory,
  LeadSession,
  MemberChange,
  MemberStore,
  Session,
  SessionStore,
  StaffSession,
  UsedChallenges,
} from './ports.js';
export { Sessions } from './sessions.js';
export {
  type SignedIn,
  SignIn,
  type SignInAs,
  type SignInAttempt,
  type SignInChallenge,
  type SignInDependencies,
} from './sign-in.js';
export { type StaffDependencies, StaffModule, type StaffModuleOptions } from './staff.module.js';
