import { fail, ok, type Result } from '../../core/result.js';
import { type ApprovedRequests, NotNowError } from '../../staff/index.js';
import type { ApprovedStep } from '../approved-step.js';
import type { CheckJobs, PieceEnded } from '../batch/check-jobs.js';
import type { ApprovedRequest } from '../checking-actions.js';
import { isLongStep, longSteps, type StepPiece, type StepStore } from './ports.js';

/** What {@link StepWork} works with. */
export interface StepWorkDependencies {
  readonly requests: Pick<ApprovedRequests, 'waiting' | 'carryOut'>;
  readonly jobs: Pick<CheckJobs, 'putStep'>;
  readonly steps: Pick<StepStore, 'putUp' | 'isCarriedOut'>;
}

/** Has the approved steps of checks whose work is long carried out, by this process or another. */
export class StepWork {
  constructor(
    private readonly dependencies: StepWorkDependencies,
    private readonly ended: PieceEnded = () => undefined,
  ) {}

  /** Puts a step up that has just been approved. What fails here, {@link look} makes up for. */
  async announce(request: ApprovedRequest): Promise<void> {
    const piece = pieceOf(request);
    if (piece === undefined) return;
    try {
      await this.dependencies.steps.putUp(piece);
      await this.dependencies.jobs.putStep(piece);
    } catch (error) {
      this.ended(piece.caseNumber, asError(error));
    }
  }

  /** Puts every approved step up again that has not ended: one that waits, or that somebody is at, stays single. */
  async look(): Promise<void> {
    for (const request of await this.dependencies.requests.waiting(longSteps)) {
      const piece = pieceOf(request);
      if (piece !== undefined) await this.dependencies.jobs.putStep(piece);
    }
  }

  /** Carries a step out, and rejects where it is to come again. One that has ended is left alone. */
  async do(piece: StepPiece): Promise<void> {
    const { requests, steps } = this.dependencies;
    try {
      await steps.putUp(piece);
      const execution = await requests.carryOut(piece.requestId);
      if (execution?.failure === undefined) return;
      this.ended(piece.caseNumber, { ok: false, failure: execution.failure });
    } catch (error) {
      if (error instanceof NotNowError) throw error;
      this.ended(piece.caseNumber, asError(error));
      throw error;
    }
  }

  /**
   * Carries out a step that may have been begun before: by a process that was killed, or that is only slow. Where the effect is stored, it is done.
   * Throws {@link NotNowError} while something else holds the case.
   */
  async once<Code extends string>(
    approved: ApprovedStep,
    execute: () => Promise<Result<unknown, Code | 'step-under-way'>>,
  ): Promise<Result<unknown, Exclude<Code, 'step-under-way'>>> {
    const isDone = (): Promise<boolean> => this.dependencies.steps.isCarriedOut(approved.requestId);
    if (await isDone()) return ok(undefined);
    const outcome = await execute();
    if (outcome.ok) return outcome;
    const { code, values } = outcome.failure;
    if (code === 'step-under-way') throw new NotNowError('the case is held by something else');
    // Another may have ended it between the first look and the lock of the case.
    if (await isDone()) return ok(undefined);
    return fail(code as Exclude<Code, 'step-under-way'>, values);
  }
}

function pieceOf({ id, action, caseNumber }: ApprovedRequest): StepPiece | undefined {
  if (caseNumber === undefined || !isLongStep(action)) return undefined;
  return { requestId: id, caseNumber, action };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('not an error');
}
