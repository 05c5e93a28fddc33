import { type CaseKeys, type CaseService, isClosed } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { signDocument } from '../../core/cms/index.js';
import { detach } from '../../core/cms/signed-document.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import { type ApprovedStep, approvedMove } from '../approved-step.js';
import { findRoundInCheck, type RoundInCheck } from '../batch/submitted-round.js';
import type { ResultErrorCode } from '../errors.js';
import type { CommissionKey } from '../commission-keys.js';
import type { VerdictStore } from '../ports.js';
import type { ResultStore } from './ports.js';
import { makePublication, type PublicationSources } from './publication.js';
import { readResult, type ResultDocument } from './result-document.js';
import type { StepReport } from '../steps/ports.js';

/** What {@link ResultPublication} works with. */
export interface ResultPublicationDependencies extends PublicationSources {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: VerdictStore;
  readonly results: ResultStore;
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
  /** The holder-tag keys, destroyed if this step closes the case: after that, nobody can compute the tags again. */
  readonly keys: CaseKeys;
}

interface RoundWithResult extends RoundInCheck {
  readonly bytes: Uint8Array;
  readonly result: ResultDocument;
}

/** Confirms the result: signs it with the commission's key, publishes it and moves the case, in one transaction. */
export class ResultPublication {
  constructor(private readonly dependencies: ResultPublicationDependencies) {}

  /** What two people approve: the exact bytes of the result, and its determination. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, ResultErrorCode>> {
    const found = await this.answered(number);
    if (!found.ok) return found;
    const { batch, bytes, result } = found.value;
    const content = {
      action: 'confirm-result',
      batch: batch.id,
      case: result.case,
      round: result.round,
      resultSha256: sha256Hex(bytes),
      valid: result.valid,
      threshold: result.threshold,
      determination: result.determination,
    };
    return ok(Buffer.from(canonicalJson(content)));
  }

  /** The result as it was drawn up: exactly the bytes that would be signed and published. Nothing before MOI's answer is in. */
  async draft(number: CaseNumber): Promise<Result<Uint8Array, ResultErrorCode>> {
    return mapValue(await this.answered(number), ({ bytes }) => bytes);
  }

  /** Publishes the result with a detached signature by the commission, and all that is served of it ({@link makePublication}). */
  async confirm(
    approved: ApprovedStep,
    report: StepReport,
  ): Promise<Result<ResultDocument, ResultErrorCode>> {
    const found = await this.answered(approved.caseNumber);
    if (!found.ok) return found;
    const { submitted, batch, bytes, result } = found.value;
    const event = result.determination === 'established' ? 'find-enough' : 'find-too-few';
    const at = this.dependencies.clock.now();
    const move = approvedMove(submitted.referendum, event, approved, at);
    if (move === undefined) return fail('check-not-ready');
    const signed = await signDocument(bytes, this.dependencies.commissionKey, at);
    const signature = detach(signed);
    const publication = await makePublication(
      this.dependencies,
      found.value,
      { bytes, result, signature },
      report,
    );
    const { requestId } = approved;
    await this.dependencies.results.publish(batch, {
      publication,
      move,
      publishedOn: taipeiDateOf(at),
      requestId,
    });
    if (isClosed(move.to)) await this.dependencies.keys.destroy(approved.caseNumber);
    return ok(result);
  }

  private async answered(number: CaseNumber): Promise<Result<RoundWithResult, ResultErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number, (phase) =>
      phase === 'answered' ? undefined : 'result-not-ready',
    );
    if (!found.ok) return found;
    const outcome = await this.dependencies.results.drawnUp(found.value.batch);
    if (outcome === undefined) return fail('result-not-ready');
    const result = readResult(outcome.result);
    if (!result.ok) throw new Error('the stored result is no result');
    return ok({ ...found.value, bytes: outcome.result, result: result.value });
  }
}
