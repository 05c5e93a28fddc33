import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from '@jest/globals';
import { openEvidence, openRecord } from '../../../src/core/cms/index.js';
import { SealingHere } from '../../../src/cosigning/record-sealing.js';
import { SealingInThread, startSealingThread } from '../../../src/cosigning/sealing-in-thread.js';
import { makeKey, SeededRandom, valueOf } from '../../../src/devkit/index.js';

const pair = (name: string) => makeKey(new SeededRandom(name), 'p256');
const rounds = [1, 2].map((round) => ({
  lead: pair(`lead ${String(round)}`),
  commission: pair(`commission ${String(round)}`),
}));
const publicKeysOf = ({ lead, commission }: (typeof rounds)[number]) => ({
  lead: lead.publicKey,
  commission: commission.publicKey,
});
const contents = Array.from({ length: 7 }, (_, index) => ({
  round: rounds[index % 2] ?? { lead: pair('none'), commission: pair('none') },
  nationalId: index === 3 ? undefined : `A12345678${String(index)}`,
  evidence: Uint8Array.from({ length: 100 * index }, () => index),
}));

/** Jest removes types only in its own code, so the thread has to do it too. */
const execArgv = ['--no-warnings', '--import', './.config/typescript.mjs'];
const dying = () => new Worker('process.exit(1)', { eval: true });
const throwing = () => new Worker('throw new Error("a bug")', { eval: true });
let started = 0;
const dyingFirst = () => (started++ === 0 ? dying() : startSealingThread(execArgv));
const sealings = [
  ['in this thread', new SealingHere()],
  ['in a thread', new SealingInThread(() => startSealingThread(execArgv))],
  ['here, where the thread ends', new SealingInThread(dying)],
  ['here, where the thread throws', new SealingInThread(throwing)],
  ['in the next thread, where the first one ended', new SealingInThread(dyingFirst)],
] as const;

afterAll(async () => {
  for (const [, sealing] of sealings) await sealing.end();
});

it.each(sealings)('seals each co-signature to the keys of its own round: %s', async (_where, sealing) => {
  for (const group of [contents.slice(0, 2), contents.slice(2)]) {
    const records = await Promise.all(group.map((each) => sealing.seal(each, publicKeysOf(each.round))));
    for (const [index, { round, nationalId, evidence }] of group.entries()) {
      const opened = valueOf(openRecord(records[index] ?? new Uint8Array(), round.lead.privateKey));
      expect(opened.nationalId).toBe(nationalId);
      expect(valueOf(openEvidence(opened, round.commission.privateKey))).toEqual(Buffer.from(evidence));
    }
  }
});

it('a thread that ended was replaced once', () => {
  expect(started).toBe(2);
});

it.each(sealings.slice(0, 2))('refuses evidence that is too large: %s', async (_where, sealing) => {
  const [{ round }] = contents as [(typeof contents)[number]];
  const large = { nationalId: undefined, evidence: new Uint8Array(70_000) };
  await expect(sealing.seal(large, publicKeysOf(round))).rejects.toThrow('too large');
});
