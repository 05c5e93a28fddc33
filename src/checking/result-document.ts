import type { CaseNumber, RoundOrdinal, TaipeiDate } from '../core/identifiers.js';
import { canonicalJson } from '../audit/index.js';
import { type Determination, determine } from './determination.js';
import type { ReasonCode } from './reason.js';

/** How many of one kind were handed in, count, and fell, by reason. */
export interface Tally {
  readonly submitted: number;
  readonly valid: number;
  readonly struckOut: Readonly<Partial<Record<ReasonCode, number>>>;
}

/** `result.json`: everything the commission says of a round, and what it can be checked by. */
export interface ResultDocument {
  readonly version: 1;
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  readonly electorTotal: number;
  readonly threshold: number;
  readonly submittedOn: TaipeiDate;
  /** The day MOI's answer was taken in and the numbers stood. */
  readonly determinedOn: TaipeiDate;
  readonly electronic: Tally;
  readonly paper: Tally;
  /** Valid co-signatures of the main round, if this is the supplement. */
  readonly earlierValid: number;
  /** What the threshold is held against: this round's and the earlier one's. */
  readonly valid: number;
  readonly determination: Determination;
  /** RFC 9162 root over the sorted commitments of all records handed in, hex. */
  readonly merkleRoot: string;
  /** SHA-256 of the lead's signed statements (CMS, DER), hex. */
  readonly keyStatementSha256: string;
  readonly submissionStatementSha256: string;
}

/** What a result is drawn up from. */
export type ResultFacts = Omit<ResultDocument, 'version' | 'valid' | 'determination'>;

/** Draws up the result: adds up the valid ones and determines (ACT 13). */
export function drawUpResult(facts: ResultFacts): ResultDocument {
  const counted = facts.electronic.valid + facts.paper.valid;
  const { round, threshold, earlierValid } = facts;
  const determination = determine({ round, valid: counted, earlierValid, threshold });
  return { ...facts, version: 1, valid: counted + earlierValid, determination };
}

/** The exact bytes that are approved, signed and published: canonical JSON (RFC 8785). */
export function resultBytes(result: ResultDocument): Uint8Array {
  return Buffer.from(
    canonicalJson({
      ...result,
      electronic: tallyMembers(result.electronic),
      paper: tallyMembers(result.paper),
    }),
  );
}

/** The tally of verdicts: `undefined` counts those that stand. */
export function tallyOf(counts: ReadonlyMap<ReasonCode | undefined, number>): Tally {
  const struckOut: Partial<Record<ReasonCode, number>> = {};
  let submitted = 0;
  for (const [code, number] of counts) {
    submitted += number;
    if (code !== undefined && number > 0) struckOut[code] = number;
  }
  return { submitted, valid: counts.get(undefined) ?? 0, struckOut };
}

/** A tally of nothing. */
export const emptyTally: Tally = { submitted: 0, valid: 0, struckOut: {} };

function tallyMembers({ submitted, valid, struckOut }: Tally): {
  submitted: number;
  valid: number;
  struckOut: Record<string, number>;
} {
  return { submitted, valid, struckOut: { ...struckOut } };
}
