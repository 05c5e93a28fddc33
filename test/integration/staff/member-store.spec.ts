import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresMemberStore } from '../../../src/adapters/postgres/staff/member-store.js';
import { type AuditAction, type AuditEntry, verifyAuditChain } from '../../../src/audit/index.js';
import { fail, ok } from '../../../src/core/result.js';
import type { StaffMember } from '../../../src/staff/index.js';
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
const entry = (action: AuditAction): AuditEntry => ({ at: new Date(0), actor: 'system', action });
const actions = async () => (await log.page(0, 1000)).map(({ action }) => action);
const write = (member: StaffMember, action: AuditAction) =>
  store.change(() => ok({ member, entry: entry(action) }));

async function added(name: string): Promise<StaffMember> {
  const certificateDigest = randomBytes(32);
  const member: StaffMember = {
    ...{ id: randomUUID(), name, certificateDigest, active: true },
    roles: ['auditor', 'verifier'],
  };
  await write(member, 'staff-member-added');
  return member;
}

describe('the members of staff', () => {
  it('are listed by name, active or not', async () => {
    const [second, first] = [await added('b'), await added('a')];
    await write({ ...first, active: false }, 'staff-member-deactivated');
    expect(await store.list()).toEqual([{ ...first, active: false }, second]);
  });

  const changes: readonly [AuditAction, Partial<StaffMember>][] = [
    ['staff-member-deactivated', { active: false }],
    ['staff-member-roles-changed', { roles: ['registrar'] }],
  ];

  it.each(changes)(
    '%s is answered, stored and logged; other members are unchanged',
    async (action, change) => {
      const [member, other] = [await added(action), await added('other')];
      const events = (await actions()).length;
      const after = { ...member, ...change };
      expect(await write(after, action)).toEqual({ ok: true, value: after });
      const listed = await store.list();
      expect(listed.find(({ id }) => id === member.id)).toEqual(after);
      expect(listed.find(({ id }) => id === other.id)).toEqual(other);
      expect((await actions()).slice(events)).toEqual([action]);
    },
  );

  it('are changed one after the other: each decision sees all before it', async () => {
    const member = await added('many at once');
    const events = (await actions()).length;
    const once = () =>
      store.change((members) =>
        members.find(({ id }) => id === member.id)?.active === true
          ? ok({ member: { ...member, active: false }, entry: entry('staff-member-deactivated') })
          : fail('late'),
      );
    const answers = await Promise.all(Array.from({ length: 8 }, once));
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect((await actions()).slice(events)).toEqual(['staff-member-deactivated']);
  });

  it('are as they were where nothing was decided', async () => {
    const before = [await store.list(), await actions()];
    expect(await store.change(() => fail('no'))).toEqual({ ok: false, failure: { code: 'no' } });
    expect([await store.list(), await actions()]).toEqual(before);
  });

  it('lose their sessions in the transaction that removes them, and stay removed', async () => {
    const [member, other] = [await added('removed'), await added('stays')];
    const owner = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
    for (const { id } of [member, other])
      await owner.query(
        `INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256($1), $2, sha256('c'), sha256('h'), 'infinity', 'sealed')`,
        [Buffer.from(id), id],
      );
    await write({ ...member, active: false }, 'staff-member-deactivated');
    const rows = await owner.query<object[]>('SELECT member_id, ended FROM session ORDER BY ended');
    expect(rows).toEqual([
      { member_id: other.id, ended: false },
      { member_id: member.id, ended: true },
    ]);
    await owner.destroy();
    await expect(write(member, 'staff-member-added')).rejects.toThrow('23000');
  });

  it.each(changes)('%s is rolled back if it can’t be logged', async (action, change) => {
    const member = await added(action);
    const before = [await store.list(), await actions()];
    const failing = await connected();
    interceptStatements(failing, (_index, sql, run) =>
      /INSERT INTO "audit_event"/.test(sql) ? Promise.reject(new Error('no room')) : run(),
    );
    const refused = new PostgresMemberStore(failing).change(() =>
      ok({ member: { ...member, ...change }, entry: entry(action) }),
    );
    await expect(refused).rejects.toThrow('no room');
    await failing.destroy();
    expect([await store.list(), await actions()]).toEqual(before);
  });

  it('leave a log that verifies', async () => {
    expect(verifyAuditChain(await log.page(0, 1000), await log.head())).toMatchObject({ ok: true });
  });
});
