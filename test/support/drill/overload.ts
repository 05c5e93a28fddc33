import { setTimeout as pause } from 'node:timers/promises';
import { BenchServer } from '../bench/bench-server.js';
import { quantile, tenths } from '../bench/figures.js';
import { intakeScene } from '../bench/intake-scene.js';
import { Load, type LoadAnswer } from '../bench/load.js';

/** What came of asking for more than a server can do. */
export interface OverloadReport {
  /** Co-signatures taken a second with 32 senders, each waiting for its answer. */
  readonly topRate: number;
  readonly askedPerSecond: number;
  readonly acceptedPerSecond: number;
  /** Of the top rate. */
  readonly acceptedShare: number;
  readonly acceptedP99Milliseconds: number;
  readonly refused: number;
  readonly refusedMedianMilliseconds: number;
  readonly refusedP99Milliseconds: number;
  /** Neither taken, nor refused with 503. */
  readonly otherwise: number;
  readonly memoryGrowthMegabytes: number;
  /** Of the answers to people who come two seconds after. */
  readonly afterwardsP99Milliseconds: number;
}

/**
 * Asks for `times` the top rate over `seconds`, whether there are answers or not. Whoever is refused asks again, as often as it takes to keep the
 * rate: so every request is sound, and each holder is taken once.
 */
export async function overload(times: number, seconds: number): Promise<OverloadReport> {
  const warmUp = 4_000;
  const scene = await intakeScene(warmUp + 1_000 * seconds + 500);
  const bodies = scene.requests.map(({ body }) => body);
  const { postgres, home, at } = scene;
  const server = await BenchServer.start('intake-server', [postgres.url, home, at.toISOString()]);
  const load = new Load([`${server.address}/api/v1/cases/9001/co-signatures`], 200, 16);
  try {
    await load.closed(bodies.splice(0, warmUp / 2), 32);
    const began = performance.now();
    await load.closed(bodies.splice(0, warmUp / 2), 32);
    const topRate = (1000 * (warmUp / 2)) / (performance.now() - began);
    const afterwards = bodies.splice(0, 500);
    const before = (await server.usage()).rssBytes;
    const answers = await asked(load, bodies, { perSecond: times * topRate, seconds });
    const after = (await server.usage()).rssBytes;
    await pause(2_000);
    const later = await load.open(afterwards, 100);
    return reportOf(answers, later, { topRate, perSecond: times * topRate, seconds, growth: after - before });
  } finally {
    load.close();
    await server.stop();
    await scene.remove();
  }
}

/** Sends at the rate; a body that was refused goes to the end of those that wait. */
async function asked(
  load: Load,
  bodies: string[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly LoadAnswer[]> {
  const answers: LoadAnswer[] = [];
  const underWay: Promise<void>[] = [];
  const began = performance.now();
  let sent = 0;
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - began) / 1000) {
    for (; sent < elapsed * perSecond && bodies.length > 0; sent += 1) {
      const body = bodies.shift() ?? '';
      underWay.push(
        load.one(body).then((answer) => {
          answers.push(answer);
          if (answer.status === 503) bodies.push(body);
        }),
      );
    }
    await pause(2);
  }
  await Promise.all(underWay);
  return answers;
}

function reportOf(
  answers: readonly LoadAnswer[],
  later: readonly LoadAnswer[],
  run: {
    readonly topRate: number;
    readonly perSecond: number;
    readonly seconds: number;
    readonly growth: number;
  },
): OverloadReport {
  const timesOf = (status: number): readonly number[] =>
    answers.filter((each) => each.status === status).map(({ milliseconds }) => milliseconds);
  const [accepted, refused] = [timesOf(201), timesOf(503)];
  const acceptedPerSecond = accepted.length / run.seconds;
  return {
    topRate: Math.round(run.topRate),
    askedPerSecond: Math.round(answers.length / run.seconds),
    acceptedPerSecond: Math.round(acceptedPerSecond),
    acceptedShare: Math.round((100 * acceptedPerSecond) / run.topRate) / 100,
    acceptedP99Milliseconds: tenths(quantile(accepted, 0.99)),
    refused: refused.length,
    refusedMedianMilliseconds: tenths(quantile(refused, 0.5)),
    refusedP99Milliseconds: tenths(quantile(refused, 0.99)),
    otherwise: answers.length - accepted.length - refused.length,
    memoryGrowthMegabytes: Math.round(run.growth / 1_000_000),
    afterwardsP99Milliseconds: tenths(
      quantile(
        later.map(({ milliseconds }) => milliseconds),
        0.99,
      ),
    ),
  };
}
