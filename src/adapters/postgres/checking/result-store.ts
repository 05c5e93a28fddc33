import type { DataSource, EntityManager } from 'typeorm';
import {
  type Batch,
  CheckOverError,
  type Confirmation,
  type DrawnUpResult,
  type Publication,
  type ResultStore,
  type StoredCorrection,
  type UnmadePublication,
} from '../../../checking/index.js';
import { ok, type Result } from '../../../core/result.js';
import { appendAuditEvent } from '../audit-log.js';
import { RoundEntity } from '../entities/round.entity.js';
import { moveCase } from '../move-case.js';
import { batchColumns, batchOfRow, type BatchRow, bytea } from './check-tables.js';
import { changePaperVerdicts } from './paper-verdicts.js';
import { insertFiles } from './published-files.js';
import { insertTree } from './published-tree.js';
import { noteCarriedOut } from './step-store.js';
import { keepCounts } from './verdict-counts.js';

/** Results before and at their publication (checking role). */
export class PostgresResultStore implements ResultStore {
  constructor(private readonly dataSource: DataSource) {}

  async drawnUp(batch: Batch): Promise<DrawnUpResult | undefined> {
    const rows = await this.dataSource.query<{ result: Buffer; struck_out_list: Buffer }[]>(
      'SELECT result, struck_out_list FROM verification_batch WHERE round_id = $1 AND result IS NOT NULL',
      [batch.roundId],
    );
    return rows.map(({ result, struck_out_list }) => ({ result, struckOutList: struck_out_list })).at(0);
  }

  async publish(batch: Batch, { publication, move, publishedOn, requestId }: Confirmation): Promise<void> {
    const moved = await moveCase(this.dataSource, move, async (manager) => {
      const [, published] = await manager.query<[unknown, number]>(
        `UPDATE verification_batch SET phase = 'published', result_signature = $2, published_on = $3
         WHERE round_id = $1 AND phase = 'answered'`,
        [batch.roundId, bytea(publication.signature), publishedOn],
      );
      if (published !== 1) throw new Error('the batch is in another phase by now');
      await insertFiles(manager, batch.roundId, 1, publication.files);
      await insertTree(manager, batch.roundId, publication);
      await noteCarriedOut(manager, requestId);
      return ok(undefined);
    });
    if (moved === undefined) throw new CheckOverError();
  }

  async latest({
    roundId,
  }: Batch): Promise<{ readonly version: number; readonly result: Buffer } | undefined> {
    const rows = await this.dataSource.query<{ version: number; result: Buffer }[]>(
      `SELECT version, result FROM corrected_result WHERE round_id = $1
       UNION ALL SELECT 1, result FROM verification_batch WHERE round_id = $1 AND phase = 'published'
       ORDER BY version DESC LIMIT 1`,
      [roundId],
    );
    return rows.at(0);
  }

  async correct(batch: Batch, correction: StoredCorrection): Promise<void> {
    const write = async (manager: EntityManager): Promise<Result<void, never>> => {
      await writeCorrection(manager, batch, correction);
      return ok(undefined);
    };
    const { step } = correction;
    if (step.kind === 'move') {
      const moved = await moveCase(this.dataSource, step.move, async (manager) => {
        // A supplement that collects has no case to collect for any more.
        const { caseNumber } = batch;
        await manager.update(RoundEntity, { caseNumber, collecting: true }, { collecting: false });
        return write(manager);
      });
      if (moved === undefined) throw new Error('the case is in another state by now');
      return;
    }
    await this.dataSource.transaction(async (manager) => {
      await write(manager);
      await appendAuditEvent(manager, step.entry);
    });
  }

  async unmade(): Promise<readonly UnmadePublication[]> {
    const rows = await this.dataSource.query<(BatchRow & { result: Buffer; result_signature: Buffer })[]>(
      `SELECT ${batchColumns}, result, result_signature FROM verification_batch
       WHERE phase = 'published' AND round_id NOT IN (SELECT round_id FROM published_file) ORDER BY round_id`,
    );
    return rows.map((row) => ({
      batch: batchOfRow(row),
      result: row.result,
      signature: row.result_signature,
    }));
  }

  complete({ roundId }: Batch, publication: Publication): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      // Several processes may start together: the others wait here, and then find the files.
      await manager.query('SELECT FROM verification_batch WHERE round_id = $1 FOR UPDATE', [roundId]);
      const made = await manager.query<object[]>('SELECT FROM published_file WHERE round_id = $1 LIMIT 1', [
        roundId,
      ]);
      if (made.length > 0) return;
      await insertFiles(manager, roundId, 1, publication.files);
      await insertTree(manager, roundId, publication);
    });
  }
}

async function writeCorrection(
  manager: EntityManager,
  { roundId }: Batch,
  { version, publishedOn, result, struckOutList, publication, changes, paper, requestId }: StoredCorrection,
): Promise<void> {
  await noteCarriedOut(manager, requestId);
  // The key keeps a version from being written twice.
  await manager.query(
    `INSERT INTO corrected_result (round_id, version, published_on, result, result_signature, struck_out_list)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [roundId, version, publishedOn, bytea(result), bytea(publication.signature), bytea(struckOutList)],
  );
  await manager.query(
    `UPDATE verdict SET code = c.code FROM unnest($2::bytea[], $3::text[]) AS c (commitment, code)
     WHERE verdict.round_id = $1 AND verdict.commitment = c.commitment`,
    [roundId, changes.map(({ commitment }) => bytea(commitment)), changes.map(({ code }) => code ?? null)],
  );
  await changePaperVerdicts(manager, { roundId }, paper);
  await keepCounts(manager, { roundId });
  await insertFiles(manager, roundId, version, publication.files);
}
