import type { DataSource, EntityManager } from 'typeorm';
import type {
  AppliedAnswer,
  Batch,
  DrawnUpResult,
  KeptPart,
  RosterOrder,
  RosterRow,
  RosterStore,
  SealedFile,
  StagedFile,
} from '../../../checking/index.js';
import { bytea, commitmentOfColumn, holdInCheck, movePhase } from './check-tables.js';
import { changePaperVerdicts } from './paper-verdicts.js';
import { noteCarriedOut } from './step-store.js';
import { keepCounts } from './verdict-counts.js';

/** The roster's order, and the sealed files of roster and answer (checking role). */
export class PostgresRosterStore implements RosterStore {
  constructor(private readonly dataSource: DataSource) {}

  async rows(batch: Batch, afterSeq: number, limit: number): Promise<readonly RosterRow[]> {
    const rows = await this.dataSource.query<{ seq: number; commitment: Buffer }[]>(
      'SELECT seq, commitment FROM roster_row WHERE round_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [batch.roundId, afterSeq, limit],
    );
    return rows.map(({ seq, commitment }) => ({ seq, commitment: commitmentOfColumn(commitment) }));
  }

  async order({ roundId }: Batch): Promise<RosterOrder | undefined> {
    const rows = await this.dataSource.query<RosterOrder[]>(
      `SELECT roster_rows AS rows, roster_order_sha256 AS sha256 FROM verification_batch
       WHERE round_id = $1 AND roster_rows IS NOT NULL`,
      [roundId],
    );
    return rows.at(0);
  }

  async keepPart(batch: Batch, { name, rows, sealed, entry }: KeptPart): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await holdInCheck(manager, batch);
      await manager.query('DELETE FROM roster_part WHERE round_id = $1 AND name = $2', [batch.roundId, name]);
      await manager.query(
        'INSERT INTO roster_part (round_id, name, rows, sealed, entry) VALUES ($1, $2, $3, $4, $5)',
        [batch.roundId, name, rows, bytea(sealed), bytea(entry)],
      );
    });
  }

  async keptEntry({ roundId }: Batch, name: string): Promise<Uint8Array | undefined> {
    const rows = await this.dataSource.query<{ entry: Buffer }[]>(
      'SELECT entry FROM roster_part WHERE round_id = $1 AND name = $2',
      [roundId, name],
    );
    return rows.at(0)?.entry;
  }

  saveRoster(batch: Batch, manifest: SealedFile, requestId: string): Promise<void> {
    const { roundId } = batch;
    return this.dataSource.transaction(async (manager) => {
      await movePhase(manager, batch, 'sent');
      await manager.query(`DELETE FROM exchange_file WHERE round_id = $1 AND direction = 'roster'`, [
        roundId,
      ]);
      await manager.query(
        `INSERT INTO exchange_file (round_id, direction, name, sealed)
         SELECT round_id, 'roster', name, sealed FROM roster_part WHERE round_id = $1
         UNION ALL SELECT $1, 'roster', $2, $3`,
        [roundId, manifest.name, bytea(manifest.sealed)],
      );
      await manager.query('DELETE FROM roster_part WHERE round_id = $1', [roundId]);
      await noteCarriedOut(manager, requestId);
    });
  }

  async roster(batch: Batch): Promise<readonly SealedFile[]> {
    return this.dataSource.query<SealedFile[]>(
      `SELECT name, sealed FROM exchange_file WHERE round_id = $1 AND direction = 'roster' ORDER BY name`,
      [batch.roundId],
    );
  }

  async rosterNames(batch: Batch): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      `SELECT name FROM exchange_file WHERE round_id = $1 AND direction = 'roster'`,
      [batch.roundId],
    );
    return rows.map(({ name }) => name);
  }

  async keepAnswerFile(batch: Batch, { name, sealed }: SealedFile): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO exchange_file (round_id, direction, name, sealed) VALUES ($1, 'answer', $2, $3)
       ON CONFLICT (round_id, direction, name) DO UPDATE SET sealed = EXCLUDED.sealed`,
      [batch.roundId, name, bytea(sealed)],
    );
  }

  async discardAnswer(batch: Batch): Promise<void> {
    await this.dataSource.query(`DELETE FROM exchange_file WHERE round_id = $1 AND direction = 'answer'`, [
      batch.roundId,
    ]);
  }

  async stagedAnswer({ roundId }: Batch): Promise<readonly StagedFile[]> {
    return this.dataSource.query<StagedFile[]>(
      `SELECT name, sha256(sealed) AS sha256 FROM exchange_file WHERE round_id = $1 AND direction = 'answer' ORDER BY name`,
      [roundId],
    );
  }

  async stagedFile({ roundId }: Batch, name: string): Promise<Uint8Array | undefined> {
    const rows = await this.dataSource.query<{ sealed: Buffer }[]>(
      `SELECT sealed FROM exchange_file WHERE round_id = $1 AND direction = 'answer' AND name = $2`,
      [roundId, name],
    );
    return rows.at(0)?.sealed;
  }

  applyAnswer(batch: Batch, { answer, paper, outcome }: AppliedAnswer, requestId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await holdInCheck(manager, batch);
      await manager.query(
        `UPDATE verdict SET code = a.code
         FROM unnest($2::integer[], $3::text[]) AS a (seq, code)
         JOIN roster_row r ON r.round_id = $1 AND r.seq = a.seq
         WHERE verdict.round_id = $1 AND verdict.commitment = r.commitment AND verdict.code IS NULL`,
        [batch.roundId, [...answer.keys()], [...answer.values()]],
      );
      await saveDrawnUpResult(manager, batch, outcome);
      await changePaperVerdicts(manager, batch, paper);
      await keepCounts(manager, batch);
      await noteCarriedOut(manager, requestId);
    });
  }
}

async function saveDrawnUpResult(
  manager: EntityManager,
  batch: Batch,
  outcome: DrawnUpResult,
): Promise<void> {
  const [, moved] = await manager.query<[unknown, number]>(
    `UPDATE verification_batch SET phase = 'answered', result = $2, struck_out_list = $3
     WHERE round_id = $1 AND phase = 'sent'`,
    [batch.roundId, bytea(outcome.result), bytea(outcome.struckOutList)],
  );
  if (moved !== 1) throw new Error('the batch is in another phase by now');
}
