export type { CeremonyErrorCode } from './errors.js';
export { answerProbe, type OpenedRound, openRound, type RoundOpening } from './open-round.js';
export { type RoundSubmission, type SubmittedRound, submitRound } from './submit-round.js';
