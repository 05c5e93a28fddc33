import { type DataSource, type EntityManager, type FindOptionsWhere, In, IsNull } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import {
  type AnnouncedClosure,
  type CalendarStore,
  type Case,
  caseStates,
  isClosed,
  type LitigationHold,
  type OfficeClosures,
  type SupplementNotice,
} from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import { appendAuditEvent } from './audit-log.js';
import { casesIn } from './case-rows.js';
import { ApprovalRequestEntity } from './entities/approval-request.entity.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

type MovedBy = Parameters<CalendarStore['moveDays']>[0];

/** The closures as anybody may read them. */
export class PostgresOfficeClosures implements OfficeClosures {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<readonly AnnouncedClosure[]> {
    return closuresIn(this.dataSource.manager);
  }
}

/** The days that two people enter (checking role). */
export class PostgresCalendarStore implements CalendarStore {
  constructor(private readonly dataSource: DataSource) {}

  enterClosure(
    { day, kind, reference, area }: AnnouncedClosure,
    enteredOn: TaipeiDate,
    entry: AuditEntry,
    movedBy: MovedBy,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [added] = await manager.query<object[]>(
        `INSERT INTO office_closure (day, kind, reference, area, entered_on) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING day`,
        [day, kind, reference, area ?? null, enteredOn],
      );
      if (added === undefined) return false;
      await moveDays(manager, movedBy, entry);
      return true;
    });
  }

  moveDays(movedBy: MovedBy): Promise<void> {
    return this.dataSource.transaction((manager) => moveDays(manager, movedBy));
  }

  async rostersSent(cases: readonly CaseNumber[]): Promise<ReadonlyMap<CaseNumber, TaipeiDate>> {
    if (cases.length === 0) return new Map();
    const ended = await this.dataSource.manager.find(ApprovalRequestEntity, {
      where: {
        caseNumber: In([...cases]),
        action: In(['send-roster', 'import-answer']),
        state: 'executed',
      },
      select: { id: true, caseNumber: true, action: true, approvedAt: true },
      order: { id: 'ASC' },
    });
    const latest = new Map(ended.map((row) => [row.caseNumber as CaseNumber, row]));
    return new Map(
      [...latest].flatMap(([number, { action, approvedAt }]): [CaseNumber, TaipeiDate][] =>
        action === 'send-roster' && approvedAt !== null ? [[number, taipeiDateOf(approvedAt)]] : [],
      ),
    );
  }

  noticeSupplement(
    caseNumber: CaseNumber,
    { noticedOn, lastDay }: SupplementNotice,
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const where = { number: caseNumber, state: 'supplement-due' };
      const done = await writeDays(manager, where, { supplementNoticedOn: noticedOn, codeDueOn: lastDay });
      return ifDone(manager, done, entry);
    });
  }

  announce(caseNumber: CaseNumber, announcedOn: TaipeiDate, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const done = await writeDays(manager, { number: caseNumber, announcedOn: IsNull() }, { announcedOn });
      return ifDone(manager, done, entry);
    });
  }

  async holdsOf(caseNumber: CaseNumber): Promise<readonly LitigationHold[]> {
    const rows = await this.dataSource.query<HoldRow[]>(
      `SELECT reference, entered_on::text, final_ruling_on::text FROM litigation_hold WHERE case_number = $1 ORDER BY position`,
      [caseNumber],
    );
    return rows.map(({ reference, entered_on, final_ruling_on }) => ({
      reference,
      enteredOn: entered_on as TaipeiDate,
      finalRulingOn: (final_ruling_on ?? undefined) as TaipeiDate | undefined,
    }));
  }

  enterHold(
    caseNumber: CaseNumber,
    { reference, enteredOn }: LitigationHold,
    entry: AuditEntry,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<object[]>(
        `INSERT INTO litigation_hold (case_number, position, reference, entered_on)
         SELECT $1, count(*) + 1, $2, $3 FROM litigation_hold WHERE case_number = $1
         ON CONFLICT DO NOTHING RETURNING position`,
        [caseNumber, reference, enteredOn],
      );
      return ifDone(manager, rows.length === 1, entry);
    });
  }

  liftHold(caseNumber: CaseNumber, finalRulingOn: TaipeiDate, entry: AuditEntry): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [, lifted] = await manager.query<[unknown, number]>(
        'UPDATE litigation_hold SET final_ruling_on = $2 WHERE case_number = $1 AND final_ruling_on IS NULL',
        [caseNumber, finalRulingOn],
      );
      return ifDone(manager, lifted === 1, entry);
    });
  }
}

interface HoldRow {
  readonly reference: string;
  readonly entered_on: string;
  readonly final_ruling_on: string | null;
}

async function ifDone(manager: EntityManager, done: boolean, entry: AuditEntry): Promise<boolean> {
  if (done) await appendAuditEvent(manager, entry);
  return done;
}

interface ClosureRow {
  readonly day: string;
  readonly kind: string;
  readonly reference: string;
  readonly area: string | null;
}

/** Constraints of the table ensure what the casts assume. */
async function closuresIn(manager: EntityManager): Promise<readonly AnnouncedClosure[]> {
  const rows = await manager.query<ClosureRow[]>(
    'SELECT day::text, kind, reference, area FROM office_closure ORDER BY day, kind',
  );
  return rows.map(({ day, kind, reference, area }) => ({
    day: day as TaipeiDate,
    kind: kind as AnnouncedClosure['kind'],
    reference,
    ...(area === null ? {} : { area }),
  }));
}

/** Writes days of a case, and nothing else of it. False where there is no such case. */
async function writeDays(
  manager: EntityManager,
  where: FindOptionsWhere<ReferendumCaseEntity>,
  days: Partial<Pick<ReferendumCaseEntity, 'codeDueOn' | 'supplementNoticedOn' | 'announcedOn'>>,
): Promise<boolean> {
  const { affected } = await manager.update(ReferendumCaseEntity, where, days);
  return affected === 1;
}

/**
 * Nobody moves a case that is looked at until the transaction ends, and whoever enters another closure waits and sees this one. The log
 * comes last, as in every transaction: whoever held its end and then waited for a case would stop everybody. `entry`: what came before.
 */
async function moveDays(manager: EntityManager, movedBy: MovedBy, entry?: AuditEntry): Promise<void> {
  const cases = await openCases(manager);
  const moved = movedBy(cases, await closuresIn(manager));
  for (const [{ caseNumber, round: ordinal, to }] of moved)
    if (ordinal === undefined) await writeDays(manager, { number: caseNumber }, { codeDueOn: to });
    else await manager.update(RoundEntity, { caseNumber, ordinal }, { lastDay: to });
  for (const each of [...(entry === undefined ? [] : [entry]), ...moved.map(([, told]) => told)])
    await appendAuditEvent(manager, each);
}

async function openCases(manager: EntityManager): Promise<readonly Case[]> {
  const open = In(caseStates.filter((state) => !isClosed(state)));
  const rows = await manager.find(ReferendumCaseEntity, {
    where: { state: open },
    select: { number: true },
    order: { number: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return rows.length === 0
    ? []
    : casesIn(
        manager,
        rows.map(({ number }) => number),
      );
}
