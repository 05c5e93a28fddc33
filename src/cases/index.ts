export { accessCodeDigest, newAccessCode } from './access-code.js';
export {
  asOf,
  type Case,
  type CaseFacts,
  currentRound,
  isPublic,
  type Round,
  standingOf,
  type Submission,
} from './case.js';
export { CaseService, type IssuedCode } from './case.service.js';
export { parseCaseNumber } from './case-number.js';
export {
  collectingPeriod,
  daysLeft,
  parseTaipeiDate,
  type Period,
  supplementPeriod,
  taipeiDateOf,
} from './days.js';
export type { CaseErrorCode } from './errors.js';
export type { CaseRepository, NewRound } from './ports.js';
export { registeredCase, type Registration } from './registration.js';
export { newRoundId } from './round-id.js';
export {
  type CaseEvent,
  caseEvents,
  type CaseState,
  caseStates,
  isClosed,
  leadAccessEnded,
} from './state.js';
export { thresholdOf } from './threshold.js';
export {
  stateOn,
  type Standing,
  type Transition,
  transition,
  type TransitionErrorCode,
  transitions,
} from './transition.js';
export { undertaking } from './undertaking.js';
