export {
  caseDocument,
  type CaseText,
  type CaseTextErrorCode,
  caseTextErrorCodes,
  checkCaseText,
} from './case-text.js';
export { isLineText } from './line-text.js';
export {
  type ApprovalStatementFields,
  coSignatureHeading,
  type KeyStatementFields,
  PLATFORM_ORIGIN,
  renderApprovalStatement,
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
