import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { PostgresCalendarStore } from '../../../src/adapters/postgres/calendar-store.js';
import { PostgresCaseRepository } from '../../../src/adapters/postgres/case-repository.js';
import { PostgresPaperStore } from '../../../src/adapters/postgres/checking/paper-store.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresRemedyDesk } from '../../../src/adapters/postgres/remedies/remedy-stores.js';
import { PostgresApprovalStore } from '../../../src/adapters/postgres/staff/approval-store.js';
import type { WantedEvents } from '../../../src/audit/index.js';
import type { Batch } from '../../../src/checking/index.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import {
  fillAuditLog,
  fillCases,
  fillDifferences,
  fillRemedies,
  fillRequests,
  type TwoMembers,
} from '../../support/bench/desk-rows.js';
import { insertSubmittedRound, submittedRound } from '../../support/checking/opaque-records.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const rows = 6_000;
/** More than there can be in decades. */
const cases = 1_500;
const limit = 100;
const now = new Date('2026-09-02T00:00:00Z');
const members: TwoMembers = [randomUUID(), randomUUID()];
const caseNumber = '800007' as CaseNumber;
const otherRound = randomUUID() as RoundId;
const rounds = [submittedRound, otherRound];
const day = 24 * 3_600_000;

/** A statement with its parameters, as it was sent. */
type Sent = readonly [sql: string, values: unknown[] | undefined];

let database: TestDatabase;
let owner: DataSource;
let staff: DataSource;
let checking: DataSource;
let sent: (readonly [DataSource, Sent])[] = [];

/** Notes each statement that is sent over a data source. */
function noting(dataSource: DataSource): DataSource {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...values: unknown[]) => Promise<never>;
    runner.query = (...given: unknown[]): Promise<never> => {
      sent.push([dataSource, [String(given[0]), given[1] as unknown[] | undefined]]);
      return query(...given);
    };
    return runner;
  };
  return dataSource;
}

beforeAll(async () => {
  database = await createTestDatabase();
  const { url } = database;
  owner = await createDataSource({ url }).initialize();
  await owner.query(
    `INSERT INTO staff_member (id, name, certificate_digest, roles, active)
     SELECT id, '測試', sha256(id::text::bytea), '{verifier}', true FROM unnest($1::uuid[]) AS id`,
    [members],
  );
  await fillCases(owner, cases);
  await fillAuditLog(owner, rows, now);
  await fillRequests(owner, rows, members, now);
  await insertSubmittedRound(owner, 0);
  await owner.query(
    `INSERT INTO round SELECT (jsonb_populate_record(r, jsonb_build_object('id', $1::text, 'ordinal', 2,
       'access_code_digest', sha256('supplement')::text))).* FROM round r WHERE id = $2`,
    [otherRound, submittedRound],
  );
  await fillDifferences(owner, submittedRound, rows);
  for (const round of rounds) await fillRemedies(owner, round, rows / 2, Buffer.alloc(100));
  staff = noting(await createDataSource({ url, role: 'lianshu_staff' }).initialize());
  checking = noting(await createDataSource({ url, role: 'lianshu_checking' }).initialize());
});

afterAll(async () => {
  await Promise.all([owner, staff, checking].map((each) => each.destroy()));
  await database.drop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** The most rows that any step of this plan has come upon. */
function mostRows(plan: Plan): number {
  const seen = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return Math.max(seen, ...(plan.Plans ?? []).map(mostRows));
}

/** Tables that a plan reads from one end to the other. Row policies may do so with rounds, of which a case has two at most. */
function readWhole(plan: Plan): readonly string[] {
  const table = plan['Node Type'] === 'Seq Scan' ? (plan['Relation Name'] ?? '') : 'round';
  const here = table === 'round' ? [] : [table];
  return [...here, ...(plan.Plans ?? []).flatMap(readWhole)];
}

/** The plans of all SELECTs that were sent, with what they came upon. */
async function plansOf(ask: () => Promise<unknown>): Promise<readonly Plan[]> {
  sent = [];
  await ask();
  const selects = sent.filter(([, [sql]]) => sql.startsWith('SELECT'));
  const plans: Plan[] = [];
  for (const [source, [sql, values]] of selects) {
    const [row] = await source.query<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      values,
    );
    if (row !== undefined) plans.push(row['QUERY PLAN'][0].Plan);
  }
  return plans;
}

const events = (wanted: Partial<WantedEvents>): Promise<unknown> =>
  new PostgresAuditLog(staff, checking).search({ first: 'oldest', ...wanted }, limit);
const requests = (wanted: object): Promise<readonly { id: string }[]> =>
  new PostgresApprovalStore(staff, checking).page(wanted, limit, now);
const stored = (): PostgresCaseRepository => new PostgresCaseRepository(staff, checking);
const remedies = (open: boolean): Promise<unknown> =>
  new PostgresRemedyDesk(checking).page(rounds, { after: randomUUID(), open }, limit);
const middle = new Date(now.getTime() - (rows / 2) * 30_000);

/** What a page may come upon: rows beside its own that are not wanted, and all rounds. */
const fewRows = 2_500;

describe('a page of a list reads no table as a whole, and not many rows more than it shows', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['cases', () => stored().page({ rehearsals: false }, limit)],
    [
      'cases, from the middle',
      () => stored().page({ rehearsals: false, after: '100800' as CaseNumber }, limit),
    ],
    ['cases in their check', () => stored().page({ rehearsals: false, inCheck: true }, limit)],
    ['rehearsals', () => stored().page({ rehearsals: true }, limit)],
    ['cases of which a period runs', () => stored().withLimits(false)],
    ['rosters sent', () => new PostgresCalendarStore(checking).rostersSent([caseNumber])],
    ['events', () => events({})],
    ['events, the latest first', () => events({ first: 'latest' })],
    ['events, from the middle', () => events({ after: rows / 2 })],
    ['events of an action', () => events({ action: 'check-paused' })],
    ['events of an action that there is not', () => events({ action: 'case-stop' })],
    ['events by a member', () => events({ actor: `staff:${members[0]}`, first: 'latest' })],
    ['events on a case', () => events({ caseNumber })],
    ['events on a case, by a member that did nothing', () => events({ caseNumber, actor: 'lead' })],
    ['events of an hour', () => events({ from: middle, until: new Date(middle.getTime() + day / 24) })],
    ['requests', () => requests({})],
    ['requests on a case', () => requests({ caseNumber })],
    ['requests that wait for a member', () => requests({ waitingFor: members[1] })],
    ['requests that wait for whoever asked for them all', () => requests({ waitingFor: members[0] })],
    [
      'paper rows that differ',
      () => new PostgresPaperStore(checking).differences(submittedRound, { page: 100, line: 1 }, limit),
    ],
    ['remedies', () => remedies(false)],
    ['remedies that wait', () => remedies(true)],
    ['decisions', () => new PostgresRemedyDesk(checking).decisionsOn([randomUUID()])],
    [
      'counts of a check',
      () => new PostgresVerdictStore(checking).keptCounts({ roundId: submittedRound } as Batch),
    ],
  ])('%s', async (_list, ask) => {
    const plans = await plansOf(ask);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flatMap(readWhole)).toEqual([]);
    expect(Math.max(...plans.map(mostRows))).toBeLessThanOrEqual(fewRows);
  });

  it('has the cases in their check alone, wherever they stand', async () => {
    const found = await stored().page({ rehearsals: false, inCheck: true }, limit);
    expect(found.map(({ number, state }) => [number, state])).toEqual([['9001', 'submitted']]);
  });

  it('begins behind the page before it', async () => {
    const first = await requests({});
    const second = await requests({ before: first.at(-1)?.id });
    expect([first.length, second.length]).toEqual([limit, limit]);
    expect(first.map(({ id }) => id)).not.toEqual(expect.arrayContaining([second[0]?.id]));
    const [one, two] = [await stored().page({ rehearsals: false }, 2), 4];
    expect(await stored().page({ rehearsals: false }, two)).toEqual([
      ...one,
      ...(await stored().page({ rehearsals: false, after: one[1]!.number }, 2)),
    ]);
  });
});
