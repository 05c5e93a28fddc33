import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, expect, it } from '@jest/globals';
import { SoftwareCommissionRoundKey } from '../../../src/adapters/keys/case-key-files.js';
import { verifierHere } from '../../../src/checking/batch/round-verifier.js';
import { contextOf } from '../../../src/checking/batch/round-context.js';
import { VerificationThreads } from '../../../src/checking/batch/verification-threads.js';
import { ArchiveIncompleteError } from '../../../src/checking/batch/verify-record.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import { issueChallenge } from '../../../src/core/challenge.js';
import {
  commitmentOf,
  countersign,
  parseCardSignature,
  sealingKey,
  sealRecord,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderStatement } from '../../../src/core/statement/index.js';
import { parseCertificate } from '../../../src/core/x509/index.js';
import { makeKey, ManualClock, SeededRandom, valueOf } from '../../../src/devkit/index.js';
import { directListReader, PastValidation } from '../../../src/trust/index.js';
import { fields, intake, pki, signingTime } from '../../support/checking/signed-records.js';
import { citizenNumberAt } from '../../support/checking/citizen-numbers.js';
import { demoTrust, demoTrustService, MemoryArchive } from '../../support/trust/trust-dependencies.js';

const lead = makeKey(new SeededRandom('lead'), 'p256');
const commission = makeKey(new SeededRandom('commission'), 'p256');
const commissionKey = new SoftwareCommissionRoundKey(commission.privateKey);
const rules = { mode: 'number-to-lead', statement: fields, intakeKeys: [intake.publicKey] } as const;
const material = { leadKey: lead.privateKey, commissionKey, rules };
const inToken = {
  ...material,
  commissionKey: {
    publicKey: commissionKey.publicKey,
    inMemory: undefined,
    openEvidence: commissionKey.openEvidence.bind(commissionKey),
  },
};

const trust = demoTrust(pki);
const archive = new MemoryArchive();
for (const { der } of pki.crls(signingTime)) await archive.put(der);
const trusted = await demoTrustService(pki, new ManualClock(signingTime), trust);

/** The record of a person; with `other`, the number outside is another's. */
async function recordOf(index: number, other = false): Promise<StoredRecord> {
  const nationalId = citizenNumberAt(index) as NationalId;
  const challenge = issueChallenge(new Uint8Array(32), 'co-sign:9001:1', signingTime);
  const statement = renderStatement(fields, nationalId, challenge);
  const card = pki.issueCard({ name: '王小明', nationalId, holderSerialNumber: String(10 ** 15 + index) });
  const signature = valueOf(parseCardSignature(await card.sign(statement, 'cms-attached')));
  const target = valueOf(parseCertificate(card.signingCertificate));
  const { references } = valueOf(
    await trusted.validateCertificate({ target, candidates: [], at: signingTime }),
  );
  const verified = valueOf(verifySignedData(signature, statement));
  const evidence = await countersign(verified, { signer: intake, at: signingTime, references });
  const outside = other ? citizenNumberAt(index + 1) : nationalId;
  const keys = { lead: sealingKey(lead.publicKey), commission: sealingKey(commission.publicKey) };
  const record = sealRecord({ nationalId: outside, evidence }, keys);
  return { commitment: commitmentOf(record), record };
}

const good = await Promise.all(Array.from({ length: 6 }, (_, index) => recordOf(index)));
const broken = Uint8Array.from(good[0]?.record ?? []);
broken[broken.length - 20]! ^= 1;
const records = [...good, await recordOf(7, true), { commitment: commitmentOf(broken), record: broken }];
const here = verifierHere(contextOf(material, new PastValidation(trust, archive, directListReader)));

const execArgv = ['--no-warnings', '--import', './.config/typescript.mjs'];
const threads = new VerificationThreads({ trust, archive, threads: 2, execArgv });
afterAll(() => threads.end());

/** How much each thread of this process gives way, as nice(1) counts: field 19 of proc_pid_stat(5). */
const nicenessOfThreads = (): readonly string[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16] ?? '';
  });

// Elsewhere a thread has no priority of its own.
const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('give way to whoever else works', async () => {
  const own = getPriority();
  await threads.open(material).verify(records);
  expect(getPriority()).toBe(own);
  const giving = nicenessOfThreads().filter((niceness) => niceness === String(Math.max(own, 5)));
  expect(giving.length).toBeGreaterThan(0);
});

it('come to the same as one thread, with the commission’s key in memory or in a token', async () => {
  const expected = await here.verify(records);
  expect(expected.map((each) => (each.kind === 'good' ? '00' : each.code))).toEqual([
    ...good.map(() => '00'),
    'E05',
    'E01',
  ]);
  for (const each of [material, inToken]) {
    const verifier = threads.open(each);
    expect(await verifier.verify(records)).toEqual(expected);
    expect(await verifier.claimsOf(good)).toEqual(await here.claimsOf(good));
    await expect(verifier.claimsOf(records)).rejects.toThrow('found good');
    verifier.close();
  }
});

it('give no verdict while a list is missing, and go on after a thread has ended', async () => {
  const without = new VerificationThreads({ trust, archive: new MemoryArchive(), threads: 1, execArgv });
  const verifier = without.open(material);
  await expect(verifier.verify(records)).rejects.toThrow(ArchiveIncompleteError);
  const asked = verifier.claimsOf(good);
  await without.end();
  await expect(asked).rejects.toThrow('has ended');
  expect(await verifier.claimsOf(good)).toHaveLength(good.length);
  await without.end();
});
