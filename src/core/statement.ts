/** Everything a person signs, each by a pure function from what it says to its exact bytes. */
export { type ApprovalSubject, renderApprovalStatement } from './statement/approval.js';
export {
  caseDocument,
  caseDocumentDigest,
  type CaseText,
  type CaseTextErrorCode,
  checkCaseText,
} from './statement/case-text.js';
export { coSignatureHeading, renderStatement, type StatementSubject } from './statement/co-signature.js';
export {
  type KeyStatementSubject,
  renderKeyStatement,
  renderSubmissionStatement,
  type SubmissionSubject,
} from './statement/lead.js';
export { renderSignIn, type SignInPurpose } from './statement/sign-in.js';
