import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rotateIntakeKey } from '../../src/adapters/keys/platform-keys.js';
import { addIntakeKey } from '../../src/adapters/postgres/intake-keys.js';
import { COMMISSION_ROUND_KEYS, type CommissionRoundKeys } from '../../src/cases/index.js';
import { CHECK_JOBS, CheckRun, type JobsHere } from '../../src/checking/index.js';
import type { Configuration } from '../../src/configuration/configuration.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import { verifyReceipt } from '../../src/core/receipt.js';
import type { TestApplication, TestCase } from '../support/application/application.js';
import { collectingCase, enterStaff, staffClient, submitted } from '../support/application/cases.js';
import { citizens, coSign, coSignatureBody } from '../support/application/co-signers.js';
import { exchange } from '../support/application/exchange.js';
import { TestInstallation } from '../support/application/installation.js';

// In the first building, a changed origin, a lost key or a second server with keys of its own struck out every accepted co-signature
// as E02 and let holders sign twice.

let installation: TestInstallation;
let first: TestApplication;
let referendum: TestCase;
const signers = citizens(6, 'bound');

beforeAll(async () => {
  installation = await TestInstallation.create();
  first = await installation.start();
  await enterStaff(first);
  referendum = await collectingCase(first, '9001', installation.people.lead);
  await installation.nextDay();
  await coSign(first, '9001', signers.slice(0, 3));
});

afterAll(() => installation.remove());

/** A folder like the installation's, with its keys. */
async function copyOfHome(name: string): Promise<string> {
  const home = path.join(installation.home, '..', `${path.basename(installation.home)}-${name}`);
  await cp(installation.home, home, { recursive: true });
  copies.push(home);
  return home;
}

const copies: string[] = [];
afterAll(() => Promise.all(copies.map((home) => rm(home, { recursive: true, force: true }))));

const startOver = (configuration: Partial<Configuration>): Promise<TestApplication> =>
  installation.start({ database: first.database, configuration });

/** A signed policy as in `trust.json` with one rule less strict than it was. */
async function changePolicies(home: string): Promise<void> {
  const file = path.join(home, 'trust', 'trust.json');
  const trust = JSON.parse(await readFile(file, 'utf8')) as object;
  const policy = { name: 'natural-person', kind: {}, keyUsage: [], accepted: [{}] };
  await writeFile(file, JSON.stringify({ ...trust, policies: [policy] }));
}

const tagKey = (home: string): string => path.join(home, 'keys', 'holder-tags', '9001.key');

/** The commission's key of the one round that there is. */
async function roundKeyFile(home: string): Promise<string> {
  const folder = path.join(home, 'keys', 'commission-rounds');
  return path.join(folder, (await readdir(folder)).join());
}

/** What a server may have that is not what 9001 was opened with. */
const differences: readonly [string, (home: string) => Promise<Partial<Configuration>>, string][] = [
  ['another origin', () => Promise.resolve({ origin: 'https://elsewhere.test.invalid' }), 'origin'],
  [
    'other certificate policies',
    async (home) => {
      await changePolicies(home);
      return { home };
    },
    'certificate-policy',
  ],
  [
    'no holder-tag key',
    async (home) => {
      await rm(tagKey(home));
      return { home };
    },
    'holder-tag-key',
  ],
  [
    'another holder-tag key',
    async (home) => {
      await writeFile(tagKey(home), randomBytes(32));
      return { home };
    },
    'holder-tag-key',
  ],
  [
    'no round key of the commission',
    async (home) => {
      await rm(await roundKeyFile(home));
      return { home };
    },
    'commission-round-key',
  ],
  [
    'another round key of the commission',
    async (home) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      await writeFile(await roundKeyFile(home), privateKey.export({ type: 'pkcs8', format: 'pem' }));
      return { home };
    },
    'commission-round-key',
  ],
];

describe.each(differences)('a server with %s than the round was opened with', (name, change, differs) => {
  let other: TestApplication;
  const before = () => first.databases.owner.query<{ count: string }[]>('SELECT count(*) FROM sealed_record');

  beforeAll(async () => {
    other = await startOver(await change(await copyOfHome(name.replace(/\W/g, '-'))));
  });
  afterAll(() => other.stop());

  it('says on its health what differs, and is not ready', async () => {
    const health = await exchange(other, { method: 'get', path: '/api/v1/health' });
    expect([health.status, JSON.parse(health.body)]).toMatchObject([
      503,
      { status: 'degraded', database: 'ok', notServed: [{ case: '9001', differs: [differs] }] },
    ]);
  });

  it('gives no challenge', async () => {
    const seen = await exchange(other, { method: 'post', path: '/api/v1/cases/9001/challenges', body: {} });
    expect([seen.status, JSON.parse(seen.body)]).toMatchObject([503, { code: 'round-not-served-here' }]);
  });

  it('takes no co-signature, not even one made with a challenge of the right server, and changes nothing', async () => {
    const body = await coSignatureBody(first, '9001', signers[3]!);
    const records = await before();
    const seen = await exchange(other, { method: 'post', path: '/api/v1/cases/9001/co-signatures', body });
    expect([seen.status, JSON.parse(seen.body)]).toMatchObject([503, { code: 'round-not-served-here' }]);
    expect(await before()).toEqual(records);
  });
});

describe('a second server with intake keys of its own', () => {
  it('does not start on the database of the first, and says why', async () => {
    const home = await copyOfHome('second');
    await rotateIntakeKey(path.join(home, 'keys'), () => Promise.resolve());
    await expect(startOver({ home })).rejects.toMatchObject({
      failure: { code: 'start-intake-key-unknown', values: { folder: path.join(home, 'keys') } },
    });
  });

  it('does not start without its keys either, and makes none', async () => {
    const home = await copyOfHome('without');
    const file = path.join(home, 'keys', 'intake.pem');
    await rename(file, `${file}.away`);
    await expect(startOver({ home })).rejects.toMatchObject({
      failure: { code: 'start-keys-missing', values: { names: 'intake.pem' } },
    });
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('after a rotation of the intake key and a change of the origin', () => {
  it('earlier receipts verify, and every accepted co-signature counts', async () => {
    const body = await coSignatureBody(first, '9001', signers[4]!);
    const { receipt } = await first.api.post<{ receipt: string }>('cases/9001/co-signatures', body);
    await rotateIntakeKey(path.join(installation.home, 'keys'), (publicKey) =>
      addIntakeKey(first.databases.owner, publicKey, installation.clock.now()),
    );
    const rotated = await startOver({});
    await coSign(rotated, '9001', signers.slice(5));
    const jwks = await rotated.api.get<Parameters<typeof verifyReceipt>[1]>('keys');
    expect(jwks.keys).toHaveLength(2);
    expect(await verifyReceipt(receipt, jwks)).toMatchObject({ ok: true, value: { caseNumber: '9001' } });
    await submitted(rotated, referendum);
    const moved = await startOver({ origin: 'https://elsewhere.test.invalid' });
    const staff = await staffClient(moved, '9001');
    const keys = moved.get<CommissionRoundKeys>(COMMISSION_ROUND_KEYS);
    const find = jest.spyOn(keys, 'find').mockResolvedValue(undefined);
    await staff.requestAndApprove('start-check');
    // Without the commission's round key the check waits, and strikes nobody out.
    await moved.get<JobsHere>(CHECK_JOBS).settled();
    expect(await moved.get(CheckRun).run('9001' as CaseNumber)).toMatchObject({
      failure: { code: 'commission-round-key-missing' },
    });
    find.mockRestore();
    await moved.get(CheckRun).run('9001' as CaseNumber);
    await staff.waitForVerdicts();
    expect(await (await moved.as('auditor')).get('staff/cases/9001/check')).toMatchObject({
      phase: 'judged',
      records: 5,
      electronic: { submitted: 5, valid: 5, struckOut: {} },
    });
  });
});
