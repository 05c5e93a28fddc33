import type { DataSource } from 'typeorm';
import type { Batch, CaseMove, Outcome, ResultStore } from '../../../checking/index.js';
import { bytea } from './columns.js';
import { moveCase } from './move-phase.js';

/** Results on their way to publication (staff role). */
export class PostgresResultStore implements ResultStore {
  constructor(private readonly dataSource: DataSource) {}

  async outcome(batch: Batch): Promise<Outcome | undefined> {
    const rows = await this.dataSource.query<{ result: Buffer; struck_out_list: Buffer }[]>(
      'SELECT result, struck_out_list FROM verification_batch WHERE round_id = $1 AND result IS NOT NULL',
      [batch.roundId],
    );
    return rows.map(({ result, struck_out_list }) => ({ result, struckOutList: struck_out_list })).at(0);
  }

  publish(batch: Batch, signature: Uint8Array, move: CaseMove): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const [, moved] = await manager.query<[unknown, number]>(
        `UPDATE verification_batch SET phase = 'published', result_signature = $2
         WHERE round_id = $1 AND phase = 'answered'`,
        [batch.roundId, bytea(signature)],
      );
      if (moved !== 1) throw new Error('the batch is in another phase by now');
      await moveCase(manager, batch.caseNumber, move);
    });
  }
}
