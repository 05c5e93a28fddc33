/** A program that the benchmark runs in a separate process: loads one CRL and prints its time and memory as JSON. */
import { openSync, readSync, statSync } from 'node:fs';
import { CrlIndex } from '../../../src/core/revocation/index.js';

const [, , file] = process.argv;
globalThis.gc?.();
const before = process.memoryUsage.rss();
const started = performance.now();
const bytes = readWhole(file!);
const read = performance.now();
const crl = CrlIndex.read(bytes);
const indexed = performance.now();
const peak = process.memoryUsage.rss();
if (!crl.ok) throw new Error(crl.failure.code);
process.stdout.write(
  JSON.stringify({
    entries: crl.value.entryCount,
    bytes: bytes.length,
    readMilliseconds: read - started,
    loadMilliseconds: indexed - started,
    addedRss: peak - before,
  }),
);

/** As readFileSync, but into one buffer, so that the measurement shows the memory of the CRL reader. */
function readWhole(path: string): Uint8Array {
  const whole = new Uint8Array(statSync(path).size);
  const descriptor = openSync(path, 'r');
  for (let at = 0; at < whole.length;) at += readSync(descriptor, whole, at, whole.length - at, null);
  return whole;
}
