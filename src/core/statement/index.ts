export {
  caseDocument,
  caseDocumentDigest,
  type CaseText,
  type CaseTextErrorCode,
  caseTextErrorCodes,
  checkCaseText,
} from './case-text.js';
export { matchApprovalStatement, matchKeyStatement, matchSubmissionStatement } from './signed-statements.js';
export {
  type ApprovalStatementFields,
  coSignatureHeading,
  isLineText,
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
  type StatementFields,
  type SubmissionStatementFields,
} from './statements.js';
