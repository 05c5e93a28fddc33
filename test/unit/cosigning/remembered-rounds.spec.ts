import { describe, expect, it } from '@jest/globals';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { OpenRound } from '../../../src/cosigning/index.js';
import { RememberedRounds } from '../../../src/cosigning/remembered-rounds.js';

const number = '9001' as CaseNumber;

/** Rounds as a store has them, and how often it was asked. */
function scene() {
  const store = {
    asked: 0,
    milliseconds: 0,
    answer: (): Promise<OpenRound | undefined> => Promise.resolve({ caseNumber: number } as OpenRound),
  };
  const find = (): Promise<OpenRound | undefined> => {
    store.asked += 1;
    return store.answer();
  };
  return { store, rounds: new RememberedRounds({ find }, () => store.milliseconds) };
}

describe('RememberedRounds', () => {
  it('asks once for all who come within two seconds, also at the same time', async () => {
    const { store, rounds } = scene();
    await Promise.all([rounds.find(number), rounds.find(number)]);
    store.milliseconds = 1_999;
    expect(await rounds.find(number)).toMatchObject({ caseNumber: number });
    expect(store.asked).toBe(1);
    store.milliseconds = 2_000;
    await rounds.find(number);
    expect(store.asked).toBe(2);
  });

  it('does not remember that no round collects', async () => {
    const { store, rounds } = scene();
    store.answer = () => Promise.resolve(undefined);
    expect(await rounds.find(number)).toBeUndefined();
    expect(await rounds.find(number)).toBeUndefined();
    expect(store.asked).toBe(2);
  });

  it('does not remember that the store failed', async () => {
    const { store, rounds } = scene();
    const { answer } = store;
    store.answer = () => Promise.reject(new Error('away'));
    await expect(rounds.find(number)).rejects.toThrow('away');
    store.answer = answer;
    expect(await rounds.find(number)).toMatchObject({ caseNumber: number });
  });
});
