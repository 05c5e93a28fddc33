import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { PurgeStore } from '../../../checking/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import { type TaipeiDate, taipeiDateOf } from '../../../core/taipei-date.js';
import { appendAuditEvent } from '../audit-log.js';
import { RoundEntity } from '../entities/round.entity.js';
import { bytea } from './check-tables.js';

const rounds = 'SELECT round_id FROM verification_batch WHERE case_number = $1';

/**
 * Destroys what the law no longer allows us to keep (checking role). Only one database function may delete sealed records,
 * and this store calls it.
 */
export class PostgresPurgeStore implements PurgeStore {
  constructor(private readonly dataSource: DataSource) {}

  async extent(caseNumber: CaseNumber): Promise<{ readonly rosterRows: number; readonly files: number }> {
    // Also of a case whose check never began: paper rows are entered before it.
    const everyRound = await this.dataSource.manager.findBy(RoundEntity, { caseNumber });
    const [extent] = await this.dataSource.query<[{ rosterRows: number; files: number }]>(
      `SELECT (SELECT count(*)::integer FROM roster_row WHERE round_id IN (${rounds})) AS "rosterRows",
              (SELECT count(*)::integer FROM exchange_file WHERE round_id IN (${rounds}))
                + (SELECT count(*)::integer FROM paper_part WHERE round_id = ANY ($2)) AS files`,
      [caseNumber, everyRound.map(({ id }) => id)],
    );
    return extent;
  }

  purge(caseNumber: CaseNumber, note: Uint8Array, entry: AuditEntry, keptUntil: TaipeiDate): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('INSERT INTO purge_note (case_number, note) VALUES ($1, $2)', [
        caseNumber,
        bytea(note),
      ]);
      const due = [caseNumber, taipeiDateOf(entry.at), keptUntil];
      await manager.query('SELECT destroy_records($1, $2, $3)', due);
      await manager.query('SELECT destroy_paper_rows($1, $2, $3)', due);
      for (const table of ['exchange_file', 'roster_part', 'roster_row', 'check_chunk'])
        await manager.query(`DELETE FROM ${table} WHERE round_id IN (${rounds})`, [caseNumber]);
      await manager.query(`DELETE FROM verdict_count WHERE kind = 'paper' AND round_id IN (${rounds})`, [
        caseNumber,
      ]);
      await manager.query('SELECT destroy_remedies($1)', [caseNumber]);
      await manager.query(`UPDATE corrected_result SET struck_out_list = '' WHERE round_id IN (${rounds})`, [
        caseNumber,
      ]);
      // Empty, not NULL, so that the batch still shows that there was one.
      await manager.query(
        `UPDATE verification_batch SET struck_out_list = '' WHERE case_number = $1 AND struck_out_list IS NOT NULL`,
        [caseNumber],
      );
      await appendAuditEvent(manager, entry);
    });
  }

  async noteOf(caseNumber: CaseNumber): Promise<Uint8Array | undefined> {
    const rows = await this.dataSource.query<{ note: Buffer }[]>(
      'SELECT note FROM purge_note WHERE case_number = $1',
      [caseNumber],
    );
    return rows.at(0)?.note;
  }
}
