import type { DataSource, EntityManager } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { Commitment, RoundId } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import type {
  DayCount,
  KeyMaterial,
  LeadRounds,
  RescueSource,
  RoundReference,
  SealedRecord,
  SubmissionTotals,
  UncountedSubmission,
} from '../../lead/index.js';
import { appendAuditEvent } from './audit-log.js';
import { lockRounds, moveCase, PostgresCaseRepository } from './case-repository.js';
import { createDataSource } from './data-source.js';

/** What the lead does to a round, in PostgreSQL. Role `lianshu_lead`. */
export class PostgresLeadRounds implements LeadRounds {
  constructor(private readonly dataSource: DataSource) {}

  async saveKey({ roundId }: RoundReference, material: KeyMaterial, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const saved = await manager.query<unknown[]>(
        `WITH saved AS (UPDATE round SET public_key = $2, wrapped_key = $3, key_statement = $4
           WHERE id = $1 AND opened_on IS NULL RETURNING 1) SELECT FROM saved`,
        [roundId, material.publicKey, material.wrappedKey, material.keyStatement],
      );
      if (saved.length === 0) return false;
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async open(
    { caseNumber, roundId }: RoundReference,
    proved: KeyMaterial,
    on: TaipeiDate,
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockRounds(manager, caseNumber);
      if (!(await hasKey(manager, roundId, proved))) return false;
      if (!(await moveCase(manager, caseNumber, 'code-issued', 'collecting'))) return false;
      await manager.query('UPDATE round SET collecting = true, opened_on = $2 WHERE id = $1', [roundId, on]);
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async countByDay(roundId: RoundId): Promise<readonly DayCount[]> {
    return this.dataSource.query<DayCount[]>(
      `SELECT signed_on::text AS day, count(*)::integer AS count FROM sealed_record
       WHERE round_id = $1 GROUP BY signed_on ORDER BY signed_on`,
      [roundId],
    );
  }

  async hold(
    { caseNumber, roundId }: RoundReference,
    seconds: number,
    entry: AuditEntry,
  ): Promise<readonly Commitment[] | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await lockRounds(manager, caseNumber);
      if (!(await isCollecting(manager, roundId))) return undefined;
      await manager.query(
        `UPDATE round SET held_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
        [roundId, seconds],
      );
      const commitments = await sortedCommitments(manager, roundId);
      await appendAuditEvent(manager, entry);
      return commitments;
    });
  }

  async submit<Code extends string>(
    { caseNumber, roundId }: RoundReference,
    submission: UncountedSubmission,
    agree: (commitments: readonly Commitment[]) => Result<SubmissionTotals, Code>,
    entryOf: (totals: SubmissionTotals) => AuditEntry,
  ): Promise<Result<SubmissionTotals, Code> | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await lockRounds(manager, caseNumber);
      if (!(await isCollecting(manager, roundId))) return undefined;
      const totals = agree(await sortedCommitments(manager, roundId));
      if (!totals.ok) return totals;
      await storeSubmission(manager, roundId, submission, totals.value);
      // Under the lock nobody else moves the case, so anything but success is a bug and rolls all of it back.
      if (!(await moveCase(manager, caseNumber, 'collecting', 'submitted')))
        throw new Error('a collecting round of a case that does not collect');
      await appendAuditEvent(manager, entryOf(totals.value));
      return totals;
    });
  }

  async records(
    roundId: RoundId,
    after: Commitment | undefined,
    limit: number,
  ): Promise<readonly SealedRecord[]> {
    return this.dataSource.query<SealedRecord[]>(
      `SELECT commitment, record FROM sealed_record WHERE round_id = $1 AND commitment > $2
       ORDER BY commitment LIMIT $3`,
      [roundId, after ?? Buffer.alloc(0), limit],
    );
  }
}

/** Whether this is the round's key; it stays so until the transaction ends. */
async function hasKey(manager: EntityManager, roundId: RoundId, material: KeyMaterial): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT FROM round WHERE id = $1 AND public_key = $2 AND wrapped_key = $3 AND key_statement = $4 FOR UPDATE`,
    [roundId, material.publicKey, material.wrappedKey, material.keyStatement],
  );
  return rows.length === 1;
}

async function isCollecting(manager: EntityManager, roundId: RoundId): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT FROM round WHERE id = $1 AND collecting', [roundId]);
  return rows.length === 1;
}

async function sortedCommitments(manager: EntityManager, roundId: RoundId): Promise<readonly Commitment[]> {
  const rows = await manager.query<{ commitment: Commitment }[]>(
    'SELECT commitment FROM sealed_record WHERE round_id = $1 ORDER BY commitment',
    [roundId],
  );
  return rows.map(({ commitment }) => commitment);
}

async function storeSubmission(
  manager: EntityManager,
  roundId: RoundId,
  submission: UncountedSubmission,
  totals: SubmissionTotals,
): Promise<void> {
  await manager.query(
    `UPDATE round SET collecting = false, held_until = NULL, submitted_at = $2, submission_statement = $3,
       submission_wrapped_key = $4, submitted_count = $5, submitted_root = $6 WHERE id = $1`,
    [
      roundId,
      submission.submittedAt,
      submission.statement,
      submission.wrappedKey,
      totals.recordCount,
      totals.merkleRoot,
    ],
  );
}

/** A {@link RescueSource} with its connection. */
interface OpenedRescueSource extends RescueSource {
  close(): Promise<void>;
}

/** Connects to the database or a restored backup of it, with no more than the lead's rights. */
export async function openRescueSource(url: string): Promise<OpenedRescueSource> {
  const dataSource = createDataSource({ url, role: 'lianshu_lead', poolSize: 2 });
  await dataSource.initialize();
  return {
    cases: new PostgresCaseRepository(dataSource),
    rounds: new PostgresLeadRounds(dataSource),
    close: () => dataSource.destroy(),
  };
}
