import { afterEach, expect, it, jest } from '@jest/globals';
import { ScheduleModule } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import { EndPeriodsJob } from '../../../src/cases/end-periods.service.js';
import { CalendarService, CaseService, DATABASE_CLOCK } from '../../../src/cases/index.js';
import { CLOCK } from '../../../src/core/clock.js';
import { LOG, type Log } from '../../../src/core/log.js';
import { SERVED_PARTS } from '../../../src/core/served-parts.js';
import { ManualClock } from '../../../src/devkit/index.js';

const hour = 3_600_000;
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const secret = '王小明';

afterEach(() => {
  jest.useRealTimers();
});

it('EndPeriodsJob ends periods at the start and each hour, continues after a failure, and leaves no timer', async () => {
  const endPeriods = jest.fn(() => Promise.resolve([]));
  const warned: object[] = [];
  const log: Pick<Log, 'warn'> = { warn: (fields, message) => void warned.push({ ...fields, message }) };
  const module = await Test.createTestingModule({
    imports: [ScheduleModule.forRoot()],
    providers: [
      EndPeriodsJob,
      { provide: CaseService, useValue: { endPeriods } },
      { provide: CalendarService, useValue: { moveDays: () => Promise.resolve() } },
      ...[CLOCK, DATABASE_CLOCK].map((provide) => ({ provide, useValue: clock })),
      { provide: LOG, useValue: log },
      { provide: SERVED_PARTS, useValue: ['checking'] },
    ],
  }).compile();
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });

  await module.init();
  await jest.advanceTimersByTimeAsync(1);
  expect(endPeriods).toHaveBeenCalledTimes(1);
  endPeriods.mockRejectedValueOnce(Object.assign(new Error(secret), { detail: secret }));
  await jest.advanceTimersByTimeAsync(hour);
  expect(endPeriods).toHaveBeenCalledTimes(2);
  expect(warned).toMatchObject([{ message: 'periods not ended', bug: { type: 'Error' } }]);
  expect(JSON.stringify(warned)).not.toContain(secret);
  await jest.advanceTimersByTimeAsync(hour);
  expect(endPeriods).toHaveBeenCalledTimes(3);

  await module.close();
  expect(jest.getTimerCount()).toBe(0);
  await jest.advanceTimersByTimeAsync(2 * hour);
  expect(endPeriods).toHaveBeenCalledTimes(3);
});
