import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { CaseMove, RoundBinding } from '../../cases/index.js';
import type { Commitment, RoundId } from '../../core/identifiers.js';
import { ok, type Result } from '../../core/result.js';
import type {
  DayCount,
  KeyMaterial,
  LeadRounds,
  RescueSource,
  RoundOpening,
  RoundReference,
  SealedRecord,
  SubmissionTotals,
  UncountedSubmission,
} from '../../lead/index.js';
import { appendAuditEvent } from './audit-log.js';
import { PostgresCaseRepository } from './case-repository.js';
import { createDataSource } from './data-source.js';
import { RoundEntity } from './entities/round.entity.js';
import { lockRounds, moveCase } from './move-case.js';

/** What the lead does to a round, in PostgreSQL. Role `lianshu_lead`. */
export class PostgresLeadRounds implements LeadRounds {
  constructor(private readonly dataSource: DataSource) {}

  saveKey({ roundId }: RoundReference, material: KeyMaterial, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const where = { id: roundId, openedOn: IsNull() };
      const saved = await manager.update(RoundEntity, where, keyColumns(material));
      if (saved.affected !== 1) return false;
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async open(
    move: CaseMove,
    roundId: RoundId,
    proved: KeyMaterial,
    { openedOn, binding }: RoundOpening,
  ): Promise<boolean> {
    const opened = await moveCase(this.dataSource, move, async (manager) => {
      const where = { id: roundId, ...keyColumns(proved) };
      const columns = { collecting: true, openedOn, ...bindingColumns(binding) };
      const updated = await manager.update(RoundEntity, where, columns);
      return updated.affected === 1 ? ok(undefined) : undefined;
    });
    return opened !== undefined;
  }

  async countByDay(roundId: RoundId): Promise<readonly DayCount[]> {
    return this.dataSource.query<DayCount[]>(
      `SELECT signed_on::text AS day, count(*)::integer AS count FROM sealed_record
       WHERE round_id = $1 GROUP BY signed_on ORDER BY signed_on`,
      [roundId],
    );
  }

  hold(
    { caseNumber, roundId }: RoundReference,
    seconds: number,
    entry: AuditEntry,
  ): Promise<readonly Commitment[] | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await lockRounds(manager, caseNumber);
      const held = await manager
        .createQueryBuilder()
        .update(RoundEntity)
        .set({ heldUntil: () => 'clock_timestamp() + make_interval(secs => :seconds)' })
        .where({ id: roundId, collecting: true })
        .setParameter('seconds', seconds)
        .execute();
      if (held.affected !== 1) return undefined;
      const commitments = await sortedCommitments(manager, roundId);
      await appendAuditEvent(manager, entry);
      return commitments;
    });
  }

  submit<Code extends string>(
    move: CaseMove<SubmissionTotals>,
    roundId: RoundId,
    submission: UncountedSubmission,
    agree: (commitments: readonly Commitment[]) => Result<SubmissionTotals, Code>,
  ): Promise<Result<SubmissionTotals, Code> | undefined> {
    return moveCase(this.dataSource, move, async (manager) => {
      const totals = agree(await sortedCommitments(manager, roundId));
      if (!totals.ok) return totals;
      const columns = submissionColumns(submission, totals.value);
      const updated = await manager.update(RoundEntity, { id: roundId, collecting: true }, columns);
      return updated.affected === 1 ? totals : undefined;
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

function keyColumns({ publicKey, wrappedKey, keyStatement }: KeyMaterial) {
  return {
    publicKey: Buffer.from(publicKey),
    wrappedKey: Buffer.from(wrappedKey),
    keyStatement: Buffer.from(keyStatement),
  };
}

function bindingColumns(binding: RoundBinding) {
  const { origin, certificatePolicyDigest, holderTagKeyCheck, mode, commissionRoundKey } = binding;
  return {
    origin,
    mode,
    commissionRoundKey: Buffer.from(commissionRoundKey),
    certificatePolicyDigest: Buffer.from(certificatePolicyDigest),
    holderTagKeyCheck: Buffer.from(holderTagKeyCheck),
  };
}

function submissionColumns(
  { submittedAt, statement, wrappedKey }: UncountedSubmission,
  { recordCount, merkleRoot }: SubmissionTotals,
) {
  return {
    collecting: false,
    heldUntil: null,
    submittedAt,
    submissionStatement: Buffer.from(statement),
    submissionWrappedKey: Buffer.from(wrappedKey),
    submittedCount: recordCount,
    submittedRoot: Buffer.from(merkleRoot),
  };
}

async function sortedCommitments(manager: EntityManager, roundId: RoundId): Promise<readonly Commitment[]> {
  const rows = await manager.query<{ commitment: Commitment }[]>(
    'SELECT commitment FROM sealed_record WHERE round_id = $1 ORDER BY commitment',
    [roundId],
  );
  return rows.map(({ commitment }) => commitment);
}

/** A {@link RescueSource} with its connection. */
interface OpenedRescueSource extends RescueSource {
  close(): Promise<void>;
}

/** Connects to the database or a restored backup of it, with no more than the lead's rights. */
export async function openRescueSource(url: string): Promise<OpenedRescueSource> {
  const dataSource = createDataSource({ url, actingAs: 'lianshu_lead', poolSize: 2 });
  await dataSource.initialize();
  return {
    cases: new PostgresCaseRepository(dataSource),
    rounds: new PostgresLeadRounds(dataSource),
    close: () => dataSource.destroy(),
  };
}
