import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  appendAuditEvent,
  chainStaffEntries,
  noteStaffEntry,
  PostgresAuditLog,
} from '../../../src/adapters/postgres/audit-log.js';
import { PostgresCheckpointStore } from '../../../src/adapters/postgres/checkpoint-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { type AuditEntry, exportAuditLog, signedDataLine } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { verifyEvents } from '../../support/audit/platform.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

let database: TestDatabase;
let owner: DataSource;
let staff: DataSource;
let checking: DataSource;
let log: PostgresAuditLog;
let checkpoints: PostgresCheckpointStore;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url }).initialize();
  staff = await createDataSource({ url: database.url, role: 'lianshu_staff' }).initialize();
  checking = await createDataSource({ url: database.url, role: 'lianshu_checking' }).initialize();
  log = new PostgresAuditLog(staff, checking);
  checkpoints = new PostgresCheckpointStore(checking);
});

afterAll(async () => {
  await Promise.all([owner, staff, checking].map((each) => each.destroy()));
  await database.drop();
});

afterEach(async () => {
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
  await owner.query('TRUNCATE audit_event');
  await owner.query('ALTER TABLE audit_event ENABLE TRIGGER USER');
});

const entry = (n: number): AuditEntry => ({
  at: new Date(Date.UTC(2026, 2, 1, 0, 0, 0, n)),
  actor: 'system',
  action: 'case-registered',
  caseNumber: '9001' as CaseNumber,
  details: { n, nested: { 案: ['一', null, true] } },
});

const exported = async () => {
  const lines: string[] = [];
  for await (const line of exportAuditLog({ log, checkpoints })) lines.push(line.trimEnd());
  return lines;
};

describe('the audit log', () => {
  it('stays one chain when several append at the same time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => log.append(entry(n))));
    const lines = await exported();
    expect(lines).toHaveLength(40);
    expect(await verifyEvents(lines, await log.head())).toMatchObject({
      ok: true,
      value: { head: { seq: 40 } },
    });
  });

  it('is rolled back with its transaction', async () => {
    await log.append(entry(1));
    const broken = checking.transaction(async (manager) => {
      await appendAuditEvent(manager, entry(2));
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await log.append(entry(3));
    expect(await verifyEvents(await exported())).toMatchObject({ ok: true, value: { head: { seq: 2 } } });
  });

  it('gives pages in order', async () => {
    for (let n = 0; n < 5; n++) await log.append(entry(n));
    expect((await log.page(2, 2)).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(await log.page(5, 10)).toEqual([]);
  });

  const changes = [
    `UPDATE audit_event SET actor = 'nobody'`,
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    `UPDATE audit_event SET action = action WHERE false`,
  ];
  it.each(changes)('refuses staff, the check and even the owner: %s', async (statement) => {
    await log.append(entry(1));
    await expect(staff.query(statement)).rejects.toThrow(/^database error 42501/);
    await expect(checking.query(statement)).rejects.toThrow(/^database error 42501/);
    await expect(owner.query(statement)).rejects.toThrow(/^database error P0001/);
    expect(await verifyEvents(await exported(), await log.head())).toMatchObject({ ok: true });
  });

  it('cannot have two events after the same one', async () => {
    const event = await log.append(entry(1));
    const fork = `INSERT INTO audit_event SELECT 2, at, actor, action, case_number, details, previous, sha256(hash) FROM audit_event WHERE seq = $1`;
    await expect(checking.query(fork, [event.seq])).rejects.toThrow(/^database error 23505/);
  });

  it('shows a change made by somebody with full access to the database', async () => {
    for (let n = 0; n < 5; n++) await log.append(entry(n));
    const head = await log.head();
    await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
    await owner.query(`UPDATE audit_event SET details = '{"n":7}' WHERE seq = 3`);
    expect(await verifyEvents(await exported())).toMatchObject({
      failure: { code: 'audit-event-altered', values: { line: 3 } },
    });
    await owner.query('DELETE FROM audit_event WHERE seq >= 3');
    expect(await verifyEvents(await exported(), head)).toMatchObject({
      failure: { code: 'audit-head-differs' },
    });
  });

  describe('has what staff wrote beside it', () => {
    const member = `staff:${randomUUID()}` as const;
    const staffEntry = (n: number): AuditEntry => ({
      ...entry(n),
      actor: member,
      action: 'approval-requested',
    });
    const note = (n: number): Promise<void> =>
      staff.transaction((manager) => noteStaffEntry(manager, staffEntry(n)));

    it.each([
      ['page', async () => (await log.page(0, 10)).length],
      ['head', async () => (await log.head()).seq],
    ])('in its order, before %s answers', async (_what, answer) => {
      await log.append(entry(1));
      await note(3);
      await note(2);
      expect(await answer()).toBe(3);
      const events = await log.page(1, 10);
      expect(events.map(({ actor, details }) => [actor, details.n])).toEqual([
        [member, 3],
        [member, 2],
      ]);
      expect(await verifyEvents(await exported())).toMatchObject({ ok: true, value: { head: { seq: 3 } } });
    });

    it('once, however many chain it at once', async () => {
      await note(1);
      await Promise.all(Array.from({ length: 5 }, () => chainStaffEntries(checking)));
      expect((await log.head()).seq).toBe(1);
    });

    it('later, when the chain can’t be reached now', async () => {
      await note(1);
      await chainStaffEntries(staff);
      expect((await log.head()).seq).toBe(1);
    });

    it.each([
      ['no JSON', '{'],
      ['no object', '[1]'],
      ['not canonical', '{ "a":1}'],
      ['a number that JSON can’t hold', '{"a":1e999}'],
      ['nested too deeply to read', '['.repeat(900)],
    ])('with details that are %s, by their digest', async (_what, details) => {
      await staff.query(
        `INSERT INTO staff_audit_entry (at, actor, action, details) VALUES ('2026-03-01', $1, 'staff-signed-in', $2)`,
        [member, details],
      );
      const [event] = await log.page(0, 1);
      expect(event?.details).toEqual({ unreadable: sha256Hex(details) });
      expect(await verifyEvents(await exported())).toMatchObject({ ok: true });
    });
  });

  it('is closed to the intake', async () => {
    const intake = await createDataSource({ url: database.url, role: 'lianshu_intake' }).initialize();
    await expect(intake.query('SELECT FROM audit_event')).rejects.toThrow(/^database error 42501/);
    await intake.destroy();
  });

  describe('keeps what was signed for its events', () => {
    const signedData = Buffer.from('a SignedData');
    const act: AuditEntry = { ...entry(1), action: 'round-submitted', actor: 'lead', signedData };
    const kept = () => owner.query<object[]>('SELECT sha256, signed_data FROM audit_signed_data');

    it('in the transaction of the event, once, and names it by its SHA-256', async () => {
      const lead = await createDataSource({ url: database.url, role: 'lianshu_lead' }).initialize();
      const write = (broken: boolean) =>
        lead.transaction(async (manager) => {
          await appendAuditEvent(manager, act);
          if (broken) throw new Error('rolled back');
        });
      await expect(write(true)).rejects.toThrow('rolled back');
      expect(await kept()).toEqual([]);
      await write(false);
      await write(false);
      await lead.destroy();
      const digest = sha256Hex(signedData);
      expect((await log.page(0, 9)).map(({ details }) => details.signature)).toEqual([digest, digest]);
      expect(await kept()).toHaveLength(1);
      expect(await log.signedData([digest, '0'.repeat(64)])).toEqual(new Map([[digest, signedData]]));
      expect((await exported()).filter((line) => line === signedDataLine(signedData))).toHaveLength(2);
    });

    it('for staff, too', async () => {
      const member = `staff:${randomUUID()}` as const;
      const approval = Buffer.from('an approval');
      await staff.transaction((manager) =>
        noteStaffEntry(manager, {
          ...entry(1),
          actor: member,
          action: 'approval-approved',
          signedData: approval,
        }),
      );
      const [event] = await log.page(0, 1);
      expect(event?.details.signature).toBe(sha256Hex(approval));
      expect((await log.signedData([sha256Hex(approval)])).size).toBe(1);
    });

    it.each([`UPDATE audit_signed_data SET signed_data = 'x'`, 'DELETE FROM audit_signed_data'])(
      'for good: %s',
      async (statement) => {
        await expect(owner.query(statement)).rejects.toThrow(/^database error P0001/);
      },
    );
  });
});
