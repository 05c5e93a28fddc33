import { setTimeout } from 'node:timers/promises';
import { describeBug, type Log } from '../../core/log.js';
import type { Execution } from './approved-action.js';
import type { ApprovalRequest } from './request.js';

/** Injection token for the milliseconds that an approver waits at most for an action whose work may be long. */
export const APPROVAL_PATIENCE = Symbol('milliseconds that an approver waits');

/** Milliseconds: with what comes before, the answer is there within a second. */
export const usualPatience = 400;

/** Answers an approval in time, also while its action is still being carried out: with a large case that takes seconds. */
export class AnsweredInTime {
  private readonly late = new Set<Promise<unknown>>();

  constructor(
    private readonly patience: number,
    private readonly log: Pick<Log, 'error'>,
  ) {}

  /** How the execution ended, where it does in time; otherwise the request as it is, approved. Then it goes on, and an error of it is logged. */
  async answer(request: ApprovalRequest, execution: Promise<Execution>): Promise<Execution> {
    const ended = new AbortController();
    const waited = setTimeout(this.patience, undefined, { signal: ended.signal }).catch(() => undefined);
    try {
      const inTime = await Promise.race([execution, waited]);
      return inTime ?? this.goOn(request, execution);
    } finally {
      ended.abort();
    }
  }

  /** Resolves when everything that goes on has ended: before the process ends. */
  async settled(): Promise<void> {
    await Promise.all(this.late);
  }

  private goOn(request: ApprovalRequest, execution: Promise<Execution>): Execution {
    const going = execution
      .catch((error: unknown) => {
        this.log.error({ bug: describeBug(error), request: request.id }, 'an approved action failed');
      })
      .finally(() => this.late.delete(going));
    this.late.add(going);
    return { request };
  }
}
