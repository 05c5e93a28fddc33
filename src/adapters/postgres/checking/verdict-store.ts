import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseMove } from '../../../cases/index.js';
import type {
  Batch,
  NewBatch,
  PaperPlace,
  PaperVerdict,
  PauseReason,
  ReasonCode,
  RosterRow,
  Verdict,
  VerdictCounts,
  VerdictStore,
} from '../../../checking/index.js';
import type { Commitment, RoundId } from '../../../core/identifiers.js';
import { ok } from '../../../core/result.js';
import { appendAuditEvent } from '../audit-log.js';
import { ReferendumCaseEntity } from '../entities/referendum-case.entity.js';
import { moveCase } from '../move-case.js';
import { keepCounts, readKeptCounts } from './verdict-counts.js';
import { insertRoster, insertVerdicts, rowsOf } from './verdict-rows.js';
import { countPaperVerdicts, insertPaperVerdicts, readPaperVerdicts } from './paper-verdicts.js';
import {
  batchColumns,
  batchOfRow,
  type BatchRow,
  bytea,
  codeOfColumn,
  holdInCheck,
  movePhase,
  optionalBytea,
  verdictOfRow,
  type VerdictRow,
} from './check-tables.js';

/** Records of a chunk: some hundred milliseconds of work, in which a killed process loses little and a transaction costs little. */
const usualChunk = 1_000;

/** Verdicts and the roster's order in PostgreSQL (checking role). */
export class PostgresVerdictStore implements VerdictStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recordsPerChunk = usualChunk,
  ) {}

  async begin(batch: NewBatch, move: CaseMove): Promise<Batch> {
    const { roundId, id, caseNumber, round, submittedOn, records, paperRows, paperSha256 } = batch;
    const begun = await moveCase(this.dataSource, move, async (manager) => {
      const rows = await manager.query<BatchRow[]>(
        `INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged, paper_rows,
           paper_sha256, chunks) VALUES ($1, $2, $3, $4, $5, 'judging', $6, 0, $7, $8, plan_check_chunks($1, $9))
         RETURNING ${batchColumns}`,
        [
          roundId,
          id,
          caseNumber,
          round,
          submittedOn,
          records,
          paperRows,
          optionalBytea(paperSha256),
          this.recordsPerChunk,
        ],
      );
      return ok(rows.map(batchOfRow).at(0));
    });
    const found = begun?.ok === true ? begun.value : await this.batchOf(roundId);
    if (found === undefined) throw new Error('the case is in another state by now');
    return found;
  }

  async batchOf(round: RoundId): Promise<Batch | undefined> {
    const rows = await this.dataSource.query<BatchRow[]>(
      `SELECT ${batchColumns} FROM verification_batch WHERE round_id = $1`,
      [round],
    );
    return rows.map(batchOfRow).at(0);
  }

  async underWay(): Promise<readonly Batch[]> {
    const where = { state: 'checking' };
    const cases = await this.dataSource.manager.find(ReferendumCaseEntity, {
      where,
      select: { number: true },
    });
    const rows = await this.dataSource.query<BatchRow[]>(
      `SELECT ${batchColumns} FROM verification_batch WHERE phase = 'judging' AND case_number = ANY($1) ORDER BY id`,
      [cases.map(({ number }) => number)],
    );
    return rows.map(batchOfRow);
  }

  async openChunks({ roundId }: Batch): Promise<readonly number[]> {
    const rows = await this.dataSource.query<{ chunk: number }[]>(
      'SELECT chunk FROM check_chunk WHERE round_id = $1 AND judged_at IS NULL ORDER BY chunk',
      [roundId],
    );
    return rows.map(({ chunk }) => chunk);
  }

  addChunk(
    batch: Batch,
    chunk: number,
    verdicts: readonly Verdict[],
    sealedClaims: Uint8Array,
  ): Promise<Batch | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await holdInCheck(manager, batch);
      // The row of the chunk decides: whoever comes second waits here for the first, and then finds it judged.
      const [, judged] = await manager.query<[unknown, number]>(
        `UPDATE check_chunk SET sealed_claims = $3, judged_at = clock_timestamp()
         WHERE round_id = $1 AND chunk = $2 AND judged_at IS NULL`,
        [batch.roundId, chunk, bytea(sealedClaims)],
      );
      if (judged !== 1) return undefined;
      await insertVerdicts(manager, batch, verdicts);
      const [moved] = await rowsOf<BatchRow>(
        manager,
        `UPDATE verification_batch SET judged = judged + $2 WHERE round_id = $1 AND id = $3 AND phase = 'judging'
         RETURNING ${batchColumns}`,
        [batch.roundId, verdicts.length, batch.id],
      );
      if (moved === undefined) throw new Error('the batch is in another phase by now');
      return batchOfRow(moved);
    });
  }

  async sealedClaims({ roundId }: Batch, chunk: number): Promise<Uint8Array> {
    const [row] = await this.dataSource.query<{ sealed_claims: Buffer | null }[]>(
      'SELECT sealed_claims FROM check_chunk WHERE round_id = $1 AND chunk = $2',
      [roundId, chunk],
    );
    if (row?.sealed_claims == null) throw new Error('a chunk without verdicts');
    return row.sealed_claims;
  }

  pause({ roundId }: Batch, reason: PauseReason | undefined, entry?: AuditEntry): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      // What pauses by itself takes nothing from a pause of staff's, which no start of a process lifts.
      const [, changed] = await manager.query<[unknown, number]>(
        `UPDATE verification_batch SET paused = $2 WHERE round_id = $1 AND phase = 'judging' AND paused IS DISTINCT FROM $2
           AND (paused IS NULL OR $2 IS NULL OR $2 = 'paused-by-staff')`,
        [roundId, reason ?? null],
      );
      if (changed === 1 && entry !== undefined) await appendAuditEvent(manager, entry);
    });
  }

  beginAnew(batch: Batch, entry: AuditEntry): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await holdInCheck(manager, batch);
      await manager.query(`SELECT forget_verdicts($1)`, [batch.roundId]);
      await appendAuditEvent(manager, entry);
    });
  }

  async recordsPerMinute({ roundId }: Batch): Promise<number> {
    const [row] = await this.dataSource.query<[{ records: number }]>(
      `SELECT coalesce(sum(cardinality(commitments)), 0)::integer AS records FROM check_chunk
       WHERE round_id = $1 AND judged_at > clock_timestamp() - interval '1 minute'`,
      [roundId],
    );
    return row.records;
  }

  finishVerdicts(
    batch: Batch,
    duplicates: readonly Commitment[],
    roster: Iterable<RosterRow>,
    paper: readonly PaperVerdict[],
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await movePhase(manager, batch, 'judged');
      await manager.query(
        `UPDATE verdict SET code = 'D01' WHERE round_id = $1 AND code IS NULL AND commitment = ANY($2::bytea[])`,
        [batch.roundId, duplicates.map(bytea)],
      );
      await insertRoster(manager, batch, roster);
      await insertPaperVerdicts(manager, batch, paper);
      await keepCounts(manager, batch);
      await manager.query('DELETE FROM check_chunk WHERE round_id = $1', [batch.roundId]);
    });
  }

  async page(batch: Batch, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      `SELECT commitment, code FROM verdict
       WHERE round_id = $1 AND ($2::bytea IS NULL OR commitment > $2) ORDER BY commitment LIMIT $3`,
      [batch.roundId, optionalBytea(after), limit],
    );
    return rows.map(verdictOfRow);
  }

  async verdictOn(batch: Batch, commitment: Commitment): Promise<Verdict | undefined> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      'SELECT commitment, code FROM verdict WHERE round_id = $1 AND commitment = $2',
      [batch.roundId, bytea(commitment)],
    );
    return rows.map(verdictOfRow).at(0);
  }

  async counts(batch: Batch): Promise<ReadonlyMap<ReasonCode | undefined, number>> {
    const rows = await this.dataSource.query<{ code: string | null; number: number }[]>(
      'SELECT code, count(*)::integer AS number FROM verdict WHERE round_id = $1 GROUP BY code',
      [batch.roundId],
    );
    return new Map(rows.map(({ code, number }) => [codeOfColumn(code), number]));
  }

  paperPage(batch: Batch, after: PaperPlace | undefined, limit: number): Promise<readonly PaperVerdict[]> {
    return readPaperVerdicts(this.dataSource, batch, after, limit);
  }

  paperCounts(batch: Batch): Promise<ReadonlyMap<ReasonCode | undefined, number>> {
    return countPaperVerdicts(this.dataSource, batch);
  }

  keptCounts(batch: Batch): Promise<VerdictCounts> {
    return readKeptCounts(this.dataSource, batch);
  }
}
