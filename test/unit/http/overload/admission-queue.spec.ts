import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AdmissionQueue } from '../../../../src/http/overload/admission-queue.js';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Enters `count` requests and tells what became of each, in the order in which it did. */
function enter(queue: AdmissionQueue, count: number): string[] {
  const seen: string[] = [];
  for (let n = 0; n < count; n++)
    queue.enter(
      () => seen.push(`begun ${String(n)}`),
      () => seen.push(`refused ${String(n)}`),
    );
  return seen;
}

describe('a queue in front of expensive work', () => {
  it('begins at once what there is room for, lets the next ones wait, and refuses the rest', async () => {
    const queue = new AdmissionQueue({ handled: 2, waiting: 2 });
    expect([queue.idle, queue.full]).toEqual([true, false]);
    const seen = enter(queue, 5);
    expect(seen).toEqual(['begun 0', 'begun 1', 'refused 4']);
    expect([queue.idle, queue.full]).toEqual([false, true]);
    queue.leave();
    await turn();
    expect(seen.slice(3)).toEqual(['begun 2']);
    queue.leave();
    queue.leave();
    await turn();
    expect(seen.slice(4)).toEqual(['begun 3']);
    queue.leave();
    expect(queue.idle).toBe(true);
  });

  it('begins a few of those that wait in each turn of the event loop', async () => {
    const queue = new AdmissionQueue({ handled: 9, waiting: 9 });
    const seen = enter(queue, 18);
    for (let n = 0; n < 9; n++) queue.leave();
    const begun: number[] = [];
    for (let n = 0; n < 4; n++) {
      begun.push(seen.length - 9);
      await turn();
    }
    expect(begun).toEqual([0, 4, 8, 9]);
  });

  it('refuses who has waited too long, also when nothing is answered', () => {
    const queue = new AdmissionQueue({ handled: 1, waiting: 9 });
    const seen = enter(queue, 2);
    jest.advanceTimersByTime(400);
    const later = enter(queue, 1);
    jest.advanceTimersByTime(299);
    expect([seen, later]).toEqual([['begun 0'], []]);
    jest.advanceTimersByTime(1);
    expect([seen, later]).toEqual([['begun 0', 'refused 1'], []]);
    jest.advanceTimersByTime(400);
    expect(later).toEqual(['refused 0']);
    queue.leave();
    expect(queue.idle).toBe(true);
  });

  it.each([
    { milliseconds: 50, waiting: 32 },
    { milliseconds: 5, waiting: 70 },
    { milliseconds: 0.5, waiting: 400 },
  ])('lets $waiting wait where each answer takes $milliseconds ms', async ({ milliseconds, waiting }) => {
    const queue = new AdmissionQueue({ handled: 1, waiting: 400 });
    enter(queue, 2);
    for (let n = 0; n < 64; n++) {
      enter(queue, 1);
      jest.advanceTimersByTime(milliseconds);
      queue.leave();
      await turn();
    }
    // One waits already.
    expect(enter(queue, 500).filter((each) => each.startsWith('refused'))).toHaveLength(501 - waiting);
  });
});
