import { canonicalJson } from '../../core/canonical-json.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from '../../core/json.js';
import { equalOctets } from '../../core/octets.js';
import { fail, type Result } from '../../core/result.js';
import { parseTaipeiDate, type TaipeiDate } from '../../core/taipei-date.js';
import { isReasonCode, type ReasonCode } from '../reason-codes.js';

/** The number of co-signatures of one kind that were handed in, that count, and that were struck out, by reason. */
export interface Tally {
  readonly submitted: number;
  readonly valid: number;
  readonly struckOut: Readonly<Partial<Record<ReasonCode, number>>>;
}

/** `result.json`: everything that the commission states about a round, and the digests to check it with. */
export interface ResultDocument {
  readonly version: 1;
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  readonly electorTotal: number;
  readonly threshold: number;
  readonly submittedOn: TaipeiDate;
  /** The day on which MOI's answer was imported and the numbers were final. */
  readonly determinedOn: TaipeiDate;
  readonly electronic: Tally;
  readonly paper: Tally;
  /** Valid co-signatures of the main round, if this is the supplement. */
  readonly earlierValid: number;
  /** What is compared with the threshold: the valid co-signatures of this round and of the earlier one. */
  readonly valid: number;
  readonly determination: Determination;
  /** RFC 9162 root over the sorted commitments of all records handed in, hex. */
  readonly merkleRoot: string;
  /** SHA-256 of the lead's signed statements (CMS, DER), hex. */
  readonly keyStatementSha256: string;
  readonly submissionStatementSha256: string;
}

/** The facts from which a result is drawn up. */
type ResultFacts = Omit<ResultDocument, 'version' | 'valid' | 'determination'>;

/** Draws up the result: adds up the valid co-signatures and determines the outcome (ACT 13). */
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

/** The tally of verdicts. `undefined` is the number of those that count. */
export function tallyOf(counts: ReadonlyMap<ReasonCode | undefined, number>): Tally {
  const struckOut: Partial<Record<ReasonCode, number>> = {};
  let submitted = 0;
  for (const [code, number] of counts) {
    submitted += number;
    if (code !== undefined && number > 0) struckOut[code] = number;
  }
  return { submitted, valid: counts.get(undefined) ?? 0, struckOut };
}

/** The tally of no verdicts. */
export const emptyTally: Tally = { submitted: 0, valid: 0, struckOut: {} };

function tallyMembers({ submitted, valid, struckOut }: Tally): {
  submitted: number;
  valid: number;
  struckOut: Record<string, number>;
} {
  return { submitted, valid, struckOut: { ...struckOut } };
}

/** The outcome that the law gives to the numbers. */
export type Determination =
  /** 不予受理: too few were handed in (ACT 13). */
  | 'not-accepted'
  /** 成立: enough are valid; announced within 10 days (ACT 13). */
  | 'established'
  /** Too few in the main round: one supplement 補提 of 30 days (ACT 13, REG 8). */
  | 'supplement-due'
  /** 不成立: still too few after the supplement (ACT 13). */
  | 'not-established';

/**
 * The count (清查) before any check: true when all co-signatures of the main round together can't reach the threshold
 * (ACT 13).
 */
export function tooFewToCheck(submitted: number, threshold: number): boolean {
  return submitted < threshold;
}

/** The numbers that a determination depends on. */
export interface DeterminationNumbers {
  readonly round: RoundOrdinal;
  /** Valid co-signatures of this round, electronic and paper. */
  readonly valid: number;
  /** Valid co-signatures of the main round, when this is the supplement; otherwise 0. */
  readonly earlierValid: number;
  readonly threshold: number;
}

/** The determination that follows from the numbers (ACT 13). */
export function determine({ round, valid, earlierValid, threshold }: DeterminationNumbers): Determination {
  if (valid + earlierValid >= threshold) return 'established';
  return round === 1 ? 'supplement-due' : 'not-established';
}

const bounds: JsonBounds = { size: 65_536, depth: 3 };
const digest = /^[0-9a-f]{64}$/;

/**
 * Reads `result.json`, strictly: the known members, no others, in canonical form. So each result has exactly one text.
 */
export function readResult(content: Uint8Array): Result<ResultDocument, 'bundle-malformed'> {
  const result = parseJson(content, bounds, readDocument);
  return result.ok && equalOctets(resultBytes(result.value), content) ? result : fail('bundle-malformed');
}

/** A member more would show in the canonical form. */
function readDocument(json: JsonReader): ResultDocument {
  return {
    version: json.member('version').oneOf(1),
    case: json.member('case').text(/^[1-9]\d{0,9}$/) as CaseNumber,
    round: json.member('round').oneOf(1, 2),
    electorTotal: json.member('electorTotal').integer(),
    threshold: json.member('threshold').integer(),
    submittedOn: json.member('submittedOn').parsed(parseTaipeiDate),
    determinedOn: json.member('determinedOn').parsed(parseTaipeiDate),
    electronic: readTally(json.member('electronic')),
    paper: readTally(json.member('paper')),
    earlierValid: json.member('earlierValid').integer(),
    valid: json.member('valid').integer(),
    determination: json.member('determination').oneOf('established', 'supplement-due', 'not-established'),
    merkleRoot: json.member('merkleRoot').text(digest),
    keyStatementSha256: json.member('keyStatementSha256').text(digest),
    submissionStatementSha256: json.member('submissionStatementSha256').text(digest),
  };
}

function readTally(json: JsonReader): Tally {
  const struckOut: Partial<Record<ReasonCode, number>> = {};
  for (const [code, number] of json.member('struckOut').entries())
    // A code that isn't known shows in the canonical form, too.
    if (isReasonCode(code)) struckOut[code] = number.integer();
  return {
    submitted: json.member('submitted').integer(),
    valid: json.member('valid').integer(),
    struckOut,
  };
}
