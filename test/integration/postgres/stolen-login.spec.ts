import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { migrate } from '../../../src/adapters/postgres/database.js';
import { derivedUrls } from '../../../src/adapters/postgres/logins.js';
import { type DatabaseRole, databaseRoles } from '../../../src/adapters/postgres/roles.js';
import { contentsOf, createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';
import { type Attempt, type AttemptKind, attemptsOfAnybody } from '../../support/stolen-logins/attempt.js';
import { attemptsOfChecking, attemptsOfIntake, attemptsOfLead } from '../../support/stolen-logins/others.js';
import { ids, insertScene } from '../../support/stolen-logins/scene.js';
import { attemptsOfStaff } from '../../support/stolen-logins/staff.js';

// Somebody has a role's own credentials and writes SQL of their own, without the program. Each attempt is refused by the database,
// or the threat model admits it.

let database: TestDatabase;
let owner: DataSource;
const clients = new Map<DatabaseRole, pg.Client>();

beforeAll(async () => {
  database = await createTestDatabase();
  // A copy doesn't have what the migration takes from everybody on the database itself.
  await migrate(database.url, { givenDays: true });
  owner = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
  await insertScene(owner);
  const urls = derivedUrls(database.url);
  for (const role of databaseRoles) {
    const client = new pg.Client({ connectionString: urls[role] });
    await client.connect();
    clients.set(role, client);
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await owner.destroy();
  await database.drop();
});

const attemptsOf: Readonly<Record<DatabaseRole, readonly Attempt[]>> = {
  lianshu_intake: attemptsOfIntake,
  lianshu_lead: attemptsOfLead,
  lianshu_staff: attemptsOfStaff,
  lianshu_checking: attemptsOfChecking,
};

/** How an attempt ends: a SQLSTATE, or the number of rows that its last statement saw or changed. */
async function outcomeOf(role: DatabaseRole, sql: string): Promise<string | number> {
  const client = clients.get(role);
  if (client === undefined) throw new Error(`${role} is not connected`);
  await client.query('BEGIN');
  try {
    const results: unknown = await client.query(sql);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult;
    return last.rowCount ?? 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? 'without code';
    throw error;
  } finally {
    await client.query('ROLLBACK');
    await client.query('RESET ALL');
  }
}

const refused = /^[0-9A-Z]{5}$/;

describe.each(databaseRoles)('with the credentials of %s', (role) => {
  const all = [...attemptsOfAnybody, ...attemptsOf[role]];

  it('logs in as that role, and has no other to fall back to', async () => {
    const client = clients.get(role);
    const answer = await client?.query<object>(
      `SELECT session_user::text AS login, current_user::text AS now,
         (SELECT count(*)::int FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = session_user) AS memberships,
         (SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication FROM pg_roles
          WHERE rolname = session_user) AS mighty`,
    );
    expect(answer?.rows).toEqual([{ login: role, now: role, memberships: 0, mighty: false }]);
  });

  it.each(all)('$kind: $what ends with $ends', async ({ sql, ends }) => {
    const outcome = await outcomeOf(role, sql);
    if (refused.test(ends)) expect(outcome).toBe(ends);
    else if (ends === 'no row') expect(outcome).toBe(0);
    else expect(typeof outcome).toBe('number');
  });
});

it('what staff learn from transaction numbers is how many transactions there were, in all cases together', async () => {
  const staff = clients.get('lianshu_staff');
  const marked = async (): Promise<number> => {
    const sql = `INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256(random()::text::bytea), $1, '\\x01', '\\x02', now(), 'sealed') RETURNING xmin::text AS number`;
    const rows = await staff?.query<{ number: string }>(sql, [ids.approver]);
    return Number(rows?.rows[0]?.number);
  };
  const before = await marked();
  const intake = clients.get('lianshu_intake');
  for (let count = 0; count < 7; count += 1)
    await intake?.query(
      `SELECT record_co_signatures(ARRAY[$1::uuid], $2, sha256($2), ARRAY['2025-08-01'::date], 'noise', ARRAY[5])`,
      [ids.collecting, Buffer.alloc(16, 100 + count)],
    );
  // Tests beside this one have transactions on the same server: no fewer than ours.
  expect((await marked()) - before).toBeGreaterThan(7);
});

describe('the attempts', () => {
  const threatModel = readFileSync(path.join(import.meta.dirname, '../../../docs/threat-model.md'), 'utf8');
  const all = [attemptsOfAnybody, ...Object.values(attemptsOf)].flat();
  const kinds: readonly AttemptKind[] = [
    ...(['read', 'count', 'estimate', 'forge', 'stop', 'destroy', 'lock', 'escalate'] as const),
  ];

  it.each(kinds)('%s is tried, and refused somewhere', (kind) => {
    expect(all.filter((each) => each.kind === kind && refused.test(each.ends)).length).toBeGreaterThan(1);
  });

  it('are more than sixty', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  it('that aren’t refused are admitted in the threat model, and it admits no others', () => {
    const residues = all.map(({ ends }) => ends).filter((ends) => !refused.test(ends) && ends !== 'no row');
    const admitted = [...threatModel.matchAll(/<a id="([a-z-]+)"><\/a>/g)].map(([, anchor]) => anchor);
    expect([...new Set(residues)].sort()).toEqual([...admitted].sort());
  });

  it('changed nothing', async () => {
    const before = await contentsOf(database);
    for (const role of databaseRoles)
      for (const { sql } of [...attemptsOfAnybody, ...attemptsOf[role]]) await outcomeOf(role, sql);
    expect(await contentsOf(database)).toEqual(before);
  });
});
