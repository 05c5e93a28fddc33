/** Why a line of an entry of paper rows is rejected. */
export const paperRowFaultCodes = [
  /** The first line is not `page,line,national_id,code`. */
  'header-wrong',
  /** Not four fields, or page and line are not numbers from 1. */
  'row-malformed',
  /** Not a number's form. */
  'number-malformed',
  /** The form of a number, with a check digit that doesn't agree: most often a slip. */
  'number-check-digit-wrong',
  /** A foreign resident's number. */
  'number-not-citizen',
  /** Neither `00` nor an office's code. */
  'code-unknown',
  /** A page and line that the file has already. */
  'row-repeated',
  /** Pages, or lines of a page, are left out before this row. */
  'row-missing',
  /** A row that stands before the one above it. */
  'row-out-of-order',
] as const;
export type PaperRowFaultCode = (typeof paperRowFaultCodes)[number];

/** Why paper rows can't be entered or settled at this stage. */
export const paperStageErrorCodes = [
  'not-found',
  'check-not-ready',
  /** The check has begun: the paper rows are closed. */
  'paper-closed',
] as const;
export type PaperStageErrorCode = (typeof paperStageErrorCodes)[number];

/** Why sealed paper rows can't be read. */
export const paperOpeningErrorCodes = [
  /** The commission's key doesn't open a part, or the parts are not those that were stored. */
  'paper-not-opened',
] as const;
export type PaperOpeningErrorCode = (typeof paperOpeningErrorCodes)[number];

/** Why an entry of paper rows is not stored. */
export const keepPaperEntryErrorCodes = [
  ...paperStageErrorCodes,
  ...paperOpeningErrorCodes,
  'step-under-way',
  /** The same person entered the other one. */
  'paper-entry-same-person',
  /** Rows are rejected; with `rejected`, their number. */
  'paper-rows-rejected',
  /** More rows than any submission has; with `most`. */
  'paper-entry-too-long',
  /** No row at all. */
  'paper-entry-empty',
  /** More differences from the other entry than are settled one by one; with `most`, `page` and `line` of the first. */
  'paper-entries-unlike',
] as const;
export type KeepPaperEntryErrorCode = (typeof keepPaperEntryErrorCodes)[number];

/** Why an entry is not removed. */
export const removePaperEntryErrorCodes = [...paperStageErrorCodes, 'step-under-way'] as const;
export type RemovePaperEntryErrorCode = (typeof removePaperEntryErrorCodes)[number];

/** Why a difference is not shown. */
export const showPaperDifferenceErrorCodes = [
  ...paperStageErrorCodes,
  ...paperOpeningErrorCodes,
  /** The two entries agree on this row, or neither has it. */
  'paper-difference-unknown',
] as const;
export type ShowPaperDifferenceErrorCode = (typeof showPaperDifferenceErrorCodes)[number];

/** Why a difference is not settled. */
export const settlePaperDifferenceErrorCodes = [
  ...paperStageErrorCodes,
  'step-under-way',
  'paper-difference-unknown',
  /** The third value is not one that a row can have; with `fault`. */
  'paper-value-refused',
] as const;
export type SettlePaperDifferenceErrorCode = (typeof settlePaperDifferenceErrorCodes)[number];

/** Why the paper rows can't be closed, and so the check can't start. */
export const closePaperErrorCodes = [
  /** Only one of the two entries is there. */
  'paper-entry-missing',
  /** Differences are not settled; with `open`, their number. */
  'paper-differences-open',
] as const;
export type ClosePaperErrorCode = (typeof closePaperErrorCodes)[number];

/** Why the start of a check can't be asked for. */
export const requestWithPaperErrorCodes = [
  ...closePaperErrorCodes,
  /** No paper row was entered, and nobody said that none was handed in. */
  'paper-not-entered',
  /** It was said that nothing was handed in on paper, but rows were entered. */
  'paper-handed-in',
] as const;
export type RequestWithPaperErrorCode = (typeof requestWithPaperErrorCodes)[number];
