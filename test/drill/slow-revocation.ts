/**
 * `npm run drill -- slow-revocation`: the authority's lists come slowly, and then not at all, while people co-sign. A slow source must delay nobody; once the lists are out of
 * date nobody may be taken, and once they are there again everybody is.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { REVOCATION_FETCHER, type RevocationFetcher } from '../../src/trust/index.js';
import { drill } from '../support/drill/drill.js';
import { SteadyCoSigners } from '../support/drill/steady-co-signers.js';

const hour = 3_600_000;

await drill('slow-revocation', async ({ application, installation }) => {
  const fetcher = application.get<RevocationFetcher>(REVOCATION_FETCHER);
  const fetch = fetcher.fetch.bind(fetcher);
  let slow = true;
  fetcher.fetch = async (source) => {
    while (slow) await pause(50);
    return fetch(source);
  };
  const early = await SteadyCoSigners.of(application, 50, 'early');
  const refreshing = application.trust.refresh();
  await early.come(50);
  const whileSlow = { ...early.answers, slowestMilliseconds: early.slowest };

  // The lists that are there end; the challenges are asked for at this later time.
  installation.clock.advance(30 * hour);
  const late = await SteadyCoSigners.of(application, 20, 'late');
  const coming = late.come(50);
  await pause(3_000);
  const stale = { ...late.answers };
  const health = (await application.request.get('/api/v1/health')).status;
  slow = false;
  await refreshing;
  await application.trust.refresh();
  await coming;
  const { lost, more } = await late.held();
  const refused = Object.keys(stale);
  return {
    seen: { whileSlow, whileStale: stale, healthWhileStale: health, afterwards: late.answers },
    holds: {
      nobodyWaitsForASlowSource: early.slowest < 1_000 && early.acknowledged.length === 50,
      nobodyIsTakenOnTrust: refused.length === 1 && refused[0] === '503 revocation-unavailable',
      healthSaysSo: health === 503,
      everybodyIsTakenInTheEnd: late.acknowledged.length === 20,
      noneLost: lost === 0,
      noneTwice: more === early.acknowledged.length,
    },
  };
});
