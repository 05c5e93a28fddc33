import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../../../src/devkit/index.js';
import { addressBlock } from '../../../src/http/limits/address-block.js';
import { noRateLimits, RateLimits } from '../../../src/http/limits/rate-limits.js';

const limits = (...windows: readonly { seconds: number; limit: number }[]) => {
  const clock = new ManualClock(new Date(1_000_000));
  return {
    clock,
    limits: new RateLimits({ ...noRateLimits, 'sign-in': windows, challenges: windows }, clock),
  };
};

describe('limits by address', () => {
  it('count in both windows, and say how long to wait', () => {
    const { clock, limits: counted } = limits({ seconds: 10, limit: 2 }, { seconds: 100, limit: 3 });
    const take = () => counted.take('sign-in', '192.0.2.1');
    expect([take(), take(), take()]).toEqual([0, 0, 10]);
    clock.advance(9_999);
    expect(take()).toBe(1);
    clock.advance(1);
    expect([take(), take()]).toEqual([0, 90]);
    clock.advance(90_000);
    expect([take(), take(), take()]).toEqual([0, 0, 10]);
  });

  it('do not count what they refuse', () => {
    const { clock, limits: counted } = limits({ seconds: 10, limit: 1 });
    expect([1, 2, 3, 4].map(() => counted.take('sign-in', '192.0.2.1'))).toEqual([0, 10, 10, 10]);
    clock.advance(10_000);
    expect(counted.take('sign-in', '192.0.2.1')).toBe(0);
  });

  it('count addresses and uses apart', () => {
    const { limits: counted } = limits({ seconds: 10, limit: 1 });
    expect(counted.take('sign-in', '192.0.2.1')).toBe(0);
    expect(counted.take('sign-in', '192.0.2.2')).toBe(0);
    expect(counted.take('challenges', '192.0.2.1')).toBe(0);
    expect(counted.take('sign-in', '::ffff:192.0.2.1')).toBe(10);
  });

  it('can be off', () => {
    const { limits: counted } = limits();
    for (let n = 0; n < 1000; n++) expect(counted.take('sign-in', '192.0.2.1')).toBe(0);
  });

  it('forget the oldest when a flood comes from everywhere', () => {
    const { limits: counted } = limits({ seconds: 10, limit: 1 });
    for (let n = 0; n <= 100_000; n++) counted.take('sign-in', `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(counted.take('sign-in', '10.0.0.0')).toBe(0);
    expect(counted.take('sign-in', '10.1.134.160')).toBe(10);
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
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%s → %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});
