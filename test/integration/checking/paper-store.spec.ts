import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresPaperStore } from '../../../src/adapters/postgres/checking/paper-store.js';
import { PostgresPurgeStore } from '../../../src/adapters/postgres/checking/purge-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { runWhole } from '../../support/checking/whole-run.js';
import type { PaperEntry } from '../../../src/checking/index.js';
import { closedRows } from '../../../src/checking/paper/checked-rows.js';
import { closingDigest, paperClosing } from '../../../src/checking/paper/paper-closing.js';
import { PaperDifferences } from '../../../src/checking/paper/paper-differences.js';
import { PaperEntries } from '../../../src/checking/paper/paper-entries.js';
import type { PaperRow } from '../../../src/checking/paper/paper-row.js';
import type { Case } from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { uuidVersion7 } from '../../../src/core/uuid.js';
import { valueOf } from '../../../src/devkit/index.js';
import { newBatch } from '../../support/checking/memory-checking.js';
import {
  insertSubmittedRound,
  opaqueRun,
  startCheck,
  submittedRound,
} from '../../support/checking/opaque-records.js';
import {
  alice,
  bob,
  commissionDecryptionKey,
  inPieces,
  paperCase,
  paperCsv,
} from '../../support/checking/paper-scene.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const at = new Date('2026-02-02T00:00:00Z');
const tables = ['paper_entry', 'paper_part', 'paper_difference', 'paper_verdict'];
/** The one of those that `opaqueRun` claims, A123456700 … 19, that is a citizen's number. */
const electronic = 'A123456716';
const [one, two, three] = ['A123456789', 'A223456781', 'B123456780'];
const rowsOf = (...numbers: readonly string[]): PaperRow[] =>
  numbers.map((nationalId, i) => ({ page: 1, line: i + 1, nationalId, found: undefined }));

describe('paper rows on PostgreSQL', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let checking: DataSource;
  let paper: PostgresPaperStore;
  let entries: PaperEntries;
  let differences: PaperDifferences;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    checking = await createDataSource({
      url: database.url,
      role: 'lianshu_checking',
      poolSize: 2,
    }).initialize();
    paper = new PostgresPaperStore(checking);
    const submission = { submittedAt: at, recordCount: 0 };
    const referendum = {
      number: paperCase,
      state: 'submitted',
      rounds: [{ id: submittedRound, ordinal: 1, submission }],
    };
    const cases = { find: () => Promise.resolve(referendum as unknown as Case) };
    const dependencies = {
      cases,
      paper,
      commissionDecryptionKey,
      clock: { now: () => at },
      newId: uuidVersion7,
    };
    entries = new PaperEntries(dependencies);
    differences = new PaperDifferences(dependencies);
  });
  afterAll(async () => {
    await Promise.all([owner.destroy(), checking.destroy()]);
    await database.drop();
  });
  beforeEach(async () => {
    await owner.query(
      `TRUNCATE sealed_record, round, referendum_case, verification_batch, verdict, roster_row, check_chunk, purge_note, ${tables.join(', ')} CASCADE`,
    );
    await insertSubmittedRound(owner, 20);
  });

  const enter = async (name: PaperEntry['name'], rows: readonly PaperRow[]): Promise<void> => {
    const by = name === 'first' ? alice : bob;
    expect(valueOf(await entries.keep(paperCase, name, by, inPieces(paperCsv(rows)))).kind).toBe('kept');
  };
  const rowsIn = async (table: string): Promise<number> => {
    const [found] = await owner.query<[{ rows: number }]>(`SELECT count(*)::integer AS rows FROM ${table}`);
    return found.rows;
  };
  const begin = async () => {
    const closing = valueOf(await paperClosing(paper, submittedRound));
    const batch = { ...newBatch(20), paperRows: closing.rows, paperSha256: closingDigest(closing) };
    const run = opaqueRun(checking);
    return { run, batch: await run.verdicts.begin(batch, startCheck) };
  };

  it('are entered, compared, settled, closed and judged', async () => {
    await enter('first', rowsOf(one, electronic, two, three));
    await enter('second', rowsOf(one, electronic, one));
    const found = valueOf(await differences.page(paperCase, undefined, 10));
    expect(found.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'number'],
      [4, 'not-in-second'],
    ]);
    expect(valueOf(await differences.page(paperCase, { page: 1, line: 3 }, 10))).toHaveLength(1);
    const place = { page: 1, line: 3 };
    const opened = valueOf(await differences.open(paperCase, place, bob.memberId));
    expect([opened.rows.first?.nationalId, opened.rows.second?.nationalId]).toEqual([two, one]);
    valueOf(await differences.settle(paperCase, place, { settledAs: 'second' }, bob.memberId));
    valueOf(
      await differences.settle(
        paperCase,
        { page: 1, line: 4 },
        { settledAs: 'other', nationalId: three, code: 'R05' },
        bob.memberId,
      ),
    );
    const { run, batch } = await begin();
    expect(batch.paperRows).toBe(4);
    const rows = closedRows({ paper, commissionDecryptionKey }, batch);
    await runWhole(batch, { ...run, paper: { rows, standing: [] } });
    expect(await run.verdicts.paperPage(batch, undefined, 10)).toEqual([
      { page: 1, line: 1, code: undefined, repeats: 'none' },
      { page: 1, line: 2, code: 'D02', repeats: 'D02' },
      { page: 1, line: 3, code: 'D03', repeats: 'D03' },
      { page: 1, line: 4, code: 'R05', repeats: 'none' },
    ]);
    expect(await run.verdicts.paperPage(batch, { page: 1, line: 3 }, 10)).toHaveLength(1);
    expect(await run.verdicts.paperCounts(batch)).toEqual(
      new Map([
        [undefined, 1],
        ['D02', 1],
        ['D03', 1],
        ['R05', 1],
      ]),
    );
    const actions = await owner.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE action LIKE 'paper%' ORDER BY seq DESC LIMIT 5`,
    );
    expect(actions.map(({ action }) => action).reverse()).toEqual([
      'paper-entry-stored',
      'paper-entry-stored',
      'paper-row-opened',
      'paper-difference-settled',
      'paper-difference-settled',
    ]);
  });

  it('have no number outside a seal in any table', async () => {
    await enter('first', rowsOf(one, two));
    await enter('second', rowsOf(one, three));
    valueOf(
      await differences.settle(
        paperCase,
        { page: 1, line: 2 },
        { settledAs: 'other', nationalId: two, code: '00' },
        bob.memberId,
      ),
    );
    for (const table of [...tables, 'audit_event']) {
      const rows = await owner.query<object[]>(`SELECT * FROM ${table}`);
      const text = JSON.stringify(rows, (_key, value: unknown) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : value,
      );
      for (const number of [one, two, three]) expect(text).not.toContain(number);
    }
    expect(await rowsIn('paper_part')).toBe(2);
  });

  it('stay as they were closed, whatever the login of the check tries', async () => {
    await enter('first', rowsOf(one));
    await enter('second', rowsOf(two));
    valueOf(await differences.settle(paperCase, { page: 1, line: 1 }, { settledAs: 'first' }, bob.memberId));
    await begin();
    for (const sql of [
      'DELETE FROM paper_entry',
      'DELETE FROM paper_part',
      'DELETE FROM paper_difference',
      `UPDATE paper_difference SET settled_as = 'second'`,
    ])
      expect((await checking.query<[unknown, number]>(sql))[1]).toBe(0);
    for (const table of ['paper_entry', 'paper_part', 'paper_difference'])
      await expect(checking.query(`INSERT INTO ${table} SELECT * FROM ${table}`)).rejects.toMatchObject({
        sqlState: '42501',
      });
    await expect(enter('first', rowsOf(two))).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('are not there before the submission, for anybody', async () => {
    await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        `UPDATE round SET submitted_at = NULL, submission_statement = NULL, submission_wrapped_key = NULL, submitted_count = NULL, submitted_root = NULL`,
      );
    });
    await expect(enter('first', rowsOf(one))).rejects.toMatchObject({ sqlState: '42501' });
    await owner.query(`INSERT INTO paper_part VALUES ($1, $1, 0, 1, 1, '')`, [submittedRound]);
    expect(await checking.query('SELECT * FROM paper_part')).toEqual([]);
  });

  it.each(['lianshu_intake', 'lianshu_lead', 'lianshu_staff'] as const)(
    'are nothing that %s may see',
    async (role) => {
      const other = await createDataSource({ url: database.url, role, poolSize: 1 }).initialize();
      try {
        for (const table of tables)
          await expect(other.query(`SELECT * FROM ${table}`)).rejects.toMatchObject({ sqlState: '42501' });
      } finally {
        await other.destroy();
      }
    },
  );

  it('of an interrupted upload go with the next one', async () => {
    await paper.addPart(submittedRound, uuidVersion7(at), {
      part: 0,
      first: { page: 1, line: 1 },
      sealed: Buffer.from('x'),
    });
    await enter('first', rowsOf(one));
    expect(await rowsIn('paper_part')).toBe(1);
  });

  it('are destroyed by a purge, and get no verdict any more', async () => {
    await enter('first', rowsOf(one));
    await enter('second', rowsOf(one));
    const { run, batch } = await begin();
    await runWhole(batch, {
      ...run,
      paper: { rows: closedRows({ paper, commissionDecryptionKey }, batch), standing: [] },
    });
    const store = new PostgresPurgeStore(checking);
    expect(await store.extent(paperCase)).toMatchObject({ files: 2 });
    await owner.query(`UPDATE referendum_case SET state = 'not-accepted', records_kept_until = '2026-02-01'`);
    await owner.query(`INSERT INTO given_days VALUES ('test') ON CONFLICT DO NOTHING`);
    await expect(
      checking.query(`SELECT destroy_paper_rows($1, '2026-02-01', '2026-02-01')`, [paperCase]),
    ).rejects.toMatchObject({ sqlState: '42501' });
    const entry = { at, actor: 'system', action: 'case-purge', caseNumber: paperCase } as const;
    await store.purge(paperCase, Buffer.from('note'), entry, '2026-02-01' as TaipeiDate);
    for (const table of tables) expect([table, await rowsIn(table)]).toEqual([table, 0]);
  });
});
