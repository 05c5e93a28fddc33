import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresMemberStore } from '../../../src/adapters/postgres/staff/member-store.js';
import { type AuditEntry, verifyAuditChain } from '../../../src/audit/index.js';
import type { MemberChange, StaffMember } from '../../../src/staff/index.js';
import {
  createTestDatabase,
  interceptStatements,
  type TestDatabase,
} from '../../support/postgres/database.js';

let database: TestDatabase;
let staff: DataSource;
let store: PostgresMemberStore;
let log: PostgresAuditLog;

beforeAll(async () => {
  database = await createTestDatabase();
  staff = await connected();
  store = new PostgresMemberStore(staff);
  log = new PostgresAuditLog(staff);
});

afterAll(async () => {
  await staff.destroy();
  await database.drop();
});

const connected = () =>
  createDataSource({ url: database.url, role: 'lianshu_checking', poolSize: 10 }).initialize();
const entry = (action: string): AuditEntry => ({ at: new Date(0), actor: 'system', action });
const actions = async () => (await log.page(0, 1000)).map(({ action }) => action);

async function added(name: string): Promise<StaffMember> {
  const certificateDigest = randomBytes(32);
  const member: StaffMember = {
    ...{ id: randomUUID(), name, certificateDigest, active: true },
    roles: ['auditor', 'verifier'],
  };
  await store.add(member, entry('added'));
  return member;
}

describe('the members of staff', () => {
  it('are listed by name, active or not', async () => {
    const [second, first] = [await added('b'), await added('a')];
    await store.change(first.id, { active: false }, entry('off'));
    expect(await store.list()).toEqual([{ ...first, active: false }, second]);
  });

  const changes: readonly [string, MemberChange][] = [
    ['taking one off', { active: false }],
    ['other roles', { roles: ['registrar'] }],
  ];

  it.each(changes)('%s is answered, stored and logged; other members are unchanged', async (name, change) => {
    const [member, other] = [await added(name), await added('other')];
    const events = (await actions()).length;
    expect(await store.change(member.id, change, entry(name))).toEqual({ ...member, ...change });
    const listed = await store.list();
    expect(listed.find(({ id }) => id === member.id)).toEqual({ ...member, ...change });
    expect(listed.find(({ id }) => id === other.id)).toEqual(other);
    expect((await actions()).slice(events)).toEqual([name]);
  });

  it.each(changes)('%s again, or many times at once, is logged once', async (name, change) => {
    const member = await added(name);
    const events = (await actions()).length;
    const same = () => store.change(member.id, change, entry(name));
    const answers = await Promise.all(Array.from({ length: 8 }, same));
    expect([...answers, await same()]).toEqual(Array.from({ length: 9 }, () => ({ ...member, ...change })));
    expect((await actions()).slice(events)).toEqual([name]);
  });

  it('deactivating a member while their roles change applies both changes', async () => {
    const member = await added('both');
    await Promise.all(changes.map(([name, change]) => store.change(member.id, change, entry(name))));
    const found = (await store.list()).find(({ id }) => id === member.id);
    expect(found).toEqual({ ...member, active: false, roles: ['registrar'] });
  });

  it.each(changes)('%s of an unknown member changes and logs nothing', async (name, change) => {
    const before = [await store.list(), await actions()];
    expect(await store.change(randomUUID(), change, entry(name))).toBeUndefined();
    expect([await store.list(), await actions()]).toEqual(before);
  });

  it.each(changes)('%s is rolled back if it can’t be logged', async (name, change) => {
    const member = await added(name);
    const before = [await store.list(), await actions()];
    const failing = await connected();
    interceptStatements(failing, (_index, sql, run) =>
      /INSERT INTO "audit_event"/.test(sql) ? Promise.reject(new Error('no room')) : run(),
    );
    const refused = new PostgresMemberStore(failing).change(member.id, change, entry(name));
    await expect(refused).rejects.toThrow('no room');
    await failing.destroy();
    expect([await store.list(), await actions()]).toEqual(before);
  });

  it('leave a log that verifies', async () => {
    expect(verifyAuditChain(await log.page(0, 1000), await log.head())).toMatchObject({ ok: true });
  });
});
