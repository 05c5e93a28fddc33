import { expect, it } from '@jest/globals';
import { fetchBounded } from '../../../src/adapters/fetching/bounded-fetch.js';

// What the network and its answers do is tried in http-revocation-fetcher.spec.ts and http-mobile-signing.spec.ts.
const bounds = { timeout: 60_000, maximumBytes: 10 };

it('a request that can’t be made is a bug, not a failure of the network', async () => {
  const faulty = {
    get body(): string {
      throw new RangeError('the caller’s fault');
    },
  };
  await expect(fetchBounded('http://127.0.0.1:9/', faulty, bounds)).rejects.toThrow(RangeError);
});

it('a port on which nobody listens is unreachable', async () => {
  expect(await fetchBounded('http://127.0.0.1:9/', {}, bounds)).toMatchObject({
    ok: false,
    failure: { code: 'fetch-unreachable' },
  });
});
