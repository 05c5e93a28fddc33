import type { Failure, Result } from '../../core/result.js';
import {
  type ApprovalDependencies,
  executed,
  type Execution,
  failed,
  verifyAndHandle,
} from './approved-action.js';
import type { ApprovalRequest, ApprovedRow } from './request.js';

/** Thrown by a handler that can't act now, with nothing done: the request stays `approved`, and is carried out later. */
export class NotNowError extends Error {
  override readonly name = 'NotNowError';
}

/** Approved requests that are carried out outside the request that approved them, by whichever process takes them. */
export class ApprovedRequests {
  constructor(private readonly dependencies: ApprovalDependencies) {}

  /** The requests of these actions that are approved and not carried out yet, and that have not expired. */
  waiting(actions: readonly string[]): Promise<readonly ApprovalRequest[]> {
    return this.dependencies.store.waiting(actions, this.dependencies.clock.now());
  }

  /**
   * Carries an approved request out and stores how that ended. The approver's signature is verified first, from the rows alone, as where an
   * action is carried out at once. Undefined, with nothing done, where the request has ended already. Rejects with the request still `approved`
   * where the handler can't act now, no current revocation data say whether the approver's certificate is valid, or the database is away; after
   * any other error of the handler it has failed, with `approval-execution-broken`.
   */
  async carryOut(id: string): Promise<Execution | undefined> {
    const row = await this.dependencies.store.approved(id);
    if (row === undefined) return undefined;
    const outcome = await this.outcomeOf(row);
    const { request } = row;
    // Where this write fails, the request stays `approved`, and the handler says the next time that it is done.
    return outcome.ok
      ? executed(this.dependencies, request)
      : failed(this.dependencies, request, outcome.failure);
  }

  private async outcomeOf(row: ApprovedRow): Promise<Result<unknown>> {
    try {
      const outcome = await verifyAndHandle(this.dependencies, row);
      if (!outcome.ok && isUnsettled(outcome.failure))
        throw new NotNowError('no current revocation data says whether the approver’s certificate is valid');
      return outcome;
    } catch (error) {
      const { request } = row;
      const broken = { code: 'approval-execution-broken', values: { request: request.id } };
      if (!comesAgain(error)) await failed(this.dependencies, request, broken);
      throw error;
    }
  }
}

function isUnsettled({ code, values }: Failure): boolean {
  return code === 'approval-not-verified' && values?.what === 'revocation';
}

/** An error whose own status is 503 says that the same may succeed later: the database is away. */
function comesAgain(error: unknown): boolean {
  if (error instanceof NotNowError) return true;
  return error instanceof Error && 'statusCode' in error && error.statusCode === 503;
}
