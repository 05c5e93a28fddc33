import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { PostgresCheckpointStore } from '../../../src/adapters/postgres/checkpoint-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import {
  checkpointLine,
  emptyChain,
  exportAuditLog,
  type StoredCheckpoint,
} from '../../../src/audit/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

let database: TestDatabase;
let owner: DataSource;
let intake: DataSource;
let checking: DataSource;
let store: PostgresCheckpointStore;

const checkpoint = (number: number, change: Partial<StoredCheckpoint> = {}): StoredCheckpoint => ({
  number,
  events: 0,
  issuedAt: new Date(Date.UTC(2026, 2, 2, number)),
  jws: `checkpoint ${String(number)}`,
  ...change,
});

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url }).initialize();
  intake = await createDataSource({ url: database.url, role: 'lianshu_intake' }).initialize();
  checking = await createDataSource({ url: database.url, role: 'lianshu_checking' }).initialize();
  store = new PostgresCheckpointStore(checking);
});

afterAll(async () => {
  await Promise.all([owner, intake, checking].map((each) => each.destroy()));
  await database.drop();
});

describe('checkpoints', () => {
  it('are added one after another; of several of one number one stays', async () => {
    expect(await store.last()).toBeUndefined();
    const tries = await Promise.all(Array.from({ length: 6 }, () => store.add(checkpoint(1))));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await store.add(checkpoint(1, { jws: 'another' }))).toBe(false);
    for (const number of [2, 3, 4]) expect(await store.add(checkpoint(number))).toBe(true);
    expect(await store.last()).toEqual(checkpoint(4));
    expect(await store.after(2, 9)).toEqual([checkpoint(3), checkpoint(4)]);
  });

  it('are read by anybody with the intake’s rights, the latest first', async () => {
    const published = new PostgresCheckpointStore(intake);
    expect((await published.page(undefined, 2)).map(({ number }) => number)).toEqual([4, 3]);
    expect((await published.page(3, 9)).map(({ number }) => number)).toEqual([2, 1]);
    await expect(published.add(checkpoint(5))).rejects.toThrow(/^database error 42501/);
  });

  it('of an hour that has one are not added', async () => {
    const sameHour = new Date(Date.UTC(2026, 2, 2, 4, 59, 59));
    expect(await store.add(checkpoint(5, { issuedAt: sameHour }))).toBe(false);
  });

  it.each<[string, StoredCheckpoint]>([
    ['with a number left out', checkpoint(6)],
    ['earlier than the last', checkpoint(5, { issuedAt: new Date(Date.UTC(2026, 2, 2, 0)) })],
    ['of fewer events than the last', checkpoint(5, { events: -1 })],
    ['of the future', checkpoint(5, { issuedAt: new Date(Date.UTC(2999, 0, 1)) })],
  ])('are refused %s, whoever adds them', async (_what, refused) => {
    await owner.query('DELETE FROM given_days');
    await expect(store.add(refused)).rejects.toThrow(/^database error 23/);
    expect(await store.last()).toEqual(checkpoint(4));
  });

  it.each([
    `UPDATE audit_checkpoint SET jws = 'x'`,
    'DELETE FROM audit_checkpoint',
    'TRUNCATE audit_checkpoint',
  ])('stay: %s', async (statement) => {
    await expect(checking.query(statement)).rejects.toThrow(/^database error 42501/);
    await expect(owner.query(statement)).rejects.toThrow(/^database error P0001/);
  });

  it('are exported where they belong, and also those whose events are gone', async () => {
    await owner.query('ALTER TABLE audit_checkpoint DISABLE TRIGGER USER');
    await owner.query(
      `UPDATE audit_checkpoint SET events = CASE number WHEN 1 THEN 0 WHEN 4 THEN 9 ELSE 1 END`,
    );
    const log = new PostgresAuditLog(checking);
    const event = await log.append({ at: new Date(0), actor: 'system', action: 'staff-emergency' });
    expect(event.previous).toBe(emptyChain.hash);
    const lines: string[] = [];
    for await (const line of exportAuditLog({ log, checkpoints: store })) lines.push(line.trimEnd());
    const jws = (number: number) => checkpointLine(checkpoint(number).jws);
    expect(lines).toEqual([jws(1), expect.stringContaining('"seq":1'), jws(2), jws(3), jws(4)]);
  });
});
