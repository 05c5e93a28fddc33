import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { Case, CaseRepository, CaseState, NewRound, Round, Submission } from '../../cases/index.js';
import type { CaseNumber, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { appendAuditEvent } from './audit-log.js';
import { DatabaseError, uniqueViolation } from './data-source.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

/** Cases in PostgreSQL. Reads under any role; writes as `lianshu_staff`. */
export class PostgresCaseRepository implements CaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(referendum: Case, entry: AuditEntry): Promise<boolean> {
    const row = {
      number: referendum.number,
      mainText: referendum.mainText,
      reason: referendum.reason,
      documentDigest: Buffer.from(referendum.documentDigest),
      leadSigningCertificate: Buffer.from(referendum.leadSigningCertificate),
      leadEncryptionCertificate: Buffer.from(referendum.leadEncryptionCertificate),
      electorTotal: referendum.electorTotal,
      threshold: referendum.threshold,
      registeredOn: referendum.registeredOn,
      state: referendum.state,
    };
    try {
      await this.dataSource.transaction(async (manager) => {
        await manager.insert(ReferendumCaseEntity, row);
        await appendAuditEvent(manager, entry);
      });
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && error.sqlState === uniqueViolation) return false;
      throw error;
    }
  }

  async find(number: CaseNumber): Promise<Case | undefined> {
    const row = await this.withRounds().where('each.number = :number', { number }).getOne();
    return row === null ? undefined : caseOf(row);
  }

  async findByAccessCode(
    accessCodeDigest: Uint8Array,
  ): Promise<{ readonly referendum: Case; readonly ordinal: number } | undefined> {
    const digest = Buffer.from(accessCodeDigest);
    const row = await this.withRounds()
      .where('each.number = (SELECT case_number FROM round WHERE access_code_digest = :digest)', { digest })
      .getOne();
    const round = row?.rounds?.find((candidate) => candidate.accessCodeDigest.equals(digest));
    return row && round ? { referendum: caseOf(row), ordinal: round.ordinal } : undefined;
  }

  async all(): Promise<readonly Case[]> {
    const rows = await this.withRounds().orderBy('length(each.number)').addOrderBy('each.number').getMany();
    return rows.map(caseOf);
  }

  async addRound(number: CaseNumber, from: CaseState, round: NewRound, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await moveCase(manager, number, from, 'code-issued'))) return false;
      await manager.query(
        `INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          round.id,
          number,
          round.ordinal,
          round.accessCodeDigest,
          round.codeIssuedOn,
          round.firstDay,
          round.lastDay,
        ],
      );
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async replaceCode(
    number: CaseNumber,
    roundId: RoundId,
    accessCodeDigest: Uint8Array,
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const replaced = await manager.query<unknown[]>(
        `WITH replaced AS (UPDATE round SET access_code_digest = $3 WHERE id = $2 AND case_number = $1
           AND ordinal = (SELECT max(ordinal) FROM round WHERE case_number = $1) RETURNING 1) SELECT FROM replaced`,
        [number, roundId, accessCodeDigest],
      );
      if (replaced.length === 0) return false;
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async move(number: CaseNumber, from: CaseState, to: CaseState, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockRounds(manager, number);
      if (!(await moveCase(manager, number, from, to))) return false;
      await manager.query('UPDATE round SET collecting = false WHERE case_number = $1 AND collecting', [
        number,
      ]);
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  /** One statement over both tables: no reader sees a state and a round that never stood together. */
  private withRounds(): SelectQueryBuilder<ReferendumCaseEntity> {
    return this.dataSource
      .createQueryBuilder(ReferendumCaseEntity, 'each')
      .leftJoinAndMapMany('each.rounds', RoundEntity, 'round', 'round.case_number = each.number');
  }
}

/** Moves the case if it is still in the state `from`: of two that try, one wins. */
export async function moveCase(
  manager: EntityManager,
  number: CaseNumber,
  from: CaseState,
  to: CaseState,
): Promise<boolean> {
  const moved = await manager.query<unknown[]>(
    'WITH moved AS (UPDATE referendum_case SET state = $3 WHERE number = $1 AND state = $2 RETURNING 1) SELECT FROM moved',
    [number, from, to],
  );
  return moved.length === 1;
}

/** A case from its rows. The database's checks hold what the casts claim. */
function caseOf(row: ReferendumCaseEntity): Case {
  return {
    number: row.number as CaseNumber,
    mainText: row.mainText,
    reason: row.reason,
    documentDigest: row.documentDigest,
    leadSigningCertificate: row.leadSigningCertificate,
    leadEncryptionCertificate: row.leadEncryptionCertificate,
    electorTotal: row.electorTotal,
    threshold: row.threshold,
    registeredOn: row.registeredOn as TaipeiDate,
    state: row.state as CaseState,
    rounds: (row.rounds ?? []).toSorted((one, other) => one.ordinal - other.ordinal).map(roundOf),
  };
}

function roundOf(row: RoundEntity): Round {
  return {
    id: row.id as RoundId,
    ordinal: row.ordinal as RoundOrdinal,
    codeIssuedOn: row.codeIssuedOn as TaipeiDate,
    firstDay: row.firstDay as TaipeiDate,
    lastDay: row.lastDay as TaipeiDate,
    publicKey: row.publicKey ?? undefined,
    wrappedKey: row.wrappedKey ?? undefined,
    keyStatement: row.keyStatement ?? undefined,
    openedOn: (row.openedOn ?? undefined) as TaipeiDate | undefined,
    submission: submissionOf(row),
  };
}

function submissionOf(row: RoundEntity): Submission | undefined {
  const { submittedAt, submissionStatement, submissionWrappedKey, submittedCount, submittedRoot } = row;
  if (!submittedAt || !submissionStatement || !submissionWrappedKey) return undefined;
  if (submittedCount === null || submittedRoot === null) return undefined;
  return {
    submittedAt,
    statement: submissionStatement,
    wrappedKey: submissionWrappedKey,
    recordCount: submittedCount,
    merkleRoot: submittedRoot,
  };
}

/**
 * Waits for the co-signatures of the case's rounds that are being recorded, and keeps new ones waiting until the transaction
 * ends. Whatever changes whether a round collects takes this first.
 */
export async function lockRounds(manager: EntityManager, number: CaseNumber): Promise<void> {
  await manager.query(
    `SELECT pg_advisory_xact_lock(round_lock_key(id))
     FROM (SELECT id FROM round WHERE case_number = $1 ORDER BY ordinal) AS locked`,
    [number],
  );
}
