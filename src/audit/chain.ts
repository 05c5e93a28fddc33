import { fail, ok, type Result } from '../core/result.js';
import type { AuditErrorCode } from './errors.js';
import { type AuditEvent, auditHash, type ChainHead, emptyChain } from './event.js';

/** Why a chain of events is not whole. */
export type ChainErrorCode = Extract<
  AuditErrorCode,
  'audit-sequence-broken' | 'audit-chain-broken' | 'audit-event-altered' | 'audit-head-differs'
>;

/** Checks an event against the head of the chain before it. Answers the new head, or the first thing that is wrong. */
export function nextHead(head: ChainHead, event: AuditEvent): Result<ChainHead, ChainErrorCode> {
  if (event.seq !== head.seq + 1) return fail('audit-sequence-broken', { seq: event.seq });
  if (event.previous !== head.hash) return fail('audit-chain-broken', { seq: event.seq });
  if (event.hash !== auditHash(event)) return fail('audit-event-altered', { seq: event.seq });
  return ok({ seq: event.seq, hash: event.hash });
}

/**
 * Verifies a whole chain from its first event: the chain alone, without signatures and checkpoints. Finds every change, gap, repetition
 * and change of order. Events that were cut off at the end are found only with `expected`, a head noted earlier. Answers the last head.
 */
export function verifyAuditChain(
  events: Iterable<AuditEvent>,
  expected?: ChainHead,
): Result<ChainHead, ChainErrorCode> {
  const seen = new ExpectedHead(expected);
  let head = emptyChain;
  for (const event of events) {
    const next = nextHead(head, event);
    if (!next.ok) return next;
    head = next.value;
    seen.pass(head);
  }
  return seen.reached(head);
}

/** A head that must occur in the log. The log may continue after it. */
export class ExpectedHead {
  private met: boolean;

  constructor(private readonly expected: ChainHead | undefined) {
    this.met = expected === undefined || expected.seq === 0;
  }

  /** Takes a head that occurs. */
  pass(head: ChainHead): void {
    if (head.seq === this.expected?.seq && head.hash === this.expected.hash) this.met = true;
  }

  /** The last head, if the expected one occurred. */
  reached(head: ChainHead): Result<ChainHead, 'audit-head-differs'> {
    return this.met ? ok(head) : fail('audit-head-differs', { seq: this.expected?.seq ?? 0 });
  }
}
