export { type ApprovalStatementFields, renderApprovalStatement } from './approval-statement.js';
export {
  caseDocument,
  type CaseText,
  type CaseTextErrorCode,
  caseTextErrorCodes,
  checkCaseText,
} from './case-text.js';
export { coSignatureHeading } from './headings.js';
export { isLineText } from './line-text.js';
export {
  isAccount,
  maximumAccountLength,
  type RemedyKind,
  remedyKinds,
  type RemedyStatementFields,
  renderRemedyStatement,
} from './remedy-statement.js';
export { matchApprovalStatement, matchKeyStatement, matchSubmissionStatement } from './signed-statements.js';
export {
  type KeyStatementFields,
  PLATFORM_ORIGIN,
  renderKeyStatement,
  renderSignIn,
  renderStatement,
  renderSubmissionStatement,
  type SealingMode,
  sealingModes,
  type SignInPurpose,
  type StatementAroundNationalId,
  statementAroundNationalId,
  type StatementFields,
  type SubmissionStatementFields,
} from './statements.js';
