import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import { isRehearsal, parseCaseNumber } from '../../core/case-number.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from '../../core/json.js';
import { equalOctets } from '../../core/octets.js';
import { fail, type Result } from '../../core/result.js';
import { parseTaipeiDate, type TaipeiDate } from '../../core/taipei-date.js';
import { electronicGroups, paperGroups, type PublicTally, readPublicTally } from './public-tally.js';

/** `result.json`: everything that the commission states about a round, and the digests to check it with. */
export interface ResultDocument {
  readonly version: 2;
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  readonly electorTotal: number;
  readonly threshold: number;
  readonly submittedOn: TaipeiDate;
  /** The day on which MOI's answer was imported and the numbers were final. */
  readonly determinedOn: TaipeiDate;
  readonly electronic: PublicTally;
  readonly paper: PublicTally;
  /** Electronic and paper together, as they are counted over together (清查, ACT 13). */
  readonly joint: JointTally;
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
  /** Where two people replaced the lead's card between the two statements: SHA-256 of the certificates that signed them, hex. */
  readonly leadCertificateReplaced?: ReplacedCertificate;
  /** Of a corrected result: SHA-256 of the `result.json` that it corrects, hex. */
  readonly corrects?: string;
}

/** One certificate in place of another, by SHA-256 (hex). */
export interface ReplacedCertificate {
  /** It signed the key statement. */
  readonly before: string;
  /** It signed the submission statement. */
  readonly after: string;
}

/** The co-signatures of a round, electronic and paper. It has no reasons: together with those of each kind, they would tell small numbers. */
export interface JointTally {
  readonly submitted: number;
  readonly valid: number;
}

/** The facts from which a result is drawn up. */
type ResultFacts = Omit<ResultDocument, 'version' | 'joint' | 'valid' | 'determination'>;

/** Draws up the result: adds up the valid co-signatures and determines the outcome (ACT 13). */
export function drawUpResult(facts: ResultFacts): ResultDocument {
  const { electronic, paper, round, threshold, earlierValid } = facts;
  const joint = {
    submitted: electronic.submitted + paper.submitted,
    valid: electronic.valid + paper.valid,
  };
  const determination = determine({ round, valid: joint.valid, earlierValid, threshold });
  return { ...facts, version: 2, joint, valid: joint.valid + earlierValid, determination };
}

/** The exact bytes that are approved, signed and published: canonical JSON (RFC 8785). Of a rehearsal, and of nothing else, they say `rehearsal`. */
export function resultBytes(result: ResultDocument): Uint8Array {
  const { corrects, leadCertificateReplaced: replaced, ...facts } = result;
  const members: Readonly<Record<string, JsonValue>> = {
    ...facts,
    ...(corrects === undefined ? {} : { corrects }),
    ...(replaced === undefined ? {} : { leadCertificateReplaced: { ...replaced } }),
    electronic: tallyMembers(result.electronic),
    paper: tallyMembers(result.paper),
    joint: { ...result.joint },
    ...(isRehearsal(result.case) ? { rehearsal: true } : {}),
  };
  return Buffer.from(canonicalJson(members));
}

function tallyMembers({ submitted, valid, notCounted }: PublicTally): JsonValue {
  return { submitted, valid, notCounted: { ...notCounted } };
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
  const corrects = json.optional('corrects')?.text(digest);
  return {
    ...(corrects === undefined ? {} : { corrects }),
    version: json.member('version').oneOf(2),
    case: json.member('case').parsed(parseCaseNumber),
    round: json.member('round').oneOf(1, 2),
    electorTotal: json.member('electorTotal').integer(),
    threshold: json.member('threshold').integer(),
    submittedOn: json.member('submittedOn').parsed(parseTaipeiDate),
    determinedOn: json.member('determinedOn').parsed(parseTaipeiDate),
    electronic: readPublicTally(json.member('electronic'), electronicGroups),
    paper: readPublicTally(json.member('paper'), paperGroups),
    joint: readJoint(json.member('joint')),
    earlierValid: json.member('earlierValid').integer(),
    valid: json.member('valid').integer(),
    determination: json.member('determination').oneOf('established', 'supplement-due', 'not-established'),
    merkleRoot: json.member('merkleRoot').text(digest),
    keyStatementSha256: json.member('keyStatementSha256').text(digest),
    submissionStatementSha256: json.member('submissionStatementSha256').text(digest),
    ...readReplaced(json.optional('leadCertificateReplaced')),
  };
}

function readReplaced(json: JsonReader | undefined): Pick<ResultDocument, 'leadCertificateReplaced'> {
  if (json === undefined) return {};
  const [before, after] = [json.member('before').text(digest), json.member('after').text(digest)];
  return { leadCertificateReplaced: { before, after } };
}

function readJoint(json: JsonReader): JointTally {
  return { submitted: json.member('submitted').integer(), valid: json.member('valid').integer() };
}
