import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import { equalOctets, fromHex } from '../octets.js';
import { type ApprovalStatementFields, approvalStatementEnds } from './approval-statement.js';
import { isLineText } from './line-text.js';
import { renderKeyStatement, renderSubmissionStatement, sealingModes } from './statements.js';

/*
 * For whoever checks a signed statement later and knows only a part of what it says. What is known is rendered, the rest is taken from
 * the statement itself, and the bytes are compared: so nothing else can stand in it.
 */

/** The platform that a statement names. */
interface NamedPlatform {
  readonly origin: string;
}

/** A round of a case. */
interface NamedRound {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
}

/** The digests that a verifier may know of a key statement, 32 bytes each. */
interface KnownKeyDigests {
  readonly publicKeyDigest?: Uint8Array;
  readonly wrappedKeyDigest?: Uint8Array;
}

/** The platform, if this is a key statement of the round, with these digests where they are known; undefined otherwise. */
export function matchKeyStatement(
  content: Uint8Array,
  known: NamedRound & KnownKeyDigests,
): NamedPlatform | undefined {
  const [publicKeyDigest, commissionKeyDigest, wrappedKeyDigest] = digestsIn(content);
  const undertaking = linesOf(content)
    .filter((line) => line.startsWith(undertakingName))
    .map((line) => line.slice(undertakingName.length))
    // The renderer would throw on such a line. Without it, the renderings differ.
    .filter(isLineText)
    .join('\n');
  const origin = originIn(content);
  const fields = { publicKeyDigest, wrappedKeyDigest, ...known, commissionKeyDigest, undertaking, origin };
  const same = sealingModes.some((mode) => equalOctets(renderKeyStatement({ ...fields, mode }), content));
  return same ? { origin } : undefined;
}

/** The totals of a submission. */
interface NamedTotals {
  readonly recordCount: number;
  /** 32 bytes. */
  readonly merkleRoot: Uint8Array;
}

/** The platform, if this is the submission statement of the round with these totals; undefined otherwise. */
export function matchSubmissionStatement(
  content: Uint8Array,
  known: NamedRound & NamedTotals,
): NamedPlatform | undefined {
  const [, wrappedKeyDigest] = digestsIn(content);
  const origin = originIn(content);
  const rendered = renderSubmissionStatement({ ...known, origin, wrappedKeyDigest });
  return equalOctets(rendered, content) ? { origin } : undefined;
}

/**
 * The platform, if this is the statement by which somebody approved this action; undefined otherwise. The lines in between, which say
 * in words what the content is, are as the approver read them; the digest covers the content.
 */
export function matchApprovalStatement(
  content: Uint8Array,
  known: Omit<ApprovalStatementFields, 'origin' | 'content'>,
): NamedPlatform | undefined {
  const origin = originIn(content);
  const { head, tail } = approvalStatementEnds({ ...known, origin });
  const long = content.length >= head.length + tail.length;
  const begins = long && equalOctets(content.subarray(0, head.length), head);
  const same = begins && equalOctets(content.subarray(-tail.length), tail);
  return same ? { origin } : undefined;
}

/** The start of each line of the undertaking. */
const undertakingName = '切結：';

/** The origin in a statement; where there is none, one that no statement has. */
function originIn(content: Uint8Array): string {
  const line = linesOf(content).find((each) => each.startsWith(originName));
  const origin = String(line?.slice(originName.length));
  return isLineText(origin) ? origin : 'none';
}

const originName = '連署平臺：';

/** The digests in a statement, in order. A missing digest is replaced by one that no rendering equals. */
function digestsIn(content: Uint8Array): readonly [Uint8Array, Uint8Array, Uint8Array] {
  const [first = noDigest, second = noDigest, third = noDigest] = linesOf(content).flatMap(
    (line) => fromHex(String(/：([0-9a-f]{64})$/.exec(line)?.[1])) ?? [],
  );
  return [first, second, third];
}

/** Not 32 bytes, so that no statement has it. */
const noDigest = new Uint8Array(1);

function linesOf(content: Uint8Array): readonly string[] {
  return new TextDecoder().decode(content).split('\n');
}
