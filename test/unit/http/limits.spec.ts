import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { addressBlock } from '../../../src/http/limits/address-block.js';
import type { LimitedUse } from '../../../src/http/limits/limited.js';
import { noRateLimits, rateLimits } from '../../../src/http/limits/rate-limits.js';
import { fakeDate } from '../../support/fake-date.js';

let date: ReturnType<typeof fakeDate>;
beforeEach(() => {
  date = fakeDate(new Date(1_000_000));
});
afterEach(() => {
  date.restore();
});

/** Takes a share of these windows, each use with its own. */
async function limits(...windows: readonly { seconds: number; limit: number }[]) {
  const { take } = await rateLimits(fastify(), {
    ...noRateLimits,
    'sign-in': windows,
    challenges: windows,
  });
  const routeOptions = { config: {} } as Parameters<typeof take>[1]['routeOptions'];
  return (use: LimitedUse, ip: string) => take(use, { ip, routeOptions });
}

/** One after the other. */
async function several(times: number, take: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < times; n++) found.push(await take());
  return found;
}

describe('limits by address', () => {
  it('count in both windows, and say how long to wait', async () => {
    const counted = await limits({ seconds: 10, limit: 2 }, { seconds: 100, limit: 3 });
    const take = () => counted('sign-in', '192.0.2.1');
    expect(await several(3, take)).toEqual([0, 0, 10]);
    date.advance(9_999);
    expect(await take()).toBe(1);
    date.advance(1);
    expect(await several(2, take)).toEqual([0, 90]);
    date.advance(90_000);
    expect(await several(3, take)).toEqual([0, 0, 10]);
  });

  it('do not count what they refuse', async () => {
    const counted = await limits({ seconds: 10, limit: 1 });
    const take = () => counted('sign-in', '192.0.2.1');
    expect(await several(4, take)).toEqual([0, 10, 10, 10]);
    date.advance(10_000);
    expect(await take()).toBe(0);
  });

  it('let no more through for being asked in the same instant', async () => {
    const counted = await limits({ seconds: 10, limit: 3 });
    const waits = await Promise.all(Array.from({ length: 8 }, () => counted('sign-in', '192.0.2.1')));
    expect(waits.filter((wait) => wait === 0).length).toBeLessThanOrEqual(3);
    expect(await counted('sign-in', '192.0.2.1')).toBe(10);
  });

  it('count addresses and uses apart', async () => {
    const counted = await limits({ seconds: 10, limit: 1 });
    expect(await counted('sign-in', '192.0.2.1')).toBe(0);
    expect(await counted('sign-in', '192.0.2.2')).toBe(0);
    expect(await counted('challenges', '192.0.2.1')).toBe(0);
    expect(await counted('sign-in', '::ffff:192.0.2.1')).toBe(10);
  });

  it('can be off', async () => {
    const counted = await limits();
    expect(new Set(await several(1000, () => counted('sign-in', '192.0.2.1')))).toEqual(new Set([0]));
  });

  it('forget the oldest when a flood comes from everywhere', async () => {
    const counted = await limits({ seconds: 10, limit: 1 });
    for (let n = 0; n <= 100_000; n++) await counted('sign-in', `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(await counted('sign-in', '10.0.0.0')).toBe(0);
    expect(await counted('sign-in', '10.1.134.160')).toBe(10);
  });
});

describe('the block an address belongs to', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['2001:db8::1:2:3:4', '2001:db8:0:0::/64'],
    ['2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
    ['192.0.2.1:443', '192.0.2.1'],
    ['[2001:db8:1:2:3::4]:443', '2001:db8:1:2::/64'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:FFFF:C000:0201', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['64:ff9b::c000:201', '192.0.2.1'],
    ['64:ff9b:1::c000:201', '64:ff9b:1:0::/64'],
    ['2001:db8:1:2:3:4:192.0.2.1', '2001:db8:1:2::/64'],
  ])('%s → %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});
