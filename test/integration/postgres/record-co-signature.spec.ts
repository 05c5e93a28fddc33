import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const round = '01920000-0000-7000-8000-000000000001';
const tag = Buffer.alloc(16, 1);

describe('record_co_signatures', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let intake: DataSource;
  let staff: DataSource;
  let checking: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    intake = await createDataSource({ url: database.url, role: 'lianshu_intake', poolSize: 8 }).initialize();
    staff = await createDataSource({ url: database.url, role: 'lianshu_staff', poolSize: 2 }).initialize();
    checking = await createDataSource({
      url: database.url,
      role: 'lianshu_checking',
      poolSize: 2,
    }).initialize();
  });
  afterAll(async () => {
    await Promise.all([owner, intake, staff, checking].map((each) => each.destroy()));
    await database.drop();
  });
  beforeEach(async () => {
    await owner.query('TRUNCATE sealed_record, round, referendum_case CASCADE');
    await owner.query(
      `INSERT INTO referendum_case VALUES ('9001', '主文', '理由', $1, '', '', 1000, 15, '2025-07-01', 'collecting')`,
      [Buffer.alloc(32)],
    );
    await owner.query(
      `INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, opened_on,
         origin, certificate_policy_digest, holder_tag_key_check, mode, commission_round_key)
       VALUES ($1, '9001', 1, $2, '2025-07-31', '2025-08-01', '2026-01-31', true, '2025-08-01', 'https://x.test', $2, $2,
         'number-to-lead', $2)`,
      [round, Buffer.alloc(32)],
    );
  });

  const record = async (
    holder: Buffer,
    day = '2025-08-01',
    commitment = randomBytes(32),
  ): Promise<unknown> => {
    const rows = await intake.query<unknown[]>(
      `SELECT outcome, encode(existing_commitment, 'hex') AS commitment, existing_day::text AS day, retry_after
       FROM record_co_signatures(ARRAY[$1::uuid], $2, $3, ARRAY[$4::date], $5, ARRAY[6])`,
      [round, holder, commitment, day, Buffer.from('record')],
    );
    return rows[0];
  };

  it('records once, and then answers the first record again', async () => {
    const commitment = randomBytes(32);
    expect(await record(tag, '2025-08-01', commitment)).toMatchObject({ outcome: 'recorded' });
    expect(await record(tag, '2025-08-02')).toMatchObject({
      outcome: 'already',
      commitment: commitment.toString('hex'),
      day: '2025-08-01',
    });
  });

  it('answers each record of a group for itself, by its place', async () => {
    const other = '01920000-0000-7000-8000-00000000000f';
    const [first, twice, late, elsewhere] = [1, 2, 3, 4].map((octet) => Buffer.alloc(32, octet));
    await record(tag, '2025-08-01', first);
    const group = [
      { round, tag: 2, commitment: twice, day: '2025-08-02' },
      { round: other, tag: 2, commitment: elsewhere, day: '2025-08-02' },
      { round, tag: 1, commitment: randomBytes(32), day: '2025-08-02' },
      { round, tag: 2, commitment: randomBytes(32), day: '2025-08-02' },
      { round, tag: 3, commitment: late, day: '2026-02-01' },
    ];
    const rows = await intake.query<unknown[]>(
      `SELECT place, outcome, encode(existing_commitment, 'hex') AS commitment
       FROM record_co_signatures($1, $2, $3, $4, $5, $6) ORDER BY place`,
      [
        group.map((each) => each.round),
        Buffer.concat(group.map((each) => Buffer.alloc(16, each.tag))),
        Buffer.concat(group.map(({ commitment }) => commitment!)),
        group.map(({ day }) => day),
        Buffer.from('onetwothreefourfive'),
        [3, 6, 11, 15, 19],
      ],
    );
    expect(rows).toEqual([
      { place: 1, outcome: 'recorded', commitment: null },
      { place: 2, outcome: 'not-collecting', commitment: null },
      { place: 3, outcome: 'already', commitment: first!.toString('hex') },
      { place: 4, outcome: 'already', commitment: twice!.toString('hex') },
      { place: 5, outcome: 'not-collecting', commitment: null },
    ]);
    const stored = await owner.query<unknown[]>(
      `SELECT encode(record, 'escape') AS record FROM sealed_record ORDER BY holder_tag`,
    );
    expect(stored).toEqual([{ record: 'record' }, { record: 'one' }]);
  });

  it.each([
    ['a tag too few', 'ARRAY[$1::uuid], $2, $3, ARRAY[$4::date], $5, ARRAY[6]', Buffer.alloc(15)],
    ['two days', 'ARRAY[$1::uuid], $2, $3, ARRAY[$4::date, $4::date], $5, ARRAY[6]', tag],
    ['no end', `ARRAY[$1::uuid], $2, $3, ARRAY[$4::date], $5, '{}'`, tag],
  ])('refuses a group with %s', async (_what, parameters, given) => {
    const values = [round, given, randomBytes(32), '2025-08-01', Buffer.from('record')];
    await expect(
      intake.query(`SELECT FROM record_co_signatures(${parameters})`, values),
    ).rejects.toMatchObject({ sqlState: '22023' });
  });

  it('lets two groups write the same holders in opposite order at the same time', async () => {
    const tags = Array.from({ length: 50 }, (_, index) => Buffer.alloc(16, index + 1));
    const write = (holders: readonly Buffer[]): Promise<{ outcome: string }[]> =>
      intake.query(`SELECT outcome FROM record_co_signatures($1, $2, $3, $4, $5, $6)`, [
        holders.map(() => round),
        Buffer.concat(holders),
        randomBytes(32 * holders.length),
        holders.map(() => '2025-08-01'),
        randomBytes(holders.length),
        holders.map((_, index) => index + 1),
      ]);
    const groups = await Promise.all(
      Array.from({ length: 8 }, (_, index) => write(index % 2 === 0 ? tags : tags.toReversed())),
    );
    const outcomes = groups.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(50);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(350);
  });

  it('records one of many calls at the same time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => record(tag)));
    const counted = outcomes.filter((each) => (each as { outcome: string }).outcome === 'recorded');
    expect(counted).toHaveLength(1);
  });

  it.each([
    ['before the first day', '2025-07-31', ''],
    ['after the last day', '2026-02-01', ''],
    ['in a round that does not collect', '2025-08-01', 'UPDATE round SET collecting = false'],
    ['in a round that does not exist', '2025-08-01', 'DELETE FROM round'],
  ])('refuses %s', async (_when, day, change) => {
    if (change !== '') await owner.query(change);
    expect(await record(tag, day)).toMatchObject({ outcome: 'not-collecting' });
    expect(await owner.query('SELECT FROM sealed_record')).toEqual([]);
  });

  it('records nothing while a submission is being signed, but answers holders recorded before', async () => {
    await record(tag);
    await owner.query(`UPDATE round SET held_until = now() + interval '5 minutes'`);
    expect(await record(tag)).toMatchObject({ outcome: 'already' });
    const held = (await record(Buffer.alloc(16, 2))) as { outcome: string; retry_after: number };
    expect(held.outcome).toBe('held');
    expect(held.retry_after).toBeGreaterThan(0);
    expect(held.retry_after).toBeLessThanOrEqual(300);
    await owner.query(`UPDATE round SET held_until = now() - interval '1 second'`);
    expect(await record(Buffer.alloc(16, 2))).toMatchObject({ outcome: 'recorded' });
  });

  it('does not wait for an exclusive lock on the round', async () => {
    await record(tag);
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock(round_lock_key($1))', [round]);
    expect(await record(Buffer.alloc(16, 2))).toMatchObject({ outcome: 'held', retry_after: 1 });
    expect(await record(tag)).toMatchObject({ outcome: 'already' });
    await runner.query(`UPDATE round SET collecting = false`);
    await runner.commitTransaction();
    await runner.release();
    expect(await record(Buffer.alloc(16, 2))).toMatchObject({ outcome: 'not-collecting' });
  });

  it('keeps whoever wants the round exclusively waiting until it is committed', async () => {
    const runner = intake.createQueryRunner();
    await runner.startTransaction();
    const sql =
      'SELECT outcome FROM record_co_signatures(ARRAY[$1::uuid], $2, $3, ARRAY[$4::date], $5, ARRAY[6])';
    await runner.query(sql, [round, tag, randomBytes(32), '2025-08-01', Buffer.from('record')]);
    const impatient = await createDataSource({
      url: database.url,
      role: 'lianshu_checking',
      limits: { lock: 1 },
    }).initialize();
    const lock = (): Promise<unknown> => impatient.query('SELECT lock_round($1)', [round]);
    await expect(lock()).rejects.toMatchObject({ sqlState: '55P03' });
    await runner.commitTransaction();
    await runner.release();
    expect(await lock()).toEqual([{ lock_round: '' }]);
    await impatient.destroy();
  });

  it('shows the check no record of a round before submission, and all of them after', async () => {
    await record(tag);
    expect(await checking.query('SELECT * FROM sealed_record')).toEqual([]);
    await owner.query(
      `UPDATE round SET collecting = false, submitted_at = now(), submission_statement = '', submission_wrapped_key = '',
         submitted_count = 1, submitted_root = ''`,
    );
    expect(await checking.query('SELECT signed_on::text FROM sealed_record')).toEqual([
      { signed_on: '2025-08-01' },
    ]);
  });

  it.each([
    ['staff', 'pretend a submission', 'UPDATE round SET submitted_at = now()'],
    ['staff', 'insert a record', `INSERT INTO sealed_record SELECT gen_random_uuid(), '', '', '', now()`],
    ['staff', 'delete a record', 'DELETE FROM sealed_record'],
    [
      'staff',
      'write records',
      `SELECT record_co_signatures(ARRAY['${round}'::uuid], '', '', ARRAY[now()::date], '', ARRAY[0])`,
    ],
    ['staff', 'change a text', `UPDATE referendum_case SET main_text = '別的主文'`],
    ['staff', 'change a threshold', 'UPDATE referendum_case SET threshold = 1'],
    ['staff', 'change a last day', `UPDATE round SET last_day = '2030-01-01'`],
    ['intake', 'delete a record', 'DELETE FROM sealed_record'],
    ['intake', 'change a record', `UPDATE sealed_record SET record = ''`],
    ['intake', 'change a round', 'UPDATE round SET collecting = false'],
  ])('does not let %s %s', async (who, _what, sql) => {
    await expect((who === 'staff' ? staff : intake).query(sql)).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('destroys the records of a closed case once they are due, without telling how many there were', async () => {
    await record(tag);
    const destroy = (day: string): Promise<unknown> =>
      checking.query(`SELECT destroy_records('9001', $1)`, [day]);
    await expect(destroy('2028-02-01')).rejects.toMatchObject({ sqlState: '42501' });
    await owner.query('UPDATE round SET collecting = false');
    await owner.query(`UPDATE referendum_case SET state = 'lapsed'`);
    await expect(destroy('2028-02-01')).rejects.toMatchObject({ sqlState: '42501' });
    await checking.query(`UPDATE referendum_case SET records_kept_until = '2028-01-31'`);
    await expect(destroy('2028-01-31')).rejects.toMatchObject({ sqlState: '42501' });
    expect(await destroy('2028-02-01')).toEqual([{ destroy_records: '' }]);
    expect(await owner.query('SELECT FROM sealed_record')).toEqual([]);
  });

  it('destroys the records of a case closed before its day was stored by the day given', async () => {
    await record(tag);
    await owner.query('UPDATE round SET collecting = false');
    await owner.query(`UPDATE referendum_case SET state = 'lapsed'`);
    const destroy = (keptUntil: string): Promise<unknown> =>
      checking.query(`SELECT destroy_records('9001', '2028-02-01', $1)`, [keptUntil]);
    await expect(destroy('2028-02-01')).rejects.toMatchObject({ sqlState: '42501' });
    await destroy('2028-01-31');
    expect(await owner.query('SELECT FROM sealed_record')).toEqual([]);
  });

  it('believes no given day where days are the server’s own', async () => {
    await record(tag);
    await owner.query('UPDATE round SET collecting = false');
    await owner.query(`UPDATE referendum_case SET state = 'lapsed', records_kept_until = current_date + 1`);
    await owner.query('DELETE FROM given_days');
    const given = checking.query(`SELECT destroy_records('9001', current_date + 2)`);
    await expect(given).rejects.toMatchObject({ sqlState: '42501' });
    await owner.query(`INSERT INTO given_days VALUES ('given')`);
    await checking.query(`SELECT destroy_records('9001', current_date + 2)`);
    expect(await owner.query('SELECT FROM sealed_record')).toEqual([]);
  });
});
