import type { AuditAction, AuditEntry } from '../../audit/index.js';
import type { CaseService } from '../../cases/index.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { ok, type Result } from '../../core/result.js';
import type { SubmittedRoundErrorCode } from '../errors.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { BatchWork } from './batch-work.js';
import { findRoundInCheck } from './submitted-round.js';

/** What {@link BatchControl} works with. */
export interface BatchControlDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'pause' | 'beginAnew'>;
  readonly clock: Clock;
}

/**
 * Has a batch stand still, go on, or begin anew, while its records are being checked; each is in the audit log. None changes what the check
 * comes to, so one person may do it. That the check has begun was decided by two people, and stays: what was counted and closed for it is
 * closed. So nothing here takes a case out of its check; only its stop (REG 10) does.
 */
export class BatchControl {
  constructor(
    private readonly dependencies: BatchControlDependencies,
    private readonly work: Pick<BatchWork, 'announce'>,
  ) {}

  /** Nothing more of it is begun; the chunks under way end. `check-not-ready` where no record is being checked. */
  pause(number: CaseNumber, memberId: string): Promise<Result<void, SubmittedRoundErrorCode>> {
    return this.control(number, (batch) =>
      this.dependencies.verdicts.pause(batch, 'paused-by-staff', this.entry(batch, memberId, 'check-paused')),
    );
  }

  /** It goes on, whatever it was paused for. Fails as {@link pause}. */
  resume(number: CaseNumber, memberId: string): Promise<Result<void, SubmittedRoundErrorCode>> {
    return this.control(number, async (batch) => {
      await this.dependencies.verdicts.pause(batch, undefined, this.entry(batch, memberId, 'check-resumed'));
      await this.work.announce(batch);
    });
  }

  /** Throws its verdicts away, which nobody has seen, and pauses it. Fails as {@link pause}. */
  beginAnew(number: CaseNumber, memberId: string): Promise<Result<void, SubmittedRoundErrorCode>> {
    return this.control(number, (batch) =>
      this.dependencies.verdicts.beginAnew(batch, this.entry(batch, memberId, 'check-begun-anew')),
    );
  }

  private async control(
    number: CaseNumber,
    work: (batch: Batch) => Promise<void>,
  ): Promise<Result<void, SubmittedRoundErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number, (phase) =>
      phase === 'judging' ? undefined : 'check-not-ready',
    );
    if (!found.ok) return found;
    await work(found.value.batch);
    return ok(undefined);
  }

  private entry({ caseNumber, round, judged }: Batch, memberId: string, action: AuditAction): AuditEntry {
    const at = this.dependencies.clock.now();
    return { at, actor: `staff:${memberId}`, action, caseNumber, details: { round, judged } };
  }
}
