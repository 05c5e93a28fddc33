import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { GroupedWork } from '../../../src/core/grouped-work.js';

/** A store whose writes end when the test says so. */
class Store {
  readonly groups: (readonly number[])[] = [];
  private readonly ends: ((error?: Error) => void)[] = [];

  write = (items: readonly number[]): Promise<readonly string[]> => {
    this.groups.push(items);
    return new Promise((resolve, reject) => {
      this.ends.push((error) => (error === undefined ? resolve(items.map(String)) : reject(error)));
    });
  };

  async end(error?: Error): Promise<void> {
    this.ends.shift()?.(error);
    await turn();
  }
}

async function written(writes: GroupedWork<number, string>, items: readonly number[]) {
  const outcomes = items.map((item) => writes.add(item));
  await turn();
  return outcomes;
}

describe('GroupedWork', () => {
  it('writes a lone item at once', async () => {
    const store = new Store();
    const [outcome] = await written(new GroupedWork(store.write, { group: 10, underWay: 1 }), [1]);
    expect(store.groups).toEqual([[1]]);
    await store.end();
    expect(await outcome).toBe('1');
  });

  it('writes together what arrives together, and what arrives while a group is under way in the next', async () => {
    const store = new Store();
    const writes = new GroupedWork(store.write, { group: 10, underWay: 1 });
    const first = await written(writes, [1, 2]);
    const second = [...(await written(writes, [3])), ...(await written(writes, [4]))];
    expect(store.groups).toEqual([[1, 2]]);
    await store.end();
    expect(await Promise.all(first)).toEqual(['1', '2']);
    expect(store.groups).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await store.end();
    expect(await Promise.all(second)).toEqual(['3', '4']);
  });

  it.each([
    [{ group: 2, underWay: 1 }, [[1, 2]]],
    [
      { group: 2, underWay: 2 },
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('with %j begins no more than that', async (bounds, begun) => {
    const store = new Store();
    const outcomes = await written(new GroupedWork(store.write, bounds), [1, 2, 3, 4, 5]);
    expect(outcomes).toHaveLength(5);
    expect(store.groups).toEqual(begun);
  });

  it('rejects a group that fails, all of it and nothing else, and goes on', async () => {
    const store = new Store();
    const writes = new GroupedWork(store.write, { group: 2, underWay: 1 });
    const outcomes = await written(writes, [1, 2, 3]);
    const settled = Promise.allSettled(outcomes);
    await store.end(new Error('away'));
    await store.end();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('rejects a group for which not every item has an outcome', async () => {
    const writes = new GroupedWork<number, string>(() => Promise.resolve(['1']), { group: 2, underWay: 1 });
    const settled = await Promise.allSettled([writes.add(1), writes.add(2)]);
    expect(settled).toMatchObject([
      { status: 'rejected', reason: { message: 'an item without an outcome' } },
      { status: 'rejected' },
    ]);
  });
});
