import type { Batch, BatchPhase } from '../../../checking/index.js';
import type { CaseNumber, RoundId, RoundOrdinal, TaipeiDate } from '../../../core/identifiers.js';
import { commitmentOfColumn } from './columns.js';

/** A row of `verification_batch`, without its documents. */
export interface BatchRow {
  readonly id: string;
  readonly round_id: string;
  readonly case_number: string;
  readonly round: number;
  readonly submitted_on: string;
  readonly phase: string;
  readonly records: number;
  readonly judged: number;
  readonly cursor: Buffer | null;
}

/** The columns of {@link BatchRow}; a date as text, so that no time zone touches it. */
export const batchColumns =
  'id, round_id, case_number, round, submitted_on::text AS submitted_on, phase, records, judged, cursor';

/** The batch of a row: the table's constraints keep each value within its type. */
export function batchOfRow(row: BatchRow): Batch {
  return {
    id: row.id,
    roundId: row.round_id as RoundId,
    caseNumber: row.case_number as CaseNumber,
    round: row.round as RoundOrdinal,
    submittedOn: row.submitted_on as TaipeiDate,
    phase: row.phase as BatchPhase,
    records: row.records,
    judged: row.judged,
    cursor: row.cursor === null ? undefined : commitmentOfColumn(row.cursor),
  };
}
