import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { longestProcessMessage, type ProcessMessages } from '../../../src/core/process-messages.js';
import type { LimitedUse } from '../../../src/http/limits/limited.js';
import { noRateLimits, rateLimits } from '../../../src/http/limits/rate-limits.js';
import { CountsOfOthers } from '../../../src/http/limits/counts-of-others.js';
import { fakeDate } from '../../support/fake-date.js';

/** Processes that hear one another at once, and what was sent. */
class Wire {
  readonly sent: Uint8Array[] = [];
  private readonly takers: ((content: Uint8Array) => void)[] = [];

  join(): ProcessMessages {
    let own: ((content: Uint8Array) => void) | undefined;
    return {
      send: (_topic, content) => {
        this.sent.push(content);
        for (const take of this.takers) if (take !== own) take(content);
        return Promise.resolve();
      },
      receive: (_topic, take) => {
        own = take;
        this.takers.push(take);
      },
    };
  }

  /** A message of somebody else in the platform, such as a newer program. */
  async hear(text: string): Promise<void> {
    for (const take of this.takers) take(Buffer.from(text, 'latin1'));
    await setImmediate();
  }
}

const limit = 48;
const floor = limit / 24;

async function aProcess(wire: Wire) {
  const shared = new CountsOfOthers(wire.join());
  const windows = [
    { seconds: 60, limit },
    { seconds: 3600, limit: 10 * limit },
  ];
  const sizes = { ...noRateLimits, 'sign-in': windows, challenges: windows };
  const { take } = await rateLimits(fastify(), sizes, shared);
  const routeOptions = { config: {} } as Parameters<typeof take>[1]['routeOptions'];
  const ask = async (ip: string, times: number, use: LimitedUse = 'sign-in'): Promise<number> => {
    let wait = 0;
    for (let n = 0; n < times; n++) wait = await take(use, { ip, routeOptions });
    return wait;
  };
  /** Requests that are let through from now on. */
  const left = async (ip: string, use: LimitedUse = 'sign-in'): Promise<number> => {
    let asked = 0;
    while ((await take(use, { ip, routeOptions })) === 0) asked++;
    return asked;
  };
  /** Others have counted it when this ends. */
  const tell = async (): Promise<void> => {
    await shared.run();
    await setImmediate();
  };
  return { ask, left, tell };
}

describe('limits of several processes', () => {
  let date: ReturnType<typeof fakeDate>;
  let wire: Wire;
  beforeEach(() => {
    date = fakeDate(new Date(1_000_000));
    wire = new Wire();
  });
  afterEach(() => {
    date.restore();
  });

  it('count what an address asked of the others', async () => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.ask('192.0.2.1', 40);
    await one.tell();
    expect(await two.left('192.0.2.1')).toBe(limit - 40);
    expect(await two.left('192.0.2.2')).toBe(limit);
    expect(await two.left('192.0.2.1', 'challenges')).toBe(limit);
  });

  it('refuse everywhere an address that is over its limit, until the window ends', async () => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.ask('192.0.2.1', 3 * limit);
    await one.tell();
    expect(await two.ask('192.0.2.1', 1)).toBe(60);
    date.advance(60_000);
    expect(await two.ask('192.0.2.1', 1)).toBe(0);
  });

  it('let little more through than one process, however the requests are spread', async () => {
    const processes = await Promise.all(Array.from({ length: 4 }, () => aProcess(wire)));
    let through = 0;
    for (let second = 0; second < 30; second++) {
      for (const each of processes)
        for (let n = 0; n < 3; n++) through += Number((await each.ask('192.0.2.1', 1)) === 0);
      for (const each of processes) await each.tell();
    }
    expect(through).toBeGreaterThanOrEqual(limit);
    expect(through).toBeLessThanOrEqual(limit + 4 * 3);
  });

  it.each([
    ['an IPv4 address mapped into IPv6', '::ffff:192.0.2.1', '192.0.2.1'],
    ['two addresses of one /64', '2001:db8::1', '2001:db8::2'],
  ])('know %s as the same', async (_what, told, asked) => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.ask(told, 40);
    await one.tell();
    expect(await two.left(asked)).toBe(limit - 40);
  });

  it('are not told of an address that asks for little, until it has asked for more', async () => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.ask('192.0.2.1', floor - 1);
    await one.tell();
    expect(Buffer.from(wire.sent[0]!).toString().trim()).toBe('');
    await one.ask('192.0.2.1', 1);
    await one.tell();
    expect(await two.left('192.0.2.1')).toBe(limit - floor);
  });

  it('tell of a request once', async () => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.ask('192.0.2.1', 10);
    await one.tell();
    await one.tell();
    expect(await two.left('192.0.2.1')).toBe(limit - 10);
  });

  it('send messages of one length, of nothing and of too many addresses alike, the busiest first', async () => {
    const [one, two] = [await aProcess(wire), await aProcess(wire)];
    await one.tell();
    for (let n = 0; n < 400; n++) await one.ask(`198.51.${n >> 8}.${n & 255}`, floor);
    await one.ask('192.0.2.1', 40);
    await one.tell();
    expect(wire.sent.map(({ length }) => length)).toEqual([longestProcessMessage, longestProcessMessage]);
    expect(await two.left('192.0.2.1')).toBe(limit - 40);
    for (let n = 0; n < 3; n++) await one.tell();
    expect(await two.left('198.51.1.143')).toBe(limit - floor);
  });

  it.each([
    ['an unknown use', 'something-new 192.0.2.1 40'],
    ['no number', 'sign-in 192.0.2.1'],
    ['no requests', 'sign-in 192.0.2.1 0'],
    ['a number below none', 'sign-in 192.0.2.1 -40'],
    ['a part of a request', 'sign-in 192.0.2.1 1.5'],
    ['a number without end', 'sign-in 192.0.2.1 Infinity'],
    ['a word too many, as of an address with a space', 'sign-in 192.0.2.1 40 1'],
    ['nothing', ''],
  ])('leave out what they can’t read: %s', async (_what, line) => {
    const one = await aProcess(wire);
    await wire.hear(`${line}\nsign-in 192.0.2.2 8\n`);
    expect(await one.left('192.0.2.1')).toBe(limit);
    expect(await one.left('192.0.2.2')).toBe(limit - 8);
  });

  it('do no more work for a huge number than fills the windows', async () => {
    const one = await aProcess(wire);
    await wire.hear(`sign-in 192.0.2.1 ${String(Number.MAX_SAFE_INTEGER)}\n`);
    expect(await one.left('192.0.2.1')).toBe(0);
  });
});
