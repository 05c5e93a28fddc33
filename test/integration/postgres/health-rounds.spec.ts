import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource, QueryFailedError } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import {
  DatabaseError,
  isDatabaseAway,
  translateDatabaseError,
} from '../../../src/adapters/postgres/database-error.js';
import { PostgresHealthRounds } from '../../../src/adapters/postgres/open-rounds.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';
import { ids, insertScene } from '../../support/stolen-logins/scene.js';

let database: TestDatabase;
let owner: DataSource;
let health: DataSource;
const later = '01920000-0000-7000-8000-000000009999';

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
  await insertScene(owner);
  await owner.query(
    `INSERT INTO round SELECT (jsonb_populate_record(r, jsonb_build_object('id', $1::text, 'ordinal', 2,
       'access_code_digest', '\\x' || repeat('ab', 32)))).* FROM round r
     WHERE id = $2`,
    [later, ids.collecting],
  );
  health = await connected({ statement: 100 });
});
afterAll(async () => {
  await health.destroy();
  await owner.destroy();
  await database.drop();
});

const connected = (limits: object): Promise<DataSource> =>
  createDataSource({ url: database.url, role: 'lianshu_intake', poolSize: 1, limits }).initialize();
const latest = (limit: number) => new PostgresHealthRounds(health).latest(limit);

describe('the rounds of a health check', () => {
  it('are the latest that collect, as many as are asked for', async () => {
    const found = async (limit: number) => (await latest(limit))?.map(({ id }) => id);
    expect(await found(10)).toEqual([later, ids.collecting]);
    expect(await found(1)).toEqual([later]);
  });

  it('are unknown while the database takes too long', async () => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE round IN ACCESS EXCLUSIVE MODE');
    expect(await latest(1)).toBeUndefined();
    await runner.rollbackTransaction();
    await runner.release();
    expect(await latest(1)).toHaveLength(1);
  });

  it('are unknown once the connection is cut, and known again', async () => {
    await owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()',
      ['lianshu_intake'],
    );
    // The connection ends when the server comes to it, and a new one may take longer than a statement of a health check may.
    let found = await latest(1);
    while (found === undefined) found = await latest(1);
    expect(found).toHaveLength(1);
  });

  it('throw where the failure is of another kind', async () => {
    await owner.query('ALTER VIEW open_round RENAME TO elsewhere');
    await expect(latest(1)).rejects.toThrow('42P01');
    await owner.query('ALTER VIEW elsewhere RENAME TO open_round');
  });
});

describe('a database is away', () => {
  const attempt = (port: number): Promise<unknown> =>
    createDataSource({
      url: `postgresql://a:b@127.0.0.1:${port}/x`,
      role: 'lianshu_intake',
      limits: { connection: 50 },
    })
      .initialize()
      .then(
        () => undefined,
        (error: unknown) => error,
      );
  async function listening(answer: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { server, port: address.port };
  }

  it.each<[string, (socket: Socket) => void]>([
    ['that never answers', () => undefined],
    ['that hangs up', (socket) => socket.destroy()],
  ])('%s', async (_what, answer) => {
    const sockets: Socket[] = [];
    const { server, port } = await listening((socket) => {
      sockets.push(socket);
      answer(socket);
    });
    expect(isDatabaseAway(await attempt(port))).toBe(true);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    expect(isDatabaseAway(await attempt(port))).toBe(true);
  });

  it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE'])(
    'by a connection that ends in %s under a statement',
    (code) => {
      const driverError = Object.assign(new Error('read'), { code });
      const translated = translateDatabaseError(
        new QueryFailedError('SELECT $1', ['A123456789'], driverError),
      );
      expect(translated).toMatchObject({ sqlState: undefined, statusCode: 503 });
      expect(isDatabaseAway(translated)).toBe(true);
    },
  );

  it.each([
    ...[undefined, '08006', '57P01', '57P03', '53100', '53200', '53300', '57014', '55P03'],
    ...['25006', '40001', '40P01'],
  ])('by SQLSTATE %s', (state) => {
    expect(isDatabaseAway(new DatabaseError(state, undefined, undefined))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a missing table', new DatabaseError('42P01', undefined, undefined)],
    ['a missing right', new DatabaseError('42501', undefined, undefined)],
    ['a refused login', Object.assign(new Error('refused'), { code: '28P01', severity: 'FATAL' })],
    ['a bug', new TypeError('x is not a function')],
    ['nothing', undefined],
  ])('not by %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
