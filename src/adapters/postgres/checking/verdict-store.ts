import type { DataSource, EntityManager } from 'typeorm';
import type { CaseMove } from '../../../cases/index.js';
import type {
  Batch,
  NewBatch,
  PaperPlace,
  PaperVerdict,
  ReasonCode,
  RosterRow,
  Verdict,
  VerdictStore,
} from '../../../checking/index.js';
import type { Commitment, RoundId } from '../../../core/identifiers.js';
import { ok } from '../../../core/result.js';
import { moveCase } from '../move-case.js';
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

/** Verdicts and the roster's order in PostgreSQL (checking role). */
export class PostgresVerdictStore implements VerdictStore {
  constructor(private readonly dataSource: DataSource) {}

  async begin(batch: NewBatch, move: CaseMove): Promise<Batch> {
    const { roundId, id, caseNumber, round, submittedOn, records, paperRows, paperSha256 } = batch;
    const begun = await moveCase(this.dataSource, move, async (manager) => {
      const rows = await manager.query<BatchRow[]>(
        `INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged, paper_rows,
           paper_sha256) VALUES ($1, $2, $3, $4, $5, 'judging', $6, 0, $7, $8) RETURNING ${batchColumns}`,
        [roundId, id, caseNumber, round, submittedOn, records, paperRows, optionalBytea(paperSha256)],
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

  addPage(batch: Batch, verdicts: readonly Verdict[]): Promise<Batch> {
    return this.dataSource.transaction(async (manager) => {
      await holdInCheck(manager, batch);
      await insertVerdicts(manager, batch, verdicts);
      const last = verdicts.at(-1)?.commitment;
      // If two runs of one batch write the same page, the second finds that the cursor has moved, and is rolled back.
      const [moved] = await rowsOf<BatchRow>(
        manager,
        `UPDATE verification_batch SET judged = judged + $2, cursor = $3
         WHERE round_id = $1 AND phase = 'judging' AND cursor IS NOT DISTINCT FROM $4
         RETURNING ${batchColumns}`,
        [batch.roundId, verdicts.length, optionalBytea(last), optionalBytea(batch.cursor)],
      );
      if (moved === undefined) throw new Error('the batch was run by another meanwhile');
      return batchOfRow(moved);
    });
  }

  finishVerdicts(
    batch: Batch,
    duplicates: readonly Commitment[],
    roster: readonly RosterRow[],
    paper: readonly PaperVerdict[],
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await movePhase(manager, batch, 'judged');
      await manager.query(
        `UPDATE verdict SET code = 'D01' WHERE round_id = $1 AND code IS NULL AND commitment = ANY($2::bytea[])`,
        [batch.roundId, duplicates.map(bytea)],
      );
      await manager.query(
        `INSERT INTO roster_row SELECT $1, seq, commitment FROM unnest($2::integer[], $3::bytea[]) AS r (seq, commitment)`,
        [batch.roundId, roster.map(({ seq }) => seq), roster.map(({ commitment }) => bytea(commitment))],
      );
      await insertPaperVerdicts(manager, batch, paper);
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
}

async function insertVerdicts(
  manager: EntityManager,
  batch: Batch,
  verdicts: readonly Verdict[],
): Promise<void> {
  await manager.query(
    'INSERT INTO verdict SELECT $1, commitment, code FROM unnest($2::bytea[], $3::text[]) AS v (commitment, code)',
    [
      batch.roundId,
      verdicts.map(({ commitment }) => bytea(commitment)),
      verdicts.map(({ code }) => code ?? null),
    ],
  );
}

/** The rows of an UPDATE … RETURNING. TypeORM answers them together with their number. */
async function rowsOf<Row>(manager: EntityManager, query: string, parameters: unknown[]): Promise<Row[]> {
  const [rows] = await manager.query<[Row[], number]>(query, parameters);
  return rows;
}
