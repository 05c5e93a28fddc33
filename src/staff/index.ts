export { Approvals, type WantedAction } from './approvals/approvals.js';
export {
  ApprovalActions,
  type ApprovalDependencies,
  type ApprovalHandler,
  type ApprovedAction,
  type Execution,
} from './approvals/approved-action.js';
export {
  type ApprovalRequest,
  type ApprovalState,
  approvalStatement,
  type ApprovedRow,
} from './approvals/request.js';
export { verifyApproval } from './approvals/verify-approval.js';
export { CaseSteps, type RequestedCode } from './case-steps.js';
export {
  type ApprovalFindErrorCode,
  approvalFindErrorCodes,
  type CaseStepExecutionErrorCode,
  caseStepExecutionErrorCodes,
  type ApprovalVerificationErrorCode,
  approvalVerificationErrorCodes,
  type ApproveErrorCode,
  approveErrorCodes,
  type MemberErrorCode,
  type SignInErrorCode,
  signInErrorCodes,
} from './errors.js';
export { certificateDigest, isStaffRole, type StaffMember, type StaffRole, staffRoles } from './member.js';
export { changeMemberRoles, deactivateMember, type NewMember, registerMember } from './membership.js';
export {
  APPROVAL_STORE,
  type ApprovalChange,
  type ApprovalStore,
  LEAD_DIRECTORY,
  type LeadDirectory,
  type LeadSession,
  MEMBER_STORE,
  type MemberChange,
  type MemberStore,
  type Session,
  SESSION_STORE,
  type SessionStore,
  type StaffCertificateValidator,
  type StaffSession,
  USED_CHALLENGES,
  type UsedChallenges,
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
