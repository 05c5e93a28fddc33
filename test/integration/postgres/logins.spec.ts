import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/index.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { migrate, refuseOldServer, requireCurrentSchema } from '../../../src/adapters/postgres/database.js';
import { derivedUrls } from '../../../src/adapters/postgres/logins.js';
import { databaseRoles, loginUrl } from '../../../src/adapters/postgres/roles.js';
import {
  asOwner,
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../../support/postgres/database.js';

const owner = 'postgresql://owner:secret@127.0.0.1:5432/lianshu';

describe('a derived login', () => {
  it('is the role’s own, with a password for each role', () => {
    const urls = databaseRoles.map((role) => new URL(loginUrl(owner, role)));
    expect(urls.map(({ username }) => username)).toEqual(databaseRoles);
    expect(new Set(urls.map(({ password }) => password)).size).toBe(databaseRoles.length);
    for (const { password, host, pathname } of urls) {
      expect(password).toMatch(/^[\w-]{43}$/);
      expect([host, pathname]).toEqual(['127.0.0.1:5432', '/lianshu']);
    }
  });

  it('is HMAC-SHA-256 of the role’s name with the owner’s password', () => {
    // printf 'lianshu login lianshu_staff' | openssl dgst -sha256 -hmac secret -binary | basenc --base64url | tr -d =
    const { password } = new URL(loginUrl(owner, 'lianshu_staff'));
    expect(password).toBe('xFUjGreI7iAfTNf68RY18xAJTS2iMGp5jq5OdrMEgPY');
  });

  it('differs where the owner’s password does', () => {
    const other = owner.replace('secret', 'other');
    expect(loginUrl(owner, 'lianshu_lead')).not.toBe(
      loginUrl(other, 'lianshu_lead').replace('other', 'secret'),
    );
  });

  it('is the given URL where that is the role’s own already', () => {
    const own = owner.replace('owner', 'lianshu_lead');
    expect(loginUrl(own, 'lianshu_lead')).toBe(own);
  });

  it('is refused where the owner has no password to derive it from', () => {
    expect(() => loginUrl('postgresql://owner@127.0.0.1/lianshu', 'lianshu_lead')).toThrow(
      'configuration-wrong',
    );
  });
});

describe('a server', () => {
  it.each([14, 15])('of PostgreSQL %d is refused', (version) => {
    expect(() => refuseOldServer(version)).toThrow('database-too-old');
  });

  it.each([16, 18])('of PostgreSQL %d is taken', (version) => {
    expect(() => refuseOldServer(version)).not.toThrow();
  });
});

describe('an owner who is no superuser', () => {
  const login = `owner_${randomBytes(6).toString('hex')}`;
  let database: TestDatabase;
  let url: string;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await asOwner(database.url, async (query) => {
      await query(`CREATE ROLE ${login} LOGIN PASSWORD 'owner'`);
      await query(`GRANT ${databaseRoles.join(', ')} TO ${login}`);
      await query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${login}`);
    });
    const changed = new URL(database.url);
    changed.username = login;
    changed.password = 'owner';
    url = changed.href;
  });
  afterAll(async () => {
    await database.drop();
    const { url: other, drop } = await createEmptyDatabase();
    await asOwner(other, (query) => query(`DROP ROLE ${login}`));
    await drop();
  });

  it('migrates for roles that an administrator made, each of which then finds the schema', async () => {
    const ran = await migrate(url, { urls: derivedUrls(database.url) });
    expect(ran).toEqual(migrations.map(({ name }) => name));
    for (const role of databaseRoles) {
      const dataSource = await createDataSource({ url: database.url, role, poolSize: 1 }).initialize();
      await expect(requireCurrentSchema(dataSource)).resolves.toBeUndefined();
      await dataSource.destroy();
    }
  });

  it('can’t close the catalog: that is admitted', async () => {
    const staff = await createDataSource({
      url: database.url,
      role: 'lianshu_staff',
      poolSize: 1,
    }).initialize();
    await expect(staff.query(`SELECT pg_relation_size('sealed_record')`)).resolves.toHaveLength(1);
    await expect(staff.query('SELECT FROM sealed_record')).rejects.toMatchObject({ sqlState: '42501' });
    await staff.destroy();
  });
});

it('every migration from the roles’ logins on can be taken back and run again; another database of the server is left alone', async () => {
  const other = await createTestDatabase();
  await migrate(other.url);
  const database = await createEmptyDatabase();
  await migrate(database.url);
  const dataSource = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  const first = migrations.findIndex(({ name }) => name.endsWith('0030'));
  const last = migrations.slice(first);
  expect(last.length).toBeGreaterThan(5);
  for (const { name } of last.toReversed()) {
    await dataSource.undoLastMigration();
    const [newest] = await dataSource.query<{ name: string }[]>(
      'SELECT name FROM migration ORDER BY id DESC LIMIT 1',
    );
    expect(newest?.name).not.toBe(name);
  }
  for (const role of databaseRoles) {
    const elsewhere = await createDataSource({ url: other.url, role, poolSize: 1 }).initialize();
    await elsewhere.destroy();
  }
  expect(await dataSource.runMigrations()).toHaveLength(last.length);
  await dataSource.destroy();
  await other.drop();
  await database.drop();
});
