import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from '../../../src/adapters/postgres/database-error.js';
import { PostgresNotStarted } from '../../../src/adapters/postgres/embedded/cluster.js';
import { describeFailure, failureOf } from '../../../src/cli/failure.js';
import { Translator } from '../../../src/cli/translator.js';
import { StartFailure } from '../../../src/configuration/start-failure.js';
import { runCli } from '../../support/cli/run-cli.js';

const system = (code: string, syscall: string, more: object = {}): Error =>
  Object.assign(new Error('message of the system'), { code, syscall, ...more });

describe('an error that the user can correct', () => {
  it.each<[string, Error, object]>([
    [
      'StartFailure',
      new StartFailure({ code: 'start-keys-missing', values: { folder: 'keys' } }),
      { code: 'start-keys-missing', values: { folder: 'keys' } },
    ],
    [
      'port in use',
      system('EADDRINUSE', 'listen', { port: 80 }),
      { code: 'port-in-use', values: { port: 80 } },
    ],
    [
      'privileged port',
      system('EACCES', 'listen', { port: 80 }),
      { code: 'port-not-allowed', values: { port: 80 } },
    ],
    ['address of another machine', system('EADDRNOTAVAIL', 'listen'), { code: 'address-not-here' }],
    [
      'unreachable database',
      system('ECONNREFUSED', 'connect', { address: '::1', port: 5432 }),
      { code: 'database-unreachable', values: { address: '::1:5432' } },
    ],
    [
      'database unreachable at every address',
      new AggregateError([system('ECONNREFUSED', 'connect', { address: '::1', port: 1 })]),
      { code: 'database-unreachable', values: { address: '::1:1' } },
    ],
    [
      'wrong password',
      Object.assign(new Error('password "x"'), { severity: 'FATAL', code: '28P01' }),
      { code: 'database-login-refused', values: { state: '28P01' } },
    ],
    [
      'no tables',
      new DatabaseError('42P01', undefined, undefined),
      { code: 'database-not-migrated', values: { state: '42P01' } },
    ],
    [
      'another SQLSTATE',
      new DatabaseError('53300', undefined, undefined),
      { code: 'database-error', values: { state: '53300' } },
    ],
    ['PostgreSQL that does not start', new PostgresNotStarted('/secret'), { code: 'postgres-not-started' }],
    ['disk full', system('ENOSPC', 'write'), { code: 'disk-full', values: { file: '', reason: 'ENOSPC' } }],
    [
      'another error of the file system',
      system('EIO', 'read', { path: '/x' }),
      { code: 'file-system-error', values: { file: '/x', reason: 'EIO' } },
    ],
  ])('%s', (_what, error, failure) => {
    expect(failureOf(error)).toEqual(failure);
    for (const language of ['zh-TW', 'en'] as const)
      expect(describeFailure(error, new Translator(language))).toMatch(/[。.] \[[a-z-]+\]$/);
  });
});

describe('a bug', () => {
  it('prints the stack, without values', () => {
    const bug = new TypeError('A123456789', { cause: new Error('A123456789') });
    expect(failureOf(bug)).toBeUndefined();
    const said = describeFailure(bug, new Translator('en'));
    expect(said).toMatch(/^An unexpected error.*\nTypeError\n {4}at .*failure\.spec/s);
    expect(said).not.toContain('A123456789');
    expect(describeFailure('A123456789', new Translator('zh-TW'))).toMatch(/回報.*\nstring$/s);
  });

  it('ends a command with 1', async () => {
    const migrate = () => Promise.reject(new RangeError('A123456789'));
    const ran = await runCli(['migrate', '--json'], { migrate });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.error).toContain('RangeError');
    expect(ran.error).not.toContain('A123456789');
  });
});

describe('lianshu migrate', () => {
  it.each([
    [[], 'The database is up to date.', '{"ran":[]}'],
    [['A1', 'B2'], 'The database was updated by these migrations:\n  A1\n  B2', '{"ran":["A1","B2"]}'],
  ])('prints which migrations ran: %j', async (names, said, json) => {
    const migrate = () => Promise.resolve(names);
    expect(await runCli(['migrate'], { migrate })).toEqual({ code: 0, error: '', out: said });
    expect(await runCli(['migrate', '--json'], { migrate })).toEqual({ code: 0, error: '', out: json });
    expect((await runCli(['migrate', '--lang', 'zh-TW'], { migrate })).out).toMatch(/^資料庫已.*[。：]/);
  });
});
