export {
  AnswerSheet,
  type AnswerSheetErrorCode,
  answerSheetErrorCodes,
  type AnswerPart,
  validResult,
} from './answer-sheet.js';
export {
  type ExchangeFileErrorCode,
  exchangeFileErrorCodes,
  type OfficeKey,
  openExchangeFile,
  sealExchangeFile,
} from './exchange-file.js';
export {
  type BatchIdentity,
  type Manifest,
  manifestBytes,
  manifestName,
  type ManifestPart,
  manifestPart,
  readManifest,
  readManifestPart,
} from './manifest.js';
export {
  readRosterPart,
  rosterHeader,
  type RosterPartErrorCode,
  rosterPartErrorCodes,
  type RosterPartRow,
} from './roster-part.js';
