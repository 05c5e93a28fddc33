import { fork } from 'node:child_process';
import { generatePrimeSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { benchFolder, BenchRound, primesFor } from './bench-round.js';

/** The files in which the records of a bench are. */
interface MadeRecords {
  readonly files: readonly string[];
}

/** How many records a file has at most: what one process makes at a time. */
const recordsPerFile = 10_000;

/** Makes so many records for the bench, where they aren't there yet: on every core, a file of them at a time. */
export async function madeRecords(count: number): Promise<MadeRecords> {
  const folder = path.join(benchFolder, `records-${count}`);
  for (const each of [folder, path.join(benchFolder, 'keys')]) mkdirSync(each, { recursive: true });
  const starts = Array.from(
    { length: Math.ceil(count / recordsPerFile) },
    (_, part) => part * recordsPerFile,
  );
  const files = starts.map((from) => path.join(folder, `${from}.bin`));
  const missing = starts.filter((_, part) => !existsSync(String(files[part])));
  // The demo keys are made here, so that no two processes make them at once.
  if (missing.length > 0) new BenchRound();
  const primes = primesFile(count);
  const make = async (): Promise<void> => {
    for (let from = missing.shift(); from !== undefined; from = missing.shift()) {
      const file = path.join(folder, `${from}.bin`);
      const to = Math.min(count, from + recordsPerFile);
      const words = [from, to, count, primes, `${file}.new`].map(String);
      const maker = fork('test/support/bench/record-maker.ts', words, {
        execArgv: ['--no-warnings', '--import', './.config/typescript.mjs'],
      });
      const [code] = (await once(maker, 'exit')) as [number | null];
      if (code !== 0) throw new Error('making records failed');
      renameSync(`${file}.new`, file);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, make));
  return { files };
}

/** The primes of so many RSA keys, one a line, in hexadecimal: kept, and more are added where there are too few. */
function primesFile(keys: number): string {
  const file = path.join(benchFolder, 'primes.txt');
  const primes = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const wanted = primesFor(keys);
  // The two highest bits are set, so that every product has 2048; and 65537 divides no prime less one.
  while (primes.length < wanted) {
    const prime = generatePrimeSync(1024, { bigint: true });
    if (prime >> 1022n === 3n && prime % 65_537n !== 1n) primes.push(prime.toString(16));
  }
  writeFileSync(file, `${primes.join('\n')}\n`);
  const own = path.join(benchFolder, `primes-${keys}.txt`);
  writeFileSync(own, `${primes.slice(0, wanted).join('\n')}\n`);
  return own;
}

/** The records in a file, in the order in which they were made. */
export function* recordsIn(file: string): Generator<Uint8Array> {
  const content = readFileSync(file);
  for (let at = 0; at < content.length;) {
    const length = content.readUInt32BE(at);
    yield content.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}
