export { isHandedInBy, keyRecipients, type KeyRecipients } from './handed-in-key.js';
export {
  answerProbe,
  type CeremonyErrorCode,
  type KeyStatementTerms,
  type OpenedRound,
  openRound,
  type RoundOpening,
  type RoundSubmission,
  type SignedSubmission,
  submitRound,
} from './lead-ceremony.js';
export { generateRoundKey, type KeyOpener, type RoundKeyPair } from './round-key.js';
export {
  openStruckOutList,
  type SignedStruckOutList,
  type StruckOutList,
  type StruckOutListErrorCode,
  type StruckOutRow,
} from './struck-out-list.js';
export { markedStruckOutList, markingText, type StruckOutDelivery } from './struck-out-marking.js';
