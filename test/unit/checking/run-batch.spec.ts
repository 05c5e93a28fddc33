import { describe, expect, it } from '@jest/globals';
import { type BatchRun, runBatch } from '../../../src/checking/batch/run-batch.js';
import type { CheckedRecord } from '../../../src/checking/batch/verdict.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import type { Commitment } from '../../../src/core/identifiers.js';
import { MemoryChecking, newBatch } from '../../support/checking/memory-checking.js';

const count = 25;
/** Record i claims number i % 10; every seventh can't be opened. */
const records: StoredRecord[] = Array.from({ length: count }, (_, i) => ({
  commitment: Uint8Array.from({ length: 32 }, () => i) as Commitment,
  record: Uint8Array.of(i),
}));
const numberOf = ({ record }: StoredRecord): number => record[0]!;
const claimOf = (record: StoredRecord): Extract<CheckedRecord, { kind: 'good' }>['claim'] => ({
  commitment: record.commitment,
  nationalId: `A12345678${numberOf(record) % 10}`,
  signedAt: count - numberOf(record),
  challengeIssuedAt: 0,
});
const check = (record: StoredRecord): Promise<CheckedRecord> =>
  Promise.resolve(
    numberOf(record) % 7 === 0
      ? { kind: 'struck-out', commitment: record.commitment, code: 'E01' }
      : { kind: 'good', claim: claimOf(record) },
  );

function runOver(store: MemoryChecking, overrides: Partial<BatchRun> = {}): BatchRun {
  return {
    records: store,
    verdicts: store,
    verify: check,
    claimOf,
    standing: [],
    paper: { rows: [], standing: [] },
    randomBelow: () => 0,
    pageSize: 4,
    concurrency: 3,
    ...overrides,
  };
}

const codes = (store: MemoryChecking): string =>
  records.map(({ commitment }) => store.codeOf(commitment) ?? '00').join(' ');

describe('runBatch', () => {
  it('gives every record one verdict, and the earliest of a number counts', async () => {
    const store = new MemoryChecking(records);
    await runBatch(await store.begin(newBatch(count)), runOver(store));
    const expected = records.map(numberOf).map((i, _index, numbers) => {
      if (i % 7 === 0) return 'E01';
      // Later records were signed earlier here.
      return numbers.some((j) => j % 7 !== 0 && j % 10 === i % 10 && j > i) ? 'D01' : '00';
    });
    expect(codes(store)).toBe(expected.join(' '));
    expect(store.batch?.phase).toBe('judged');
    expect(store.roster.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([1, 2, 3, 6])('has the same outcome when it is killed after page %d', async (page) => {
    const whole = new MemoryChecking(records);
    await runBatch(await whole.begin(newBatch(count)), runOver(whole));
    const store = new MemoryChecking(records);
    store.failAfterPages = page;
    await expect(runBatch(await store.begin(newBatch(count)), runOver(store))).rejects.toThrow('killed');
    store.failAfterPages = Infinity;
    await runBatch(await store.begin(newBatch(count)), runOver(store));
    expect(codes(store)).toBe(codes(whole));
    expect(store.batch?.judged).toBe(count);
  });

  it('does nothing to a batch whose records all have a verdict', async () => {
    const store = new MemoryChecking(records);
    await runBatch(await store.begin(newBatch(count)), runOver(store));
    const order = store.roster;
    await runBatch(await store.begin(newBatch(count)), runOver(store));
    expect(store.roster).toBe(order);
  });

  it('has at most one page in memory', async () => {
    const store = new MemoryChecking(records);
    let now = 0;
    let most = 0;
    const counting = async (record: StoredRecord): Promise<CheckedRecord> => {
      most = Math.max(most, (now += 1));
      const checked = await check(record);
      now -= 1;
      return checked;
    };
    await runBatch(await store.begin(newBatch(count)), runOver(store, { verify: counting }));
    expect(most).toBe(3);
    expect(store.largestPage).toBe(4);
  });

  it.each<[string, Partial<BatchRun>, number, string]>([
    ['fewer records than the lead signed for', {}, count + 1, '25 verdicts for 26 records'],
    ['a verdict on another record', { verify: () => check(records[3]!) }, count, 'not on the record'],
  ])('stops at %s', async (_what, overrides, signedFor, message) => {
    const store = new MemoryChecking(records);
    const batch = await store.begin(newBatch(signedFor));
    await expect(runBatch(batch, runOver(store, overrides))).rejects.toThrow(message);
    expect(store.batch?.phase).toBe('judging');
  });

  it('strikes out numbers that count from the main round', async () => {
    const store = new MemoryChecking(records);
    await runBatch(await store.begin(newBatch(count)), runOver(store, { standing: ['A123456789'] }));
    expect(store.roster).toHaveLength(9);
  });

  it('checks an empty round', async () => {
    const store = new MemoryChecking([]);
    await runBatch(await store.begin(newBatch(0)), runOver(store));
    expect([store.batch?.phase, store.roster]).toEqual(['judged', []]);
  });
});
