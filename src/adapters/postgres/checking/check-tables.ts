import type { EntityManager } from 'typeorm';
import {
  type Batch,
  type BatchPhase,
  CheckOverError,
  isReasonCode,
  type PauseReason,
  pauseReasons,
  type ReasonCode,
  type Verdict,
} from '../../../checking/index.js';
import { ReferendumCaseEntity } from '../entities/referendum-case.entity.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../../core/identifiers.js';
import type { TaipeiDate } from '../../../core/taipei-date.js';

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
  readonly chunks: number;
  readonly paused: string | null;
  readonly paper_rows: number;
  readonly paper_sha256: Buffer | null;
}

/** The columns of {@link BatchRow}. Dates are text, so that no time zone changes them. */
export const batchColumns =
  'id, round_id, case_number, round, submitted_on::text AS submitted_on, phase, records, judged, chunks, paused, paper_rows, paper_sha256';

/** The batch of a row. The table's constraints keep each value within its type. */
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
    chunks: row.chunks,
    paused: pauseOfColumn(row.paused),
    paperRows: row.paper_rows,
    paperSha256: row.paper_sha256 ?? undefined,
  };
}

function pauseOfColumn(column: string | null): PauseReason | undefined {
  if (column === null) return undefined;
  const reason = pauseReasons.find((each) => each === column);
  if (reason === undefined) throw new Error('a batch that is paused for an unknown reason');
  return reason;
}

/**
 * Holds the case in the state `checking` until the caller's transaction ends: whoever stops it waits. Throws {@link CheckOverError} if it
 * was stopped before.
 */
export async function holdInCheck(
  manager: EntityManager,
  { caseNumber }: Pick<Batch, 'caseNumber'>,
): Promise<void> {
  const held = await manager.findOne(ReferendumCaseEntity, {
    where: { number: caseNumber, state: 'checking' },
    select: { number: true },
    lock: { mode: 'pessimistic_read' },
  });
  if (held === null) throw new CheckOverError();
}

/** Moves a batch on from the phase it was read in. Throws when it is in another phase now, so no step is done twice. */
export async function movePhase(manager: EntityManager, batch: Batch, phase: BatchPhase): Promise<void> {
  await holdInCheck(manager, batch);
  const [, moved] = await manager.query<[unknown, number]>(
    'UPDATE verification_batch SET phase = $2 WHERE round_id = $1 AND phase = $3',
    [batch.roundId, phase, batch.phase],
  );
  if (moved !== 1) throw new Error('the batch is in another phase by now');
}

/** A row of `verdict`. */
export interface VerdictRow {
  readonly commitment: Buffer;
  readonly code: string | null;
}

/** The verdict of a row. Throws on an unknown code. */
export function verdictOfRow({ commitment, code }: VerdictRow): Verdict {
  return { commitment: commitmentOfColumn(commitment), code: codeOfColumn(code) };
}

/** A verdict's code; NULL is a record that counts. */
export function codeOfColumn(column: string | null): ReasonCode | undefined {
  if (column === null) return undefined;
  if (!isReasonCode(column)) throw new Error('a verdict with an unknown code');
  return column;
}

/** A commitment column. */
export function commitmentOfColumn(column: Buffer): Commitment {
  return new Uint8Array(column) as Commitment;
}

/** Bytes in the type that the driver needs: it would write a plain Uint8Array as JSON. */
export function bytea(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes);
}

/** As {@link bytea}, with NULL for undefined. */
export function optionalBytea(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined ? null : bytea(bytes);
}
