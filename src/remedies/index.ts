export type { Proposal } from './decision-rules.js';
export { RemedyDecisions, type RequestPage, type RequestToDecide } from './decisions.js';
export type { DisclosedTo, Disclosure, DisclosurePurpose } from './disclosures.js';
export {
  objectionErrorCodes,
  type ObjectionErrorCode,
  ownObjectionErrorCodes,
  type OwnObjectionErrorCode,
  ownStandingErrorCodes,
  type OwnStandingErrorCode,
  type RemedyChallengeErrorCode,
  remedyChallengeErrorCodes,
  type RemedyDecisionErrorCode,
  remedyDecisionErrorCodes,
  type RemedyErrorCode,
  type RemedyExecutionErrorCode,
  remedyExecutionErrorCodes,
  type ReportErrorCode,
  reportErrorCodes,
  type WithdrawalErrorCode,
  withdrawalErrorCodes,
} from './errors.js';
export { type CardRequest, Filing } from './filing.js';
export { Objections } from './objections.js';
export { type OwnDecision, type OwnStanding, OwnStandings } from './own-standings.js';
export { REMEDY_POLICY, type RemedyPolicy, remedyPolicy } from './policy.js';
export {
  FILED_REQUESTS,
  FILED_REQUESTS_OF_LEADS,
  type FiledRequests,
  LOGGED_STEPS,
  type LoggedStep,
  type LoggedSteps,
  REMEDY_DESK,
  type RemedyDecision,
  type RemedyDesk,
  type StoredRequest,
  type WantedRemedies,
} from './ports.js';
