export { accessCodeDigest, newAccessCode } from './access-code.js';
export { caseActions, type CaseMove, caseMove, type SupplementNotice } from './case-move.js';
export {
  asOf,
  bindingOf,
  type Case,
  type CaseFacts,
  currentRound,
  isPublic,
  type Round,
  type RoundBinding,
  standingOf,
  type Submission,
} from './case.js';
export { CaseService, type IssuedCode, PUBLIC_CASES, type PublicCases } from './case.service.js';
export { codePeriod, collectingPeriod, daysLeft, type Period, supplementPeriod } from './days.js';
export { recordsKeptUntil } from './retention.js';
export {
  type CaseErrorCode,
  type CaseStepErrorCode,
  caseStepErrorCodes,
  type IssueCodeErrorCode,
  issueCodeErrorCodes,
  type RegistrationErrorCode,
  registrationErrorCodes,
  type TransitionErrorCode,
} from './errors.js';
export {
  CASE_KEYS,
  CASE_REPOSITORY,
  type CaseKeys,
  type CaseRepository,
  COMMISSION_ROUND_KEYS,
  type CommissionRoundKey,
  type CommissionRoundKeys,
  type ListedCase,
  type ListPosition,
  type NewRound,
  PUBLIC_CASE_REPOSITORY,
} from './ports.js';
export { leadNameOf, type PublicCase, type PublicCaseEntry, type PublicRound } from './public-case.js';
export { parseCaseNumber, registeredCase, type Registration, thresholdOf } from './registration.js';
export {
  type CaseEvent,
  caseEvents,
  type CaseState,
  caseStates,
  isClosed,
  leadAccessEnded,
  leadMaySignIn,
} from './state.js';
export { type Standing, stateOn, type Transition, transition, transitions } from './transition.js';
