import { describe, expect, it } from '@jest/globals';
import type { CalendarService, CaseService } from '../../../src/cases/index.js';
import { EndPeriodsJob } from '../../../src/cases/end-periods.service.js';

const now = new Date('2026-03-02T01:00:00Z');
const minutes = 60_000;

/** What the job does where the database's clock differs from this server's by so much. */
async function done(difference: number): Promise<readonly string[]> {
  const seen: string[] = [];
  const note = (what: string) => (): Promise<void> => Promise.resolve(void seen.push(what));
  const told = (rank: string) => (_fields: object, message: string) => void seen.push(`${rank}: ${message}`);
  const job = new EndPeriodsJob(
    { endPeriods: note('periods ended') } as unknown as CaseService,
    { moveDays: note('days moved') } as unknown as CalendarService,
    { now: () => now },
    { now: () => Promise.resolve(new Date(now.getTime() + difference)) },
    { error: told('error'), warn: told('warn'), info: told('info') },
    ['checking'],
  );
  await job.run();
  return seen;
}

describe('the job that ends periods', () => {
  it.each([0, 9 * minutes, -9 * minutes])(
    'moves days and ends periods with a clock %i ms off',
    async (off) => {
      expect(await done(off)).toEqual(['days moved', 'periods ended']);
    },
  );

  it.each([11 * minutes, -11 * minutes, 400 * 24 * 60 * minutes])(
    'does nothing with a clock %i ms off, and says so',
    async (off) => {
      expect(await done(off)).toEqual([
        'error: periods not ended: this server’s clock and the database’s differ',
      ]);
    },
  );
});
