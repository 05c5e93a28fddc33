import { type DataSource, type EntityManager, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type {
  Case,
  CaseMove,
  CaseRepository,
  CaseState,
  ListedCase,
  NewRound,
  Round,
  RoundBinding,
  Submission,
} from '../../cases/index.js';
import type { CaseNumber, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { ok } from '../../core/result.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { appendAuditEvent } from './audit-log.js';
import { DatabaseError, uniqueViolation } from './database-error.js';
import { ApprovalRequestEntity } from './entities/approval-request.entity.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';
import { replaceLeadCertificates } from './lead-certificates.js';
import { moveCase } from './move-case.js';
import { publicCasePage } from './public-case-page.js';

/** Cases in PostgreSQL. They are read with the rights of `reading`, and written by the role `lianshu_checking`. */
export class PostgresCaseRepository implements CaseRepository {
  constructor(
    private readonly reading: DataSource,
    private readonly checking: DataSource = reading,
  ) {}

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
      mode: referendum.mode,
      registeredOn: referendum.registeredOn,
      noticedOn: referendum.noticedOn ?? null,
      codeDueOn: referendum.codeDueOn ?? null,
      state: referendum.state,
      stateSince: referendum.stateSince ?? null,
    };
    try {
      await this.checking.transaction(async (manager) => {
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
      .innerJoin(RoundEntity, 'given', 'given.case_number = each.number')
      .where('given.access_code_digest = :digest', { digest })
      .getOne();
    const round = row?.rounds?.find((candidate) => equalOctets(candidate.accessCodeDigest, digest));
    return row && round ? { referendum: caseOf(row), ordinal: round.ordinal } : undefined;
  }

  async all(): Promise<readonly Case[]> {
    const rows = await this.withRounds().orderBy('length(each.number)').addOrderBy('each.number').getMany();
    return rows.map(caseOf);
  }

  publicPage(page: Parameters<CaseRepository['publicPage']>[0]): Promise<readonly ListedCase[]> {
    return publicCasePage(this.reading, page);
  }

  async addRound(move: CaseMove, round: NewRound): Promise<boolean> {
    const row = {
      ...round,
      caseNumber: move.caseNumber,
      collecting: false,
      accessCodeDigest: Buffer.from(round.accessCodeDigest),
    };
    const added = await moveCase(this.checking, move, async (manager) => {
      await manager.insert(RoundEntity, row);
      return ok(undefined);
    });
    return added !== undefined;
  }

  async move(move: CaseMove): Promise<boolean> {
    const moved = await moveCase(this.checking, move, async (manager) => {
      const { caseNumber } = move;
      await manager.update(RoundEntity, { caseNumber, collecting: true }, { collecting: false });
      return ok(undefined);
    });
    return moved !== undefined;
  }

  async awaitingSubmission(at: Date): Promise<ReadonlySet<CaseNumber>> {
    const waiting = await this.reading.manager.find(ApprovalRequestEntity, {
      where: {
        action: 'take-in-submission',
        state: In(['pending', 'approved']),
        expiresAt: MoreThan(at),
      },
      select: { id: true, caseNumber: true },
    });
    return new Set(waiting.map(({ caseNumber }) => caseNumber as CaseNumber));
  }

  replaceLeadCertificates(
    ...[number, replaced, pair, entry]: Parameters<CaseRepository['replaceLeadCertificates']>
  ): Promise<boolean> {
    return replaceLeadCertificates(this.checking, number, replaced, pair, entry);
  }

  replaceCode(
    caseNumber: CaseNumber,
    roundId: RoundId,
    accessCodeDigest: Uint8Array,
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.checking.transaction(async (manager) => {
      // Whoever adds a round also writes the case's row, which is locked. So no round is added after this read.
      const where = { number: caseNumber };
      const lock = { mode: 'for_no_key_update' } as const;
      await manager.findOne(ReferendumCaseEntity, { where, select: { number: true }, lock });
      const last = await manager.findOne(RoundEntity, {
        where: { caseNumber },
        select: { id: true },
        order: { ordinal: 'DESC' },
      });
      if (last?.id !== roundId) return false;
      await manager.update(RoundEntity, { id: roundId }, { accessCodeDigest: Buffer.from(accessCodeDigest) });
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  private withRounds(): SelectQueryBuilder<ReferendumCaseEntity> {
    return withRoundsIn(this.reading.manager);
  }
}

/** The cases of these numbers, with their rounds, inside the caller's transaction. */
export async function casesIn(manager: EntityManager, numbers: readonly string[]): Promise<readonly Case[]> {
  const rows = await withRoundsIn(manager).where('each.number IN (:...numbers)', { numbers }).getMany();
  return rows.map(caseOf);
}

/** One statement over both tables, so that no reader sees the state and the rounds of different times. */
const withRoundsIn = (reading: EntityManager): SelectQueryBuilder<ReferendumCaseEntity> =>
  reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .leftJoinAndMapMany('each.rounds', RoundEntity, 'round', 'round.case_number = each.number');

/** A case from its rows. Constraints in the database ensure what the casts assume. */
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
    mode: row.mode as SealingMode,
    registeredOn: row.registeredOn as TaipeiDate,
    noticedOn: dayOf(row.noticedOn),
    codeDueOn: dayOf(row.codeDueOn),
    supplementNoticedOn: dayOf(row.supplementNoticedOn),
    state: row.state as CaseState,
    stateSince: dayOf(row.stateSince),
    announcedOn: dayOf(row.announcedOn),
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
    openedOn: dayOf(row.openedOn),
    binding: roundBindingOf(row),
    submission: submissionOf(row),
  };
}

/** The day in a column of dates; undefined where there is none. */
const dayOf = (column: string | null): TaipeiDate | undefined =>
  (column ?? undefined) as TaipeiDate | undefined;

/** What a round is bound to; undefined until it opens. */
export function roundBindingOf({
  origin,
  certificatePolicyDigest,
  holderTagKeyCheck,
  mode,
  commissionRoundKey,
}: RoundEntity): RoundBinding | undefined {
  if (origin === null || certificatePolicyDigest === null || holderTagKeyCheck === null) return undefined;
  if (mode === null || commissionRoundKey === null) return undefined;
  return {
    origin,
    certificatePolicyDigest,
    holderTagKeyCheck,
    mode: mode as SealingMode,
    commissionRoundKey,
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
