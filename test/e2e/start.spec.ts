import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/clock/system-clock.js';
import { startApplication } from '../../src/application.js';
import type { Configuration } from '../../src/configuration/configuration.js';
import { DemoPki, platformFiles } from '../../src/devkit/index.js';
import { StartFailure } from '../../src/configuration/start-failure.js';
import { processesMentioning, Spawned } from '../support/cli/spawned.js';
import { asOwner, createTestDatabase, type TestDatabase } from '../support/postgres/database.js';

// What a start that fails, and an end, leave behind: nothing.

let database: TestDatabase;
let folder: string;
let occupied: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'lianshu-start-'));
  const pki = DemoPki.create({ seed: 'start', at: new Date(), address: 'http://127.0.0.1:9' });
  for (const [name, content] of platformFiles(pki)) {
    const file = path.join(folder, 'home', name);
    await mkdir(path.dirname(file), { recursive: true });
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

  it('because one of the roles may not be taken closes the connections of the others', async () => {
    const { hostname, port, pathname } = new URL(database.url);
    const login = path.basename(folder).replace(/\W/g, '_').toLowerCase();
    await asOwner(database.url, async (query) => {
      await query(`CREATE ROLE ${login} LOGIN PASSWORD 'start' IN ROLE lianshu_intake, lianshu_staff`);
      await query(`GRANT SELECT ON migration TO ${login}`);
    });
    const databaseUrl = `postgresql://${login}:start@${hostname}:${port}${pathname}`;
    const start = startApplication(configuration({ databaseUrl }), systemClock);
    await expect(start).rejects.toThrow('"lianshu_lead"');
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

  it('is explained by the command line in one sentence', async () => {
    const environment = { LIANSHU_HOME: path.join(folder, 'empty'), DATABASE_URL: database.url };
    const ended = await Spawned.lianshu(['serve'], folder, environment).ended;
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
