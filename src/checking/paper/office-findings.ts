import type { CaseService } from '../../cases/index.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { packedNumber } from '../batch/claim.js';
import { findSubmittedRound } from '../batch/submitted-round.js';
import type { PaperRowErrorCode } from '../errors.js';
import type { Batch, VerdictStore } from '../ports.js';
import { type CheckedPaperRow, type ClosedRowSource, rowsWithVerdicts } from './checked-rows.js';
import { comparePlaces, type PaperPlace } from './paper-row.js';
import { codeOf, type PaperVerdict } from './paper-verdicts.js';
import { PaperNotOpenedError } from './sealed-rows.js';

/** What {@link OfficeFindings} works with. */
export interface OfficeFindingsDependencies extends ClosedRowSource {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'paperPage'>;
}

/** A paper row of a submitted round. */
export interface PaperRowAddress {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly place: PaperPlace;
}

/** The verdict on a paper row, and what it is without what the office found on it. */
export interface OfficeFinding {
  readonly code: PaperVerdict['code'];
  /** `counted`, or why the row doesn't count even so. Undefined where nobody knows: its number can't be read, or nobody compared it. */
  readonly otherwise: 'counted' | 'D02' | 'D03' | undefined;
}

/**
 * Says what a paper row would be if the household registration office had found nothing, for a request that two people decide on. All rows of the
 * round are opened, in memory, since the number may count by another. The answer names no number.
 */
export class OfficeFindings {
  constructor(private readonly dependencies: OfficeFindingsDependencies) {}

  /**
   * Undefined where there is no such row. `check-not-ready`: the round has no verdicts yet; `paper-not-opened`: its rows are not those that two
   * people closed, or were destroyed.
   */
  async at(address: PaperRowAddress): Promise<Result<OfficeFinding | undefined, PaperRowErrorCode>> {
    const { caseNumber, round, place } = address;
    const submitted = await findSubmittedRound(this.dependencies.cases, caseNumber, round);
    if (!submitted.ok) return submitted;
    const batch = await this.dependencies.verdicts.batchOf(submitted.value.round.id);
    if (batch === undefined || batch.phase === 'judging') return fail('check-not-ready');
    try {
      return ok(await this.findingAt(batch, place));
    } catch (error) {
      if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
      throw error;
    }
  }

  private async findingAt(batch: Batch, place: PaperPlace): Promise<OfficeFinding | undefined> {
    const counting = new Set<number>();
    let wanted: CheckedPaperRow | undefined;
    for await (const each of rowsWithVerdicts(this.dependencies, batch)) {
      if (comparePlaces(each.row, place) === 0) wanted = each;
      else if (each.code === undefined) counting.add(packedNumber(each.row.nationalId));
    }
    if (wanted === undefined) return undefined;
    const repeats = counting.has(packedNumber(wanted.row.nationalId)) ? 'D03' : wanted.repeats;
    return { code: wanted.code, otherwise: repeats && (codeOf(repeats) ?? 'counted') };
  }
}
