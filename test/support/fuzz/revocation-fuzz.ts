import { CaseRandom, mutate } from './mutate.js';
import { type FuzzTarget, targets } from './revocation-targets.js';

/** A fault that a case found. `seed` is the number of the case and reproduces it. */
interface Finding {
  readonly seed: number;
  readonly target: string;
  readonly what: string;
}

/** The results of a range of cases. */
interface FuzzReport {
  readonly cases: number;
  /** How many mutated inputs our code accepts. openssl checks each of them too. */
  readonly accepted: number;
  readonly slowestMilliseconds: number;
  readonly findings: readonly Finding[];
}

/** One case in `resignEvery` mutates the signed part and signs it again. */
const resignEvery = 16;
const slowMilliseconds = 50;

/** Whether our code and openssl accept every unchanged input. Otherwise the cases would prove nothing. */
export function untouchedAreAccepted(): boolean {
  return targets.every(({ bytes, accepts, opensslAccepts }) => accepts(bytes) && opensslAccepts(bytes));
}

/** Runs the cases from `from` to `from + count - 1`. */
export function fuzz(from: number, count: number): FuzzReport {
  const findings: Finding[] = [];
  let accepted = 0;
  let slowestMilliseconds = 0;
  for (let seed = from; seed < from + count; seed++) {
    const target = targets[seed % targets.length]!;
    const mutated = mutation(target, seed);
    const { took, outcome } = run(target, mutated);
    slowestMilliseconds = Math.max(slowestMilliseconds, took);
    const note = (what: string): number => findings.push({ seed, target: target.name, what });
    if (outcome instanceof Error) note(`crash: ${outcome.message}`);
    if (took > slowMilliseconds && leastProcessorTime(target, mutated) > slowMilliseconds) note('slow');
    if (outcome !== true || Buffer.compare(mutated, target.bytes) === 0) continue;
    accepted++;
    if (!target.opensslAccepts(mutated)) note('accepted, openssl refuses');
  }
  return { cases: count, accepted, slowestMilliseconds, findings };
}

/** The input of case `seed`. */
function mutation({ bytes, mutateAndSign }: FuzzTarget, seed: number): Uint8Array {
  const random = new CaseRandom(seed);
  const signAgain = Math.floor(seed / targets.length) % resignEvery === 0;
  return signAgain ? mutateAndSign(random) : mutate(bytes, random);
}

function run(
  target: FuzzTarget,
  mutated: Uint8Array,
): { readonly took: number; readonly outcome: boolean | Error } {
  const started = performance.now();
  try {
    const outcome = target.accepts(mutated);
    return { took: performance.now() - started, outcome };
  } catch (error) {
    return {
      took: performance.now() - started,
      outcome: error instanceof Error ? error : new Error(String(error)),
    };
  }
}

/** The least processor time of five runs, in milliseconds. Other work on the machine does not count. */
function leastProcessorTime(target: FuzzTarget, mutated: Uint8Array): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run(target, mutated);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
