import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { type Clock, CLOCK } from '../core/clock.js';
import { describeBug, LOG, type Log } from '../core/log.js';
import { type Part, SERVED_PARTS } from '../core/served-parts.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';
import { checkpointDigest, noCheckpoint } from './checkpoint.js';
import {
  AUDIT_LOG,
  type AuditLog,
  CHECKPOINT_SIGNER,
  CHECKPOINT_STORE,
  type CheckpointSigner,
  type CheckpointStore,
} from './ports.js';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Signs a checkpoint of the audit log in each hour (UTC), whether there are new events or not. Looks every ten minutes, so that a failure
 * costs no hour. One row is all it writes: cut off before, it has done nothing; run twice or by several processes, one row stays.
 */
@Injectable()
export class CheckpointJob {
  constructor(
    @Inject(AUDIT_LOG) private readonly auditLog: Pick<AuditLog, 'head'>,
    @Inject(CHECKPOINT_STORE) private readonly checkpoints: Pick<CheckpointStore, 'last' | 'add'>,
    @Inject(CHECKPOINT_SIGNER) private readonly signer: CheckpointSigner,
    @Inject(PLATFORM_ORIGIN) private readonly issuer: string,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
    @Inject(SERVED_PARTS) private readonly parts: readonly Part[],
  ) {}

  /** Signs a checkpoint if one is due. Never rejects: what fails now is tried again in ten minutes. */
  @Interval(10 * minute)
  async run(): Promise<void> {
    if (!this.parts.includes('checking')) return;
    try {
      await this.signIfDue();
    } catch (error) {
      this.log.warn({ bug: describeBug(error) }, 'audit log: no checkpoint signed');
    }
  }

  /** The first run, once the application has started. */
  @Timeout(0)
  async runAtStart(): Promise<void> {
    await this.run();
  }

  private async signIfDue(): Promise<void> {
    const last = await this.checkpoints.last();
    const issuedAt = new Date(Math.floor(this.clock.now().getTime() / 1000) * 1000);
    if (last !== undefined && hourOf(last.issuedAt) >= hourOf(issuedAt)) return;
    const head = await this.auditLog.head();
    const number = (last?.number ?? 0) + 1;
    const previous = last === undefined ? noCheckpoint : checkpointDigest(last.jws);
    const jws = await this.signer.sign({ issuer: this.issuer, number, head, previous, issuedAt });
    await this.checkpoints.add({ number, events: head.seq, issuedAt, jws });
  }
}

const hourOf = (at: Date): number => Math.floor(at.getTime() / hour);
