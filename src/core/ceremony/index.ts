export {
  answerProbe,
  type CeremonyErrorCode,
  type OpenedRound,
  openRound,
  type RoundOpening,
  type RoundSubmission,
  type SignedSubmission,
  submitRound,
} from './lead-ceremony.js';
export { generateRoundKey, type KeyOpener, type RoundKeyPair } from './round-key.js';
export { markedStruckOutList, markingText, type StruckOutDelivery } from './struck-out-marking.js';
