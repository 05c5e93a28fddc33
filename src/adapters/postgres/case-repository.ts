import { type DataSource, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { Case, CaseMove, CaseRepository, ListedCase, NewRound } from '../../cases/index.js';
import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { ok } from '../../core/result.js';
import { appendAuditEvent } from './audit-log.js';
import { caseOf, withRoundsIn } from './case-rows.js';
import { DatabaseError, uniqueViolation } from './database-error.js';
import { ApprovalRequestEntity } from './entities/approval-request.entity.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';
import { replaceLeadCertificates } from './lead-certificates.js';
import { moveCase } from './move-case.js';
import { publicCasePage } from './public-case-page.js';
import { casesWithLimits, staffCasePage } from './staff-case-page.js';

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

  page(...wanted: Parameters<CaseRepository['page']>): Promise<readonly Case[]> {
    return staffCasePage(this.reading.manager, ...wanted);
  }

  withLimits(rehearsals: boolean): Promise<readonly Case[]> {
    return casesWithLimits(this.reading.manager, rehearsals);
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
