import type { JSONWebKeySet } from 'jose';
import { fail, ok, type Result } from '../core/result.js';
import { type Checkpoint, checkpointDigest, noCheckpoint, readCheckpoint } from './checkpoint.js';
import type { AuditErrorCode } from './errors.js';
import type { ChainHead } from './event.js';

/** Why the checkpoints of a log don't stand. */
export type CheckpointErrorCode = Extract<AuditErrorCode, `audit-${string}checkpoint${string}`>;

/** The checkpoints of a log, verified in their order, and those that must be among them. */
export class CheckpointsInLog {
  /** The platforms that the checkpoints name. */
  readonly issuers = new Set<string>();
  private previous: { readonly checkpoint: Checkpoint; readonly digest: string } | undefined;
  /** Numbers of those noted elsewhere and not met yet, by digest. */
  private readonly noted = new Map<string, number>();

  constructor(private readonly jwks: JSONWebKeySet) {}

  /** The last checkpoint; undefined before the first. */
  get last(): Checkpoint | undefined {
    return this.previous?.checkpoint;
  }

  /** Takes checkpoints that were noted elsewhere: each must be in the log. Failure: `audit-noted-checkpoint-wrong`. */
  async expect(noted: readonly string[]): Promise<Result<void, CheckpointErrorCode>> {
    for (const [index, jws] of noted.entries()) {
      const checkpoint = await readCheckpoint(jws, this.jwks);
      if (checkpoint === undefined) return fail('audit-noted-checkpoint-wrong', { line: index + 1 });
      this.noted.set(checkpointDigest(jws), checkpoint.number);
    }
    return ok(undefined);
  }

  /** Takes the next checkpoint of the log, which stands after this head. Failure: `audit-checkpoint-wrong`. */
  async take(jws: string, head: ChainHead): Promise<Result<void, CheckpointErrorCode>> {
    const checkpoint = await readCheckpoint(jws, this.jwks);
    if (checkpoint === undefined || !this.follows(checkpoint) || !isOf(checkpoint, head))
      return fail('audit-checkpoint-wrong');
    const digest = checkpointDigest(jws);
    this.previous = { checkpoint, digest };
    this.issuers.add(checkpoint.issuer);
    this.noted.delete(digest);
    return ok(undefined);
  }

  /** The last checkpoint, if all that were noted were met. */
  finish(): Result<Checkpoint, CheckpointErrorCode> {
    const [missing] = this.noted.values();
    if (missing !== undefined) return fail('audit-checkpoint-not-in-log', { number: missing });
    return this.last === undefined ? fail('audit-checkpoint-missing') : ok(this.last);
  }

  private follows({ number, previous, issuedAt }: Checkpoint): boolean {
    if (this.previous === undefined) return number === 1 && previous === noCheckpoint;
    const { checkpoint, digest } = this.previous;
    return number === checkpoint.number + 1 && previous === digest && issuedAt > checkpoint.issuedAt;
  }
}

const isOf = (checkpoint: Checkpoint, { seq, hash }: ChainHead): boolean =>
  checkpoint.head.seq === seq && checkpoint.head.hash === hash;
