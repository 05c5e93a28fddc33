import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseMove } from '../../../cases/index.js';
import { CheckOverError } from '../../../checking/index.js';
import type {
  Batch,
  DrawnUpResult,
  Publication,
  PublishedResult,
  PublishedResults,
  RecordedCommitments,
  ResultStore,
  StoredFile,
  StruckOutLists,
  TreePlace,
  UnmadePublication,
  Verdict,
} from '../../../checking/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../../core/identifiers.js';
import type { TreeNode } from '../../../core/merkle/index.js';
import { ok } from '../../../core/result.js';
import { appendAuditEvent } from '../audit-log.js';
import { RoundEntity } from '../entities/round.entity.js';
import { moveCase } from '../move-case.js';
import {
  batchColumns,
  batchOfRow,
  type BatchRow,
  bytea,
  verdictOfRow,
  type VerdictRow,
} from './check-tables.js';
import { findFile, insertFiles, readContent } from './published-files.js';
import { findPlace, insertTree, readNodes } from './published-tree.js';

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

  async publish(batch: Batch, publication: Publication, move: CaseMove): Promise<void> {
    const moved = await moveCase(this.dataSource, move, async (manager) => {
      const [, published] = await manager.query<[unknown, number]>(
        `UPDATE verification_batch SET phase = 'published', result_signature = $2
         WHERE round_id = $1 AND phase = 'answered'`,
        [batch.roundId, bytea(publication.signature)],
      );
      if (published !== 1) throw new Error('the batch is in another phase by now');
      await insertFiles(manager, batch.roundId, publication.files);
      await insertTree(manager, batch.roundId, publication);
      return ok(undefined);
    });
    if (moved === undefined) throw new CheckOverError();
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
      await insertFiles(manager, roundId, publication.files);
      await insertTree(manager, roundId, publication);
    });
  }
}

interface ResultRow {
  readonly round_id: string;
  readonly round: number;
  readonly result: Buffer;
  readonly result_signature: Buffer;
}

/** What the public may see (intake role). Its row policies show published rounds only. */
export class PostgresPublishedResults implements PublishedResults {
  constructor(private readonly dataSource: DataSource) {}

  async ofCase(caseNumber: CaseNumber): Promise<readonly PublishedResult[]> {
    const rows = await this.dataSource.query<ResultRow[]>(
      `SELECT round_id, round, result, result_signature FROM verification_batch
       WHERE case_number = $1 AND phase = 'published' ORDER BY round`,
      [caseNumber],
    );
    return rows.map((row) => ({
      roundId: row.round_id as RoundId,
      round: row.round as RoundOrdinal,
      result: row.result,
      signature: row.result_signature,
    }));
  }

  async verdictOn(round: RoundId, commitment: Commitment): Promise<Verdict | undefined> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      `SELECT commitment, code FROM verdict WHERE round_id = $1 AND commitment = $2
       AND round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'published')`,
      [round, bytea(commitment)],
    );
    return rows.map(verdictOfRow).at(0);
  }

  file(round: RoundId, name: string): Promise<StoredFile | undefined> {
    return findFile(this.dataSource, round, name);
  }

  content(round: RoundId, name: string, size: number): AsyncIterable<Uint8Array> {
    return readContent(this.dataSource, { round, name, size });
  }

  place(round: RoundId, commitment: Commitment): Promise<TreePlace | undefined> {
    return findPlace(this.dataSource, round, commitment);
  }

  nodes(round: RoundId, nodes: readonly TreeNode[]): Promise<readonly Uint8Array[]> {
    return readNodes(this.dataSource, round, nodes);
  }
}

/** The struck-out lists of confirmed results (lead role). Its row policy shows no others. */
export class PostgresStruckOutLists implements StruckOutLists {
  constructor(private readonly dataSource: DataSource) {}

  find(caseNumber: CaseNumber, round?: RoundOrdinal): Promise<Uint8Array | undefined> {
    return listOf(this.dataSource.manager, caseNumber, round);
  }

  fetch(caseNumber: CaseNumber, entry: AuditEntry, round?: RoundOrdinal): Promise<Uint8Array | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const list = await listOf(manager, caseNumber, round);
      if (list !== undefined) await appendAuditEvent(manager, entry);
      return list;
    });
  }
}

async function listOf(
  manager: Pick<DataSource['manager'], 'query'>,
  caseNumber: CaseNumber,
  round?: RoundOrdinal,
): Promise<Uint8Array | undefined> {
  const rows = await manager.query<{ struck_out_list: Buffer }[]>(
    `SELECT struck_out_list FROM verification_batch
     WHERE case_number = $1 AND phase = 'published' AND struck_out_list <> '' AND round = coalesce($2, round)
     ORDER BY round DESC LIMIT 1`,
    [caseNumber, round ?? null],
  );
  return rows.at(0)?.struck_out_list;
}

/** Finds commitments among the sealed records and, once those are destroyed, among the published verdicts (intake role). */
export class PostgresRecordedCommitments implements RecordedCommitments {
  constructor(private readonly dataSource: DataSource) {}

  async find(commitment: Commitment): ReturnType<RecordedCommitments['find']> {
    const [found] = await this.dataSource.query<[{ id: string | null }]>(
      'SELECT round_of_commitment($1) AS id',
      [bytea(commitment)],
    );
    const { id } = found;
    if (id === null) return undefined;
    const select = { id: true, caseNumber: true, ordinal: true, submittedAt: true } as const;
    const round = await this.dataSource.manager.findOne(RoundEntity, { where: { id }, select });
    if (round === null) return undefined;
    return {
      roundId: id as RoundId,
      caseNumber: round.caseNumber as CaseNumber,
      round: round.ordinal as RoundOrdinal,
      submitted: round.submittedAt !== null,
    };
  }
}
