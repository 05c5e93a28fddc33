import type { PauseReason } from '../pause-reasons.js';
import type { Batch, BatchPhase, VerdictStore } from '../ports.js';
import { type Tally, tallyOf } from '../result/tally.js';
import type { StepProgress, StepStore } from '../steps/ports.js';

/** Where a check stands, for staff. */
export interface CheckProgress {
  readonly phase: BatchPhase;
  readonly records: number;
  readonly judged: number;
  /** Records that got a verdict in the last minute. Undefined once every record has one. */
  readonly recordsPerMinute?: number;
  /** At that rate. Undefined while nothing moves, and once every record has a verdict. */
  readonly secondsLeft?: number;
  /** Why it stands still, where it does. */
  readonly paused?: PauseReason;
  /** Undefined until every record has a verdict. */
  readonly electronic?: Tally;
  /** Paper rows that two people closed. */
  readonly paperRows: number;
  /** Undefined until every record has a verdict. */
  readonly paper?: Tally;
  /** The latest approved step whose work is long. Undefined while there was none. */
  readonly step?: StepProgress;
}

/** What {@link progressOf} reads. */
export interface ProgressSources {
  readonly verdicts: Pick<VerdictStore, 'recordsPerMinute' | 'keptCounts'>;
  readonly steps: Pick<StepStore, 'latest'>;
}

/** Where the check of this batch stands: how far the verdicts are and, once every record has one, the counts and the latest step. */
export async function progressOf(batch: Batch, { verdicts, steps }: ProgressSources): Promise<CheckProgress> {
  const { phase, records, judged, paperRows } = batch;
  if (phase === 'judging') {
    const pace = paceOf(batch, await verdicts.recordsPerMinute(batch));
    return { phase, records, judged, paperRows, ...pace };
  }
  const counts = await verdicts.keptCounts(batch);
  const [electronic, paper] = [tallyOf(counts.electronic), tallyOf(counts.paper)];
  const step = await steps.latest(batch);
  const told = { phase, records, judged, electronic, paperRows, paper };
  return step === undefined ? told : { ...told, step };
}

/** How fast a batch goes, and how long it takes from now on. */
function paceOf(
  { records, judged, paused }: Pick<Batch, 'records' | 'judged' | 'paused'>,
  recordsPerMinute: number,
): Pick<CheckProgress, 'recordsPerMinute' | 'secondsLeft' | 'paused'> {
  if (paused !== undefined) return { recordsPerMinute, paused };
  if (recordsPerMinute === 0) return { recordsPerMinute };
  return { recordsPerMinute, secondsLeft: Math.ceil((60 * (records - judged)) / recordsPerMinute) };
}
