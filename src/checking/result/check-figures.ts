import { type Case, type CaseService, isClosed } from '../../cases/index.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { findSubmittedRound, type RoundInCheck } from '../batch/submitted-round.js';
import type { ResultErrorCode, SubmittedRoundErrorCode } from '../errors.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { ResultStore } from './ports.js';
import { readResult, type ResultDocument } from './result-document.js';
import { type Tally, tallyOf } from './tally.js';

/** The figures of a check as they stand, for staff: exact numbers, by code. */
export interface CheckFigures {
  readonly case: CaseNumber;
  /** 主文 */
  readonly mainText: string;
  readonly round: RoundOrdinal;
  /** UUID of the batch. */
  readonly batch: string;
  readonly phase: Exclude<Batch['phase'], 'judging'>;
  readonly electorTotal: number;
  readonly threshold: number;
  /** 提出日 */
  readonly submittedOn: TaipeiDate;
  /** RFC 9162 root over the sorted commitments, hex. */
  readonly merkleRoot: string;
  /** SHA-256 of the lead's signed submission statement, hex. */
  readonly submissionStatementSha256: string;
  readonly electronic: Tally;
  readonly paper: Tally;
}

/** A result as it was drawn up, or as it is published. */
export interface DrawnResult {
  /** 主文 */
  readonly mainText: string;
  /** `result.json`, the exact bytes. */
  readonly bytes: Uint8Array;
  readonly result: ResultDocument;
  /** Whether two people have confirmed it. */
  readonly isPublished: boolean;
}

/** What {@link FigureReader} reads. */
export interface FigureSources {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'keptCounts'>;
  readonly results: Pick<ResultStore, 'drawnUp' | 'latest'>;
}

/** Reads the figures of a case's check, for reports: of the latest round whose check has come so far. */
export class FigureReader {
  constructor(private readonly sources: FigureSources) {}

  /** The figures, once every record of a round has a verdict: `check-not-ready` before. */
  async figures(number: CaseNumber): Promise<Result<CheckFigures, SubmittedRoundErrorCode>> {
    const found = await this.latest(number, ({ phase }) => phase !== 'judging');
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const { referendum, submission, submittedOn } = submitted;
    const { phase } = batch;
    if (phase === 'judging') throw new Error('a round that was passed over');
    const counts = await this.sources.verdicts.keptCounts(batch);
    return ok({
      ...factsOf(referendum),
      round: batch.round,
      batch: batch.id,
      phase,
      submittedOn,
      merkleRoot: hex(submission.merkleRoot),
      submissionStatementSha256: sha256Hex(submission.statement),
      electronic: tallyOf(counts.electronic),
      paper: tallyOf(counts.paper),
    });
  }

  /** The result, once MOI's answer is imported: `result-not-ready` before. Of a published one the latest version. */
  async result(number: CaseNumber): Promise<Result<DrawnResult, ResultErrorCode>> {
    const begun = await this.latest(number, () => true);
    if (!begun.ok) return begun;
    const found = await this.latest(number, ({ phase }) => phase === 'answered' || phase === 'published');
    if (!found.ok) return fail('result-not-ready');
    const { batch, submitted } = found.value;
    const isPublished = batch.phase === 'published';
    const { results } = this.sources;
    const stored = isPublished ? await results.latest(batch) : await results.drawnUp(batch);
    if (stored === undefined) return fail('result-not-ready');
    const result = readResult(stored.result);
    if (!result.ok) throw new Error('the stored result is no result');
    const { mainText } = submitted.referendum;
    return ok({ mainText, bytes: stored.result, result: result.value, isPublished });
  }

  /** The latest round with a batch that is so far. Of a case that was stopped, what was published alone. */
  private async latest(
    number: CaseNumber,
    isSoFar: (batch: Batch) => boolean,
  ): Promise<Result<RoundInCheck, SubmittedRoundErrorCode>> {
    const { cases, verdicts } = this.sources;
    const referendum = await cases.find(number);
    if (referendum === undefined) return fail('not-found');
    for (const { id, ordinal } of referendum.rounds.toReversed()) {
      const batch = await verdicts.batchOf(id);
      if (batch === undefined || !isSoFar(batch)) continue;
      if (batch.phase !== 'published' && isClosed(referendum.state)) continue;
      return mapValue(await findSubmittedRound(cases, number, ordinal), (submitted) => ({
        submitted,
        batch,
      }));
    }
    return fail('check-not-ready');
  }
}

function factsOf({ number, mainText, electorTotal, threshold }: Case) {
  return { case: number, mainText, electorTotal, threshold };
}
