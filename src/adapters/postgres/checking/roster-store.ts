import type { DataSource, EntityManager } from 'typeorm';
import type {
  Batch,
  DrawnUpResult,
  PaperVerdict,
  ReasonCode,
  RosterRow,
  RosterStore,
  SealedFile,
} from '../../../checking/index.js';
import { bytea, commitmentOfColumn, holdInCheck, movePhase } from './check-tables.js';
import { changePaperVerdicts } from './paper-verdicts.js';

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

  saveRoster(batch: Batch, files: readonly SealedFile[]): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await movePhase(manager, batch, 'sent');
      await replaceFiles(manager, batch, 'roster', files);
    });
  }

  roster(batch: Batch): Promise<readonly SealedFile[]> {
    return this.files(batch, 'roster');
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

  stagedAnswer(batch: Batch): Promise<readonly SealedFile[]> {
    return this.files(batch, 'answer');
  }

  applyAnswer(
    batch: Batch,
    answer: ReadonlyMap<number, ReasonCode>,
    paper: readonly PaperVerdict[],
    outcome: DrawnUpResult,
  ): Promise<void> {
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
    });
  }

  private async files(batch: Batch, direction: 'roster' | 'answer'): Promise<readonly SealedFile[]> {
    return this.dataSource.query<SealedFile[]>(
      'SELECT name, sealed FROM exchange_file WHERE round_id = $1 AND direction = $2 ORDER BY name',
      [batch.roundId, direction],
    );
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

async function replaceFiles(
  manager: EntityManager,
  batch: Batch,
  direction: 'roster' | 'answer',
  files: readonly SealedFile[],
): Promise<void> {
  await manager.query('DELETE FROM exchange_file WHERE round_id = $1 AND direction = $2', [
    batch.roundId,
    direction,
  ]);
  for (const { name, sealed } of files)
    await manager.query(
      'INSERT INTO exchange_file (round_id, direction, name, sealed) VALUES ($1, $2, $3, $4)',
      [batch.roundId, direction, name, bytea(sealed)],
    );
}
