export { accessCodeDigest, newAccessCode } from './access-code.js';
export { type ApprovedBy, caseActions, type CaseMove, caseMove, type SupplementNotice } from './case-move.js';
export {
  asOf,
  bindingOf,
  type Case,
  type CaseFacts,
  currentRound,
  isPublic,
  leadMaySignInOn,
  type Round,
  type RoundBinding,
  standingOf,
  type Submission,
} from './case.js';
export { CaseService, type IssuedCode, PUBLIC_CASES, type PublicCases } from './case.service.js';
export {
  codePeriod,
  collectingPeriod,
  daysLeft,
  keptForLawsuit,
  type Period,
  recordsKeptUntil,
  roundPeriod,
  supplementPeriod,
} from './days.js';
export { CalendarService } from './calendar/calendar.service.js';
export type { AnnouncedClosure } from './calendar/closure.js';
export { type Due, dueOf, type Limit, limits } from './calendar/due.js';
export { closuresMoving, endIsStored, type MovedDay, movedDays } from './calendar/moved-days.js';
export { type ClosureKind, closureKinds, noClosures, OfficeDays } from './calendar/office-days.js';
export {
  CALENDAR_STORE,
  type CalendarStore,
  type LitigationHold,
  type MovedEntry,
  OFFICE_CLOSURES,
  type OfficeClosures,
} from './calendar/ports.js';
export {
  type AnnouncementErrorCode,
  announcementErrorCodes,
  type CaseErrorCode,
  type CaseStepErrorCode,
  caseStepErrorCodes,
  type ClosureErrorCode,
  closureErrorCodes,
  type HoldErrorCode,
  holdErrorCodes,
  type IssueCodeErrorCode,
  issueCodeErrorCodes,
  type LeadCertificateErrorCode,
  leadCertificateErrorCodes,
  type LiftHoldErrorCode,
  liftHoldErrorCodes,
  type RegistrationErrorCode,
  registrationErrorCodes,
  type SupplementNoticeErrorCode,
  supplementNoticeErrorCodes,
  type PlatformSwitchErrorCode,
  platformSwitchErrorCodes,
  type SwitchErrorCode,
  switchErrorCodes,
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
export { parseCaseNumber } from '../core/case-number.js';
export {
  checkLeadCertificates,
  type LeadCertificatePair,
  registeredCase,
  type Registration,
  thresholdOf,
} from './registration.js';
export {
  type CaseEvent,
  caseEvents,
  type CaseState,
  caseStates,
  isClosed,
  leadAccessEnded,
  leadMaySignIn,
} from './state.js';
export { SWITCH_STORE, type SwitchStore } from './switches/ports.js';
export {
  type ServiceSwitch,
  type SwitchChange,
  type SwitchName,
  switchNames,
  type SwitchPlace,
} from './switches/service-switch.js';
export { ServiceSwitches } from './switches/service-switches.service.js';
export { type Standing, stateOn, type Transition, transition, transitions } from './transition.js';
