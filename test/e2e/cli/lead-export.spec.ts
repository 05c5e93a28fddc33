import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openRescueSource } from '../../../src/adapters/postgres/lead-rounds.js';
import { origin, type TestApplication } from '../../support/application/application.js';
import { collectingCase } from '../../support/application/cases.js';
import { citizens, coSign, recordNoise } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';
import { writeCardFiles, writeSecret } from '../../support/cli/card-files.js';
import { runCli } from '../../support/cli/run-cli.js';

const signers = citizens(3);
const people = signers.map(({ nationalId }) => nationalId);

describe('the exports of the command line', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let folder: string;
  let accessCode: string;
  let leadCard: readonly string[];
  const said: string[] = [];
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    folder = await mkdtemp(join(tmpdir(), 'lianshu-export-'));
    const { lead } = installation.people;
    leadCard = await writeCardFiles(folder, lead);
    ({ accessCode } = await collectingCase(application, '9001', lead));
    await installation.nextDay();
    await coSign(application, '9001', signers);
    // A record that is none: it must turn up in the roster all the same.
    await recordNoise(application, '9001');
  });
  afterAll(async () => {
    await installation.remove();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    process.exitCode = undefined;
    said.length = 0;
  });

  async function run(...words: readonly string[]): Promise<void> {
    const ran = await runCli(words, { rescueSource: openRescueSource });
    process.exitCode = ran.code === 0 ? undefined : ran.code;
    said.push(...`${ran.out}\n${ran.error}`.split('\n').filter((line) => line !== ''));
  }

  async function leadExport(
    out: string,
    code: string,
    more: readonly string[] = [],
    card = leadCard,
  ): Promise<void> {
    const access = ['--access-code-file', await writeSecret(folder, 'access-code', code)];
    const server = ['--server', application.address, '--origin', origin];
    await run('lead', 'export', ...server, ...access, '--out', out, ...card, ...more);
  }

  /** National IDs of a roster, and the findings of those without. */
  const numbersIn = (csv: string): string[] =>
    csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(1).join(' '))
      .sort();

  it('seals the roster to the lead’s own certificate: openssl opens it, and each record is in it', async () => {
    const out = join(folder, 'sealed');
    await leadExport(out, accessCode);
    expect(process.exitCode).toBeUndefined();
    expect(said[0]).toBe(`4 records in ${out}, 1 of which cannot be read.`);
    const csv = execFileSync('openssl', [
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', join(out, 'roster-0001.csv.p7m')],
      ...[
        '-inkey',
        join(folder, 'lead-encryption-key.pem'),
        '-recip',
        join(folder, 'lead-encryption-certificate.pem'),
      ],
    ]).toString('utf8');
    expect(numbersIn(csv)).toEqual([' record-content-malformed', ...people.map((id) => `${id} good`)].sort());
    expect(await readdir(join(out, 'records'))).toHaveLength(4);
    const files = await readdir(out);
    expect(files.sort()).toEqual([
      'key-statement.der',
      'public-key.der',
      'records',
      'roster-0001.csv.p7m',
      'wrapped-key.der',
    ]);
    for (const file of files.filter((name) => name !== 'records')) {
      const content = await readFile(join(out, file), 'latin1');
      for (const id of people) expect(content).not.toContain(id);
    }
  });

  it('writes clear text only when asked, readable by its owner alone, and warns', async () => {
    const out = join(folder, 'clear');
    await leadExport(out, accessCode, ['--clear']);
    expect(numbersIn(await readFile(join(out, 'roster.csv'), 'utf8'))).toHaveLength(4);
    expect((await stat(join(out, 'roster.csv'))).mode & 0o777).toBe(0o600);
    expect(said.at(-1)).toContain('clear text');
  });

  it('writes no roster of a case in two-key mode, and says so', async () => {
    const { otherLead } = installation.people;
    const twoKey = await collectingCase(application, '9002', otherLead, { mode: 'two-key' });
    await installation.nextDay();
    await coSign(application, '9002', signers);
    const out = join(folder, 'two-key');
    const card = await writeCardFiles(folder, otherLead, 'other');
    await leadExport(out, twoKey.accessCode, ['--clear'], card);
    expect(process.exitCode).toBeUndefined();
    expect(said[0]).toBe(`3 records in ${out}, 0 of which cannot be read.`);
    expect(said).toContainEqual(expect.stringContaining('two-key'));
    expect((await readdir(out)).sort()).toEqual([
      'key-statement.der',
      'public-key.der',
      'records',
      'wrapped-key.der',
    ]);
  });

  it('prints the server’s reason when it refuses, and writes nothing', async () => {
    const out = join(folder, 'refused');
    await leadExport(out, 'WRONG');
    expect(process.exitCode).toBe(1);
    expect(said.at(-1)).toContain('[sign-in-refused]');
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });

  it('rescues a case from the database; openssl opens the outer layer of each record with the round key', async () => {
    const out = join(folder, 'rescued');
    await run('rescue', 'export', '--case', '9001', '--out', out, '--database-url', application.database.url);
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as object;
    expect(manifest).toEqual({
      case: '9001',
      state: 'collecting',
      rounds: [{ round: 1, mode: 'number-to-lead', origin, records: 4 }],
    });
    const key = join(folder, 'round.key.der');
    execFileSync('openssl', [
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', join(out, 'round-1', 'wrapped-key.der')],
      ...[
        '-inkey',
        join(folder, 'lead-encryption-key.pem'),
        '-recip',
        join(folder, 'lead-encryption-certificate.pem'),
        '-out',
        key,
      ],
    ]);
    for (const record of await readdir(join(out, 'round-1', 'records')))
      execFileSync('openssl', [
        ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-inkey', key, '-keyform', 'DER'],
        ...['-in', join(out, 'round-1', 'records', record), '-out', join(folder, 'evidence.der')],
      ]);
  });

  it.each([
    ['a case that does not exist', ['--case', '999'], 1],
    ['a number no case can have', ['--case', 'x'], 2],
  ])('does not rescue %s', async (_what, words, code) => {
    const out = join(folder, 'none');
    await run('rescue', 'export', ...words, '--out', out, '--database-url', application.database.url);
    expect(process.exitCode).toBe(code);
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });
});
