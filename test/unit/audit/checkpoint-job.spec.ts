import { afterEach, expect, it, jest } from '@jest/globals';
import { ScheduleModule } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import {
  AUDIT_LOG,
  CHECKPOINT_SIGNER,
  CHECKPOINT_STORE,
  type CheckpointStore,
  CheckpointJob,
  emptyChain,
  readCheckpoint,
  signCheckpoint,
  type StoredCheckpoint,
} from '../../../src/audit/index.js';
import { CLOCK } from '../../../src/core/clock.js';
import { LOG, type Log } from '../../../src/core/log.js';
import { parts, SERVED_PARTS } from '../../../src/core/served-parts.js';
import { PLATFORM_ORIGIN } from '../../../src/core/statement/index.js';
import { ManualClock } from '../../../src/devkit/index.js';
import { jwks, origin, sign } from '../../support/audit/platform.js';

const secret = '王小明';
const hour = 3_600_000;

afterEach(() => {
  jest.useRealTimers();
});

/** As the table: one of each number, in order. */
class MemoryCheckpoints implements Pick<CheckpointStore, 'last' | 'add'> {
  readonly all: StoredCheckpoint[] = [];
  last = () => Promise.resolve(this.all.at(-1));
  add = (checkpoint: StoredCheckpoint) => {
    const free = checkpoint.number === this.all.length + 1;
    if (free) this.all.push(checkpoint);
    return Promise.resolve(free);
  };
}

async function jobOver(store: MemoryCheckpoints, clock: ManualClock) {
  const head = jest.fn(() => Promise.resolve({ ...emptyChain, seq: store.all.length }));
  const warned: object[] = [];
  const log: Pick<Log, 'warn'> = { warn: (fields, message) => void warned.push({ ...fields, message }) };
  const signer = jest.fn((...[checkpoint]: [Parameters<typeof signCheckpoint>[0]]) =>
    signCheckpoint(checkpoint, sign),
  );
  const module = await Test.createTestingModule({
    imports: [ScheduleModule.forRoot()],
    providers: [
      CheckpointJob,
      { provide: AUDIT_LOG, useValue: { head } },
      { provide: CHECKPOINT_STORE, useValue: store },
      { provide: CHECKPOINT_SIGNER, useValue: { sign: signer } },
      { provide: PLATFORM_ORIGIN, useValue: origin },
      { provide: CLOCK, useValue: clock },
      { provide: LOG, useValue: log },
      { provide: SERVED_PARTS, useValue: parts },
    ],
  }).compile();
  return { module, job: module.get(CheckpointJob), head, signer, warned };
}

it('signs one at the start and in each hour, tries again after a failure, and leaves no timer', async () => {
  const store = new MemoryCheckpoints();
  const clock = new ManualClock(new Date('2026-03-02T01:59:30.500Z'));
  const { module, head, signer, warned } = await jobOver(store, clock);
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });
  const passing = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await jest.advanceTimersByTimeAsync(milliseconds);
    // Signing takes a thread of its own, which fake timers know nothing of.
    await Promise.allSettled(signer.mock.results.map(({ value }) => value as Promise<string>));
    await new Promise((resolve) => setImmediate(resolve));
  };
  await module.init();
  await passing(1);
  expect(store.all).toMatchObject([{ number: 1, events: 0, issuedAt: new Date('2026-03-02T01:59:30Z') }]);
  head.mockRejectedValueOnce(Object.assign(new Error(secret), { detail: secret }));
  await passing(hour / 6);
  expect(warned).toMatchObject([{ message: 'audit log: no checkpoint signed', bug: { type: 'Error' } }]);
  expect(JSON.stringify(warned)).not.toContain(secret);
  expect(store.all).toHaveLength(1);
  await passing(hour / 6);
  expect(store.all).toHaveLength(2);
  for (let tenth = 0; tenth < 6; tenth += 1) await passing(hour / 6);
  expect(store.all.map(({ issuedAt }) => issuedAt.getUTCHours())).toEqual([1, 2, 3]);
  await module.close();
  expect(jest.getTimerCount()).toBe(0);
});

it('signs each over the one before, whatever was cut off, and one an hour however many try', async () => {
  const store = new MemoryCheckpoints();
  const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
  const { job, head, signer, warned } = await jobOver(store, clock);
  await job.run();
  clock.advance(hour);
  const lost = new Error('connection lost');
  for (const step of [
    () => jest.spyOn(store, 'last').mockRejectedValueOnce(lost),
    () => head.mockRejectedValueOnce(lost),
    () => signer.mockRejectedValueOnce(lost),
    () => jest.spyOn(store, 'add').mockRejectedValueOnce(lost),
  ]) {
    step();
    await job.run();
    expect(store.all).toHaveLength(1);
  }
  expect(warned).toHaveLength(4);
  await Promise.all([job.run(), job.run(), job.run()]);
  await job.run();
  const [first, second, ...others] = await Promise.all(store.all.map(({ jws }) => readCheckpoint(jws, jwks)));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ issuer: origin, number: 1, previous: '0'.repeat(64) });
  expect(second).toMatchObject({ number: 2, head: { seq: 1 }, issuedAt: clock.now() });
  // A clock that goes back signs nothing.
  clock.set(new Date('2026-03-02T00:00:00Z'));
  await job.run();
  expect(store.all).toHaveLength(2);
});
