import { jest } from '@jest/globals';

/** A `Date` that stands still until it is told to go on; timers run as they do. For what counts by the machine's own clock. */
export function fakeDate(now: Date) {
  jest.useFakeTimers({
    now,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
  return {
    advance: (milliseconds: number): void => {
      jest.setSystemTime(Date.now() + milliseconds);
    },
    restore: (): void => {
      jest.useRealTimers();
    },
  };
}
