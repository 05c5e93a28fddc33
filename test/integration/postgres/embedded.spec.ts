import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/postgres/embedded/embedded-postgres.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianshu-embedded-'));
    server = await startEmbeddedPostgres({ folder, durable: false });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is PostgreSQL 18, in UTF-8, on the loopback only, with SCRAM', async () => {
    const [row] = await ask(
      server.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
              (SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'postgres') AS scram`,
    );
    expect(row).toEqual({ major: 18, encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', scram: true });
  });

  it('requires the password, in a file for its owner alone', async () => {
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('uses the given folder, and makes the missing ones above it', async () => {
    const above = join(folder, '..', `${basename(folder)}-above`);
    const inside = join(above, 'home', 'postgres');
    const started = await startEmbeddedPostgres({ folder: inside, durable: false });
    await started.stop();
    expect((await stat(inside)).mode & 0o777).toBe(0o700);
    expect((await stat(join(inside, 'data', 'PG_VERSION'))).isFile()).toBe(true);
    await rm(above, { recursive: true, force: true });
  });

  it('starts again in the same folder, and can be stopped twice', async () => {
    await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const password = await readFile(join(folder, 'password'), 'utf8');
    await server.stop();
    await server.stop();
    server = await startEmbeddedPostgres({ folder, durable: false });
    expect(await ask(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await readFile(join(folder, 'password'), 'utf8')).toBe(password);
  });

  // Only root runs it as another user, to whom a folder of root's can be closed.
  const isRoot = process.getuid?.() === 0;
  const asRoot = isRoot ? it : it.skip;
  const notRun = isRoot ? '' : ': NOT RUN, only root can close a folder to it';
  asRoot(`finds another place when its folder lies behind a closed one${notRun}`, async () => {
    const closed = await mkdtemp(join(tmpdir(), 'lianshu-closed-'));
    const inside = await startEmbeddedPostgres({ folder: join(closed, 'postgres'), durable: false });
    try {
      expect(await ask(inside.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await inside.stop();
      await rm(await realpath(join(closed, 'postgres', 'elsewhere')), { recursive: true, force: true });
      await rm(closed, { recursive: true, force: true });
    }
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('ends when its process ends by %s', async (signal) => {
    const own = await mkdtemp(join(tmpdir(), 'lianshu-killed-'));
    const child = spawn(
      process.execPath,
      ['--no-warnings', 'dist/test/support/postgres/start-and-wait.js', own],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const disconnected = new Promise<void>((resolve) => client.once('end', () => resolve()));
    client.on('error', () => undefined);
    child.kill(signal);
    await disconnected;
    // At once, as a person would who starts it again: the first server may still be shutting down.
    const again = await startEmbeddedPostgres({ folder: own, durable: false });
    await again.stop();
    await rm(own, { recursive: true, force: true });
  });
});
