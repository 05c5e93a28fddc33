export { APPROVAL_PATIENCE, usualPatience } from './approvals/answered-in-time.js';
export { Approvals, type WantedAction } from './approvals/approvals.js';
export {
  ApprovalActions,
  type ApprovalDependencies,
  type ApprovalHandler,
  type ApprovedAction,
  type ApprovedCaseAction,
  type Execution,
  type PutUp,
} from './approvals/approved-action.js';
export { ApprovedRequests, NotNowError } from './approvals/approved-requests.js';
export {
  type ApprovalRequest,
  type ApprovalState,
  approvalStatement,
  type ApprovedRow,
} from './approvals/request.js';
export { verifyApproval } from './approvals/verify-approval.js';
export { CalendarSteps } from './calendar-steps.js';
export { OfflineSubmissionSteps } from './offline-submission-steps.js';
export { LeadReplacementSteps } from './lead-replacement-steps.js';
export { type CardHolder, type CaseConflictDependencies, CaseConflicts } from './case-conflicts.js';
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
  type CaseConflictErrorCode,
  caseConflictErrorCodes,
  type LeadReplacementErrorCode,
  leadReplacementErrorCodes,
  type MemberAddErrorCode,
  memberAddErrorCodes,
  type MemberErrorCode,
  type MemberRemovalErrorCode,
  memberRemovalErrorCodes,
  type MemberRolesErrorCode,
  memberRolesErrorCodes,
  type MemberStepExecutionErrorCode,
  memberStepExecutionErrorCodes,
  type SessionErrorCode,
  sessionErrorCodes,
  type SignInErrorCode,
  signInErrorCodes,
} from './errors.js';
export { certificateDigest, isStaffRole, type StaffMember, type StaffRole, staffRoles } from './member.js';
export { memberContent } from './member-content.js';
export { MemberSteps } from './member-steps.js';
export { canActByTwo, changedMember, type MemberChange, type NewMember, newMember } from './membership.js';
export {
  changeMemberRoles,
  deactivateMember,
  emergencyAction,
  type Operator,
  registerMember,
} from './operator.js';
export {
  APPROVAL_STORE,
  type ApprovalChange,
  type ApprovalStore,
  LEAD_DIRECTORY,
  type LeadDirectory,
  type LeadSession,
  MEMBER_STORE,
  type MemberStore,
  type MemberWrite,
  type Opened,
  type OpenSession,
  type Session,
  SESSION_STORE,
  type SessionStore,
  type SessionSummary,
  type StaffCertificateValidator,
  type StaffSession,
  type StoredSession,
  type StoredStaffSession,
  SUBMITTED_HOLDERS,
  type SubmittedHolders,
  type WantedRequests,
  USED_CHALLENGES,
  type UsedChallenges,
} from './ports.js';
export { OwnSessions } from './own-sessions.js';
export { SessionCertificates, type SignInCertificates } from './session-certificates.js';
export { type SessionDependencies, Sessions } from './sessions.js';
export { SwitchSteps } from './switch-steps.js';
export {
  type SignedIn,
  SignIn,
  type SignInAs,
  type SignInAttempt,
  type SignInChallenge,
  type SignInDependencies,
} from './sign-in.js';
