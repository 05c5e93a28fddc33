import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/clock/system-clock.js';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { migrate } from '../../src/adapters/postgres/database.js';
import { freePort } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { derivedUrls } from '../../src/adapters/postgres/logins.js';
import { startApplication } from '../../src/application.js';
import type { Configuration } from '../../src/configuration/configuration.js';
import { platformFiles } from '../../src/devkit/index.js';
import { demoPki } from '../support/demo-pki.js';
import { StartFailure } from '../../src/configuration/start-failure.js';
import { processesMentioning, Spawned } from '../support/cli/spawned.js';
import { asOwner, createTestDatabase, type TestDatabase } from '../support/postgres/database.js';

// What a start that fails, and an end, leave behind: nothing.

/** A login's URL for another database of its server. */
function onDatabase(url: string, other: string): string {
  const changed = new URL(url);
  changed.pathname = new URL(other).pathname;
  return changed.href;
}

let database: TestDatabase;
let folder: string;
let occupied: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'lianshu-start-'));
  const pki = demoPki({ at: new Date(), address: 'http://127.0.0.1:9' });
  for (const [name, content] of platformFiles(pki)) {
    const file = path.join(folder, 'home', name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600 });
  }
  occupied = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => occupied.once('listening', resolve));
});

afterAll(async () => {
  occupied.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const configuration = (changes: Partial<Configuration> = {}): Configuration => ({
  databaseUrl: database.url,
  home: path.join(folder, 'home'),
  archive: path.join(folder, 'home', 'archive'),
  host: '127.0.0.1',
  port: 0,
  origin: undefined,
  logLevel: 'fatal',
  rateLimits: false,
  trustedProxies: 0,
  ...changes,
});

/** Connections of the application to the test's database. */
const connections = (): Promise<number> =>
  asOwner(database.url, async (query) => {
    const rows = await query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return rows.length;
  });

const occupiedPort = (): number => (occupied.address() as AddressInfo).port;

describe('a start that fails', () => {
  it('because the port is taken says so, and closes its connections', async () => {
    const start = startApplication(configuration({ port: occupiedPort() }), systemClock);
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
    expect(await connections()).toBe(0);
  });

  it('because the port is taken ends the PostgreSQL it started', async () => {
    const home = path.join(folder, 'home');
    const start = startApplication(
      configuration({ databaseUrl: undefined, port: occupiedPort() }),
      systemClock,
    );
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(processesMentioning(path.join(home, 'postgres'))).toEqual([]);
  });

  it('because the owner may not give the roles their logins closes its connections', async () => {
    const { hostname, port, pathname } = new URL(database.url);
    const login = path.basename(folder).replace(/\W/g, '_').toLowerCase();
    await asOwner(database.url, async (query) => {
      await query(`CREATE ROLE ${login} LOGIN PASSWORD 'start' IN ROLE lianshu_intake, lianshu_staff`);
      // As the database's owner would have them.
      for (const name of ['pg_advisory_lock', 'pg_advisory_unlock'])
        await query(`GRANT EXECUTE ON FUNCTION ${name}(bigint) TO ${login}`);
    });
    const databaseUrl = `postgresql://${login}:start@${hostname}:${port}${pathname}`;
    const start = startApplication(configuration({ databaseUrl }), systemClock);
    await expect(start).rejects.toMatchObject({
      failure: { code: 'database-logins-missing', values: { role: 'lianshu_intake' } },
    });
    expect(await connections()).toBe(0);
    await asOwner(database.url, (query) => query(`DROP OWNED BY ${login}; DROP ROLE ${login}`));
  });

  it('because no keys are installed rejects with that very StartFailure', async () => {
    const home = path.join(folder, 'empty');
    const failure = startApplication(
      configuration({ home, archive: path.join(home, 'archive') }),
      systemClock,
    );
    await expect(failure).rejects.toBeInstanceOf(StartFailure);
    await expect(failure).rejects.toMatchObject({
      failure: { code: 'start-keys-missing', values: { folder: path.join(home, 'keys') } },
    });
  });

  describe('with the roles’ own logins', () => {
    const databaseLogins = (change: (url: string) => string = (url) => url) => {
      const urls = derivedUrls(database.url);
      return {
        intake: change(urls.lianshu_intake),
        lead: urls.lianshu_lead,
        staff: urls.lianshu_staff,
        checking: urls.lianshu_checking,
      };
    };
    const rolesAlone = (urls = databaseLogins()): Promise<unknown> =>
      startApplication(configuration({ databaseUrl: undefined, databaseLogins: urls }), systemClock);

    it.each([
      ['older', 'DELETE FROM migration WHERE name = $1', 'ClosedCatalog0000000000035'],
      ['newer', 'INSERT INTO migration (timestamp, name) VALUES (9999999999999, $1)', 'Later9999999999999'],
    ])('because the schema is %s than the program', async (which, change, migration) => {
      const changed = await createTestDatabase();
      const owner = await createDataSource({ url: changed.url, poolSize: 1 }).initialize();
      await owner.query(change, [migration]);
      await owner.destroy();
      const moved = (url: string): string => onDatabase(url, changed.url);
      const { intake, lead, staff, checking } = databaseLogins();
      const urls = {
        intake: moved(intake),
        lead: moved(lead),
        staff: moved(staff),
        checking: moved(checking),
      };
      await expect(rolesAlone(urls)).rejects.toMatchObject({
        failure: { code: `database-schema-${which}`, values: { migration } },
      });
      // What is missing, `lianshu migrate` would bring; what it doesn't know, it leaves alone.
      if (which === 'newer')
        await expect(migrate(changed.url)).rejects.toMatchObject({
          failure: { code: 'database-schema-newer', values: { migration } },
        });
      await changed.drop();
    });

    it('because a password is wrong closes the connections of the others', async () => {
      const wrong = databaseLogins((url) => url.replace(/:[^:@]+@/, ':wrong@'));
      await expect(rolesAlone(wrong)).rejects.toThrow('lianshu_intake');
      expect(await connections()).toBe(0);
    });

    it('and nothing else, listens', async () => {
      const running = (await rolesAlone()) as { stop(): Promise<void> };
      await running.stop();
      expect(await connections()).toBe(0);
    });
  });

  it('is explained by the command line in one sentence, once for several processes', async () => {
    const environment = { LIANSHU_HOME: path.join(folder, 'empty'), DATABASE_URL: database.url };
    const ended = await Spawned.lianshu(['serve', '--processes', '3'], folder, environment).ended;
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.error).toMatch(/^[^\n]+\[start-keys-missing\]\n$/);
  });
});

describe('lianshu serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends in order on %s', async (signal) => {
    const environment = {
      LIANSHU_HOME: path.join(folder, 'home'),
      LIANSHU_PORT: '0',
      DATABASE_URL: database.url,
    };
    const running = Spawned.lianshu(['serve', '--lang', 'en'], folder, environment);
    await running.untilSaid('http://127.0.0.1:');
    running.interrupt(signal);
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, out: '' });
    expect(await connections()).toBe(0);
  });
});

describe('several processes', () => {
  it('serve together; one that is killed is replaced, and all end with the first', async () => {
    const metrics = await freePort();
    const environment = {
      LIANSHU_METRICS_PORT: String(metrics),
      LIANSHU_HOME: path.join(folder, 'home'),
      DATABASE_URL: database.url,
      LIANSHU_PORT: '0',
    };
    const server = Spawned.lianshu(['serve', '--processes', '2'], folder, environment);
    await server.untilSaid('is ready');
    const [, address] = /(http:\/\/[^/]+)\/api/.exec(server.error) ?? [];
    const answers = async (): Promise<number> => (await fetch(`${address}/api/v1/keys`)).status;
    expect(await answers()).toBe(200);
    // Each has a metrics port of its own; the next one may be somebody else's.
    const alive = [0, 1, 2, 3].map((step) => fetch(`http://127.0.0.1:${metrics + step}/live`));
    const live = (await Promise.allSettled(alive)).filter((each) => each.status === 'fulfilled');
    expect(live).toHaveLength(2);
    const [one] = server.children();
    process.kill(one!, 'SIGKILL');
    await server.untilSaid('another is started');
    expect(await answers()).toBe(200);
    server.interrupt('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await connections()).toBe(0);
  });
});
