import { SeededRandom } from '../../../src/devkit/index.js';

/** How many come when: shares of all, one for each stretch of equal length. */
export interface Evening {
  readonly name: string;
  /** Seconds from the first to the last. */
  readonly seconds: number;
  readonly shares: readonly number[];
}

/** What they found. */
export interface Served {
  /** The most in one second. */
  readonly peakPerSecond: number;
  /** The busiest second's need of processes, all of them busy. */
  readonly processesAtPeak: number;
  /** The most that waited at one moment. */
  readonly longestQueue: number;
  /** Seconds from coming to the answer: half of them had it by then, 99 of 100, all. */
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

/**
 * Plays an evening: `count` people come at random within their stretch (as a Poisson process does), are served in the order of coming by
 * `processes`, each taking `serviceSeconds` for one. Nobody is turned away, and nobody gives up. The same seed plays the same evening.
 */
export function playEvening(
  { seconds, shares }: Evening,
  count: number,
  processes: number,
  serviceSeconds: number,
  seed = 'evening',
): Served {
  const arrivals = arrivalsOf(seconds, shares, count, new SeededRandom(seed));
  const free = new Float64Array(processes);
  const waits = new Float64Array(arrivals.length);
  const begins = new Float64Array(arrivals.length);
  arrivals.forEach((at, index) => {
    // The process that is free first: those that are idle are free since earlier.
    const first = free.indexOf(Math.min(...free));
    begins[index] = Math.max(at, free[first] ?? 0);
    free[first] = (begins[index] ?? 0) + serviceSeconds;
    waits[index] = (free[first] ?? 0) - at;
  });
  waits.sort();
  const quantile = (share: number): number => waits[Math.ceil(share * waits.length) - 1] ?? 0;
  const peakPerSecond = busiestSecond(arrivals);
  return {
    peakPerSecond,
    processesAtPeak: peakPerSecond * serviceSeconds,
    longestQueue: longestQueue(arrivals, begins),
    median: quantile(0.5),
    p99: quantile(0.99),
    longest: quantile(1),
  };
}

function arrivalsOf(
  seconds: number,
  shares: readonly number[],
  count: number,
  random: SeededRandom,
): Float64Array {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const length = seconds / shares.length;
  const arrivals = shares.flatMap((share, index) =>
    Array.from(
      { length: Math.round((count * share) / all) },
      () => (index + random.below(2 ** 32) / 2 ** 32) * length,
    ),
  );
  return Float64Array.from(arrivals).sort();
}

function busiestSecond(arrivals: Float64Array): number {
  const counts = new Map<number, number>();
  for (const at of arrivals) counts.set(Math.floor(at), (counts.get(Math.floor(at)) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Who has come and is not being served yet. Both ascend, since they are served in the order of coming. */
function longestQueue(arrivals: Float64Array, begins: Float64Array): number {
  let begun = 0;
  let longest = 0;
  arrivals.forEach((at, index) => {
    while (begun < index && (begins[begun] ?? 0) <= at) begun++;
    longest = Math.max(longest, index - begun);
  });
  return longest;
}
