import { type Batch, isOfficeReason, type OfficeFinding, type ReasonCode } from '../checking/index.js';
import type { JsonReader } from '../core/json.js';
import { fail, ok, type Result } from '../core/result.js';
import type { FiledRequest } from './filed-request.js';
import type { RemedyDecision } from './ports.js';

/** What the first of two people proposes. */
export interface Proposal {
  readonly outcome: RemedyDecision['outcome'];
  readonly reason: string;
}

/**
 * Whether a request of this kind can be decided in this phase. A struck-out record enters the result while that isn't drawn up, and its correction once
 * it is published; in between it would be in neither. An objection is to a published result.
 */
export function mayDecide({ phase }: Batch, kind: FiledRequest['kind']): boolean {
  return phase === 'published' || (kind !== 'objection' && (phase === 'judged' || phase === 'sent'));
}

/**
 * The verdict after a request is upheld; undefined where it stays. People can weigh what a register says (B, R). They can't make a signature hold that
 * doesn't (E), count somebody twice (D), or bring back what its holder disowned (M, W).
 */
export function newVerdict(
  kind: FiledRequest['kind'],
  code: ReasonCode | undefined,
): Result<RemedyDecision['to'], 'remedy-not-for-people'> {
  if (kind === 'misuse') return ok(code === undefined ? 'M01' : undefined);
  if (kind === 'withdrawal') return ok(code === undefined ? 'W01' : undefined);
  return code !== undefined && /^[BR]/.test(code) ? ok('counted') : fail('remedy-not-for-people');
}

/**
 * The verdict on a paper row after an objection to it is upheld. People can weigh what an office found on paper or in its register (P, R). The row then
 * counts, so its number must count nowhere else.
 */
export function newPaperVerdict({
  code,
  otherwise,
}: OfficeFinding): Result<'counted', 'remedy-not-for-people'> {
  const isFound = code !== undefined && isOfficeReason(code);
  return isFound && otherwise === 'counted' ? ok('counted') : fail('remedy-not-for-people');
}

/** The proposal in an approved content. */
export function readProposal(json: JsonReader): Proposal & { readonly id: string } {
  return {
    id: json.member('remedy').text(),
    outcome: json.member('outcome').oneOf('upheld', 'dismissed'),
    reason: json.member('reason').text(),
  };
}
