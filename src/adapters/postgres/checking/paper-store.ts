import type { DataSource, EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type {
  Difference,
  DifferenceCounts,
  EntryName,
  PaperEntry,
  PaperPlace,
  PaperStore,
  SealedPart,
  Settlement,
  StoredDifference,
} from '../../../checking/index.js';
import type { RoundId } from '../../../core/identifiers.js';
import { appendAuditEvent } from '../audit-log.js';
import { bytea, optionalBytea } from './check-tables.js';
import {
  type DifferenceRow,
  differenceOfRow,
  type EntryRow,
  entryOfRow,
  type PartRow,
  partOfRow,
} from './paper-tables.js';

/** Entries of paper rows (checking role). The row policies let nothing be written before the submission, nor once the check has begun. */
export class PostgresPaperStore implements PaperStore {
  constructor(private readonly dataSource: DataSource) {}

  async entries(round: RoundId): Promise<readonly PaperEntry[]> {
    const rows = await this.dataSource.query<EntryRow[]>(
      `SELECT name, id, member_id, holder_digest, rows, sha256, entered_at FROM paper_entry
       WHERE round_id = $1 ORDER BY name`,
      [round],
    );
    return rows.map(entryOfRow);
  }

  async addPart(round: RoundId, file: string, { part, first, sealed }: SealedPart): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO paper_part (round_id, file_id, part, first_page, first_line, sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
      [round, file, part, first.page, first.line, bytea(sealed)],
    );
  }

  async dropLooseParts(round: RoundId): Promise<void> {
    await dropLooseParts(this.dataSource.manager, round);
  }

  async *parts(round: RoundId, file: string): AsyncGenerator<SealedPart> {
    for (let part = 0; ; part += 1) {
      const rows = await this.dataSource.query<PartRow[]>(
        'SELECT part, first_page, first_line, sealed FROM paper_part WHERE round_id = $1 AND file_id = $2 AND part = $3',
        [round, file, part],
      );
      if (rows.length === 0) return;
      yield* rows.map(partOfRow);
    }
  }

  async partWith(round: RoundId, file: string, { page, line }: PaperPlace): Promise<SealedPart | undefined> {
    const rows = await this.dataSource.query<PartRow[]>(
      `SELECT part, first_page, first_line, sealed FROM paper_part
       WHERE round_id = $1 AND file_id = $2 AND (first_page, first_line) <= ($3, $4) ORDER BY part DESC LIMIT 1`,
      [round, file, page, line],
    );
    return rows.map(partOfRow).at(0);
  }

  keepEntry(
    round: RoundId,
    { name, id, memberId, holderDigest, rows, sha256, enteredAt }: PaperEntry,
    differences: readonly Difference[],
    audit: AuditEntry,
  ): Promise<void> {
    return this.write(audit, async (manager) => {
      await removeEntry(manager, round, name);
      await manager.query(
        `INSERT INTO paper_entry (round_id, name, id, member_id, holder_digest, rows, sha256, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [round, name, id, memberId, bytea(holderDigest), rows, bytea(sha256), enteredAt],
      );
      await dropLooseParts(manager, round);
      await manager.query(
        `INSERT INTO paper_difference (round_id, page, line, kind)
         SELECT $1, page, line, kind FROM unnest($2::integer[], $3::integer[], $4::text[]) AS d (page, line, kind)`,
        [
          round,
          differences.map(({ page }) => page),
          differences.map(({ line }) => line),
          differences.map(({ kind }) => kind),
        ],
      );
    });
  }

  removeEntry(round: RoundId, name: EntryName, audit: AuditEntry): Promise<void> {
    return this.write(audit, async (manager) => {
      await removeEntry(manager, round, name);
      await dropLooseParts(manager, round);
    });
  }

  async counts(round: RoundId): Promise<DifferenceCounts> {
    const [counts] = await this.dataSource.query<[DifferenceCounts]>(
      `SELECT count(*)::integer AS found, (count(*) FILTER (WHERE settled_as IS NULL))::integer AS open
       FROM paper_difference WHERE round_id = $1`,
      [round],
    );
    return { found: counts.found, open: counts.open };
  }

  differences(
    round: RoundId,
    after: PaperPlace | undefined,
    limit: number,
  ): Promise<readonly StoredDifference[]> {
    return this.findDifferences('(page, line) > ($2, $3) ORDER BY page, line LIMIT $4', [
      round,
      after?.page ?? 0,
      after?.line ?? 0,
      limit,
    ]);
  }

  async difference(round: RoundId, { page, line }: PaperPlace): Promise<StoredDifference | undefined> {
    const found = await this.findDifferences('page = $2 AND line = $3', [round, page, line]);
    return found.at(0);
  }

  settle(
    round: RoundId,
    { page, line }: PaperPlace,
    { settledAs, sealed, settledBy, settledAt }: Settlement,
    audit: AuditEntry,
  ): Promise<void> {
    return this.write(audit, async (manager) => {
      const [, settled] = await manager.query<[unknown, number]>(
        `UPDATE paper_difference SET settled_as = $4, sealed = $5, settled_by = $6, settled_at = $7
         WHERE round_id = $1 AND page = $2 AND line = $3`,
        [round, page, line, settledAs, optionalBytea(sealed), settledBy, settledAt],
      );
      if (settled !== 1) throw new Error('a difference that is no longer there');
    });
  }

  async note(audit: AuditEntry): Promise<void> {
    await this.write(audit, () => Promise.resolve());
  }

  private write(audit: AuditEntry, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await work(manager);
      await appendAuditEvent(manager, audit);
    });
  }

  private async findDifferences(
    where: string,
    values: readonly unknown[],
  ): Promise<readonly StoredDifference[]> {
    const rows = await this.dataSource.query<DifferenceRow[]>(
      `SELECT page, line, kind, settled_as, sealed, settled_by, settled_at FROM paper_difference
       WHERE round_id = $1 AND ${where}`,
      [...values],
    );
    return rows.map(differenceOfRow);
  }
}

async function removeEntry(manager: EntityManager, round: RoundId, name: EntryName): Promise<void> {
  await manager.query('DELETE FROM paper_difference WHERE round_id = $1', [round]);
  await manager.query('DELETE FROM paper_entry WHERE round_id = $1 AND name = $2', [round, name]);
}

async function dropLooseParts(manager: EntityManager, round: RoundId): Promise<void> {
  await manager.query(
    `DELETE FROM paper_part WHERE round_id = $1
     AND file_id NOT IN (SELECT id FROM paper_entry WHERE round_id = $1)`,
    [round],
  );
}
