import type { RoundId } from '../core/identifiers.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { Verdict } from './batch/verdict.js';

/** Verdicts that two people have decided to change: after an upheld objection, or a misused card. */
export interface WaitingChanges {
  /** The new verdicts, one a record, sorted by commitment: those that differ from the verdict as it stands. */
  readonly verdicts: readonly Verdict[];
  /** The day of the latest of these decisions; undefined where there is none. */
  readonly decidedOn: TaipeiDate | undefined;
}

/** The decisions that no result has taken in yet (checking role). */
export interface DecidedChanges {
  /** Those of a round. Of several decisions on one record, the latest. */
  ofRound(round: RoundId): Promise<WaitingChanges>;
}

/** Injection token for {@link DecidedChanges}. */
export const DECIDED_CHANGES = Symbol('DecidedChanges');
