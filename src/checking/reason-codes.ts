import { groupOfCode, type ReasonGroup } from '../core/reason-group.js';

export { type ReasonGroup, reasonGroups } from '../core/reason-group.js';

/** What the platform's own check finds in the evidence of a record. */
export const evidenceReasons = [
  /** The sealed record can't be opened with the round key. */
  'E01',
  /** The statement, the signature over it or the intake's countersignature is wrong. */
  'E02',
  /** The certificate was not trusted, of the wrong type or not valid at the countersigned time. */
  'E03',
  /** The certificate was revoked at the countersigned time. */
  'E04',
  /** The number is malformed, not a citizen's, or not the certificate's. */
  'E05',
] as const;
export type EvidenceReason = (typeof evidenceReasons)[number];

/**
 * A person counts once, however often they sign. Electronic co-signatures count before paper ones (REG 9, RULES 11).
 */
export const duplicateReasons = [
  /** The number counts already: by an earlier electronic co-signature, or from the main round. */
  'D01',
  /** A paper row repeats an electronic co-signature. */
  'D02',
  /** A paper row repeats a paper row that counts, of this round or of the main round. */
  'D03',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** What MOI finds in the household registers, counted to the day of submission (ACT 8(1), REG 8). */
export const registerReasons = [
  /** The number is not the certificate holder's (binding check). */
  'B01',
  /** Not in the register. */
  'R01',
  /** Under 18. */
  'R02',
  /** Under guardianship. */
  'R03',
  /** Under six months' continuous residence. */
  'R04',
  /** Died before the submission. */
  'R05',
] as const;
export type RegisterReason = (typeof registerReasons)[number];

/** What the household registration offices find on a paper row (ACT 13). */
export const paperReasons = [
  /** Name, number or address wrong or unclear. */
  'P01',
  /** Not signed. */
  'P02',
  /** Forged. */
  'P03',
] as const;
export type PaperReason = (typeof paperReasons)[number];

/** What two people find after a report by the holder of the card. */
export const misuseReasons = [
  /** Somebody else used the card (冒用). */
  'M01',
] as const;
export type MisuseReason = (typeof misuseReasons)[number];

/** What the holder wanted, where a law allows it. None does today. */
export const withdrawalReasons = [
  /** Taken back by the holder (撤回). */
  'W01',
] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/**
 * What a household registration office's entry of a paper row may carry: what it found on the row itself, or in the household registers
 * (ACT 8(1), 13).
 */
export const officeReasons = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  ...paperReasons,
] as const satisfies readonly (RegisterReason | PaperReason)[];
export type OfficeReason = (typeof officeReasons)[number];

/**
 * Why a co-signature is struck out, in the order in which the reasons are checked. These codes are our own: those of
 * MOI and of the household registration offices are not public.
 */
export const reasonCodes = [
  ...evidenceReasons,
  ...duplicateReasons,
  ...registerReasons,
  ...paperReasons,
  ...misuseReasons,
  ...withdrawalReasons,
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** The group of a reason. */
export function reasonGroupOf(code: ReasonCode): ReasonGroup {
  const group = groupOfCode(code);
  if (group === undefined) throw new Error('a reason without a group');
  return group;
}

const known: ReadonlySet<string> = new Set(reasonCodes);
const inRegisters: ReadonlySet<string> = new Set(registerReasons);
const ofOffices: ReadonlySet<string> = new Set(officeReasons);

/** Reasons that say that somebody else signed: the person whose number it is may have signed on paper. */
const signedByAnother: ReadonlySet<string> = new Set<ReasonCode>(['B01', ...misuseReasons]);

/**
 * Whether a record with this verdict, which passed the platform's own check, bars paper rows with its number (D02). What the registers say of
 * the person is as true of the person's paper row; what says that the card was not in its holder's hands is not (docs/adr/0021).
 */
export function barsPaperRows(code: ReasonCode | undefined): boolean {
  return code === undefined || !signedByAnother.has(code);
}

/** True for any reason code. */
export function isReasonCode(code: string): code is ReasonCode {
  return known.has(code);
}

/** True for a code that MOI's answer may carry. */
export function isRegisterReason(code: string): code is RegisterReason {
  return inRegisters.has(code);
}

/** True for a code that the entry of a paper row may carry. */
export function isOfficeReason(code: string): code is OfficeReason {
  return ofOffices.has(code);
}
