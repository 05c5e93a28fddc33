import { describe, expect, it } from '@jest/globals';
import { checkChunk } from '../../../src/checking/batch/check-chunk.js';
import { ClaimsNotOpenedError, openClaims } from '../../../src/checking/batch/chunk-claims.js';
import type { CheckedRecord } from '../../../src/checking/batch/verdict.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import type { Commitment } from '../../../src/core/identifiers.js';
import { MemoryChecking, newBatch } from '../../support/checking/memory-checking.js';
import { commissionDecryptionKey } from '../../support/checking/paper-scene.js';
import { runWhole, type WholeRun } from '../../support/checking/whole-run.js';

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
const check = (record: StoredRecord): CheckedRecord =>
  numberOf(record) % 7 === 0
    ? { kind: 'struck-out', commitment: record.commitment, code: 'E01' }
    : { kind: 'good', claim: claimOf(record) };
const verifying = (verify: (record: StoredRecord) => CheckedRecord): Pick<WholeRun, 'verifier'> => ({
  verifier: { verify: (stored) => Promise.resolve(stored.map(verify)) },
});

function runOver(store: MemoryChecking, overrides: Partial<WholeRun> = {}): WholeRun {
  return {
    records: store,
    verdicts: store,
    ...verifying(check),
    commissionDecryptionKey,
    standing: [],
    paper: { rows: [], standing: [] },
    randomBelow: () => 0,
    ...overrides,
  };
}

const codes = (store: MemoryChecking): string =>
  records.map(({ commitment }) => store.codeOf(commitment) ?? '00').join(' ');

describe('a batch', () => {
  it('gives every record one verdict, and the earliest of a number counts', async () => {
    const store = new MemoryChecking(records);
    await runWhole(await store.begin(newBatch(count)), runOver(store));
    const expected = records.map(numberOf).map((i, _index, numbers) => {
      if (i % 7 === 0) return 'E01';
      // Later records were signed earlier here.
      return numbers.some((j) => j % 7 !== 0 && j % 10 === i % 10 && j > i) ? 'D01' : '00';
    });
    expect(codes(store)).toBe(expected.join(' '));
    expect(store.batch?.phase).toBe('judged');
    expect(store.roster.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([1, 2, 3, 6])('has the same outcome when it is killed after chunk %d', async (chunk) => {
    const whole = new MemoryChecking(records);
    await runWhole(await whole.begin(newBatch(count)), runOver(whole));
    const store = new MemoryChecking(records);
    store.failAfterPages = chunk;
    await expect(runWhole(await store.begin(newBatch(count)), runOver(store))).rejects.toThrow('killed');
    store.failAfterPages = Infinity;
    await runWhole(await store.begin(newBatch(count)), runOver(store));
    expect(codes(store)).toBe(codes(whole));
    expect(store.batch?.judged).toBe(count);
  });

  it('does nothing to a batch whose records all have a verdict', async () => {
    const store = new MemoryChecking(records);
    await runWhole(await store.begin(newBatch(count)), runOver(store));
    const order = store.roster;
    await runWhole(await store.begin(newBatch(count)), runOver(store));
    expect(store.roster).toBe(order);
  });

  it('has at most one chunk in memory, and none that is judged', async () => {
    const store = new MemoryChecking(records);
    await runWhole(await store.begin(newBatch(count)), runOver(store));
    expect(store.largestPage).toBe(4);
    expect(await checkChunk(await store.begin(newBatch(count)), 0, runOver(store))).toBeUndefined();
  });

  it('takes no claims of another chunk, of another batch, or that do not open', async () => {
    const store = new MemoryChecking(records);
    const batch = await store.begin(newBatch(count));
    for (const chunk of await store.openChunks(batch)) await checkChunk(batch, chunk, runOver(store));
    const [first, second] = await Promise.all([store.sealedClaims(batch, 0), store.sealedClaims(batch, 1)]);
    const open = (chunk: number, sealed: Uint8Array, id = batch.id) =>
      openClaims({ batch: { id }, chunk }, sealed, commissionDecryptionKey);
    expect((await open(1, second)).map(({ nationalId }) => nationalId)).toEqual(
      [4, 5, 6].map((each) => `A12345678${each}`),
    );
    const wrong: [string, number, Uint8Array, string?][] = [
      ['another chunk', 1, first],
      ['another batch', 0, first, 'another'],
      ['no seal', 0, Buffer.from('x')],
    ];
    for (const [what, chunk, sealed, id] of wrong)
      await expect([what, open(chunk, sealed, id)][1]).rejects.toThrow(ClaimsNotOpenedError);
  });

  it.each<[string, Partial<WholeRun>, number, string]>([
    ['fewer records than the lead signed for', {}, count + 1, '25 verdicts for 26 records'],
    ['a verdict on another record', verifying(() => check(records[3]!)), count, 'not on the record'],
  ])('stops at %s', async (_what, overrides, signedFor, message) => {
    const store = new MemoryChecking(records);
    const batch = await store.begin(newBatch(signedFor));
    await expect(runWhole(batch, runOver(store, overrides))).rejects.toThrow(message);
    expect(store.batch?.phase).toBe('judging');
  });

  it('strikes out numbers that count from the main round', async () => {
    const store = new MemoryChecking(records);
    await runWhole(await store.begin(newBatch(count)), runOver(store, { standing: ['A123456789'] }));
    expect(store.roster).toHaveLength(9);
  });

  it('checks an empty round', async () => {
    const store = new MemoryChecking([]);
    await runWhole(await store.begin(newBatch(0)), runOver(store));
    expect([store.batch?.phase, store.roster]).toEqual(['judged', []]);
  });
});
