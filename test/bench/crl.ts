/**
 * A CRL of MOICA's size: the time to load it, beside `openssl crl -noout` on the same file and beside pkijs; the memory it adds in a
 * separate process; and the time of a lookup. `--entries N` sets another size. Prints one JSON object.
 */
import { valueOf } from '../../src/devkit/index.js';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as asn1js from 'asn1js';
import { CertificateRevocationList } from 'pkijs';
import { CrlIndex } from '../../src/core/revocation/index.js';
import { strongAlgorithms } from '../../src/core/x509/index.js';
import { largeCrl, moicaEntries } from '../support/crl/large-crl.js';

interface Load {
  readonly loadMilliseconds: number;
  readonly addedRss: number;
}

const rounds = 5;
const size = process.argv.indexOf('--entries');
const entries = size < 0 ? moicaEntries : Number(process.argv[size + 1]);
const { file, publicKey, listed } = largeCrl(entries);
const bytes = statSync(file).size;

const openssl = alternate(() =>
  timed(() => run('openssl', ['crl', '-inform', 'DER', '-in', file, '-noout'])),
);
const loads = alternate(loadInOwnProcess);
const load = median(loads.map(({ loadMilliseconds }) => loadMilliseconds));
const rss = Math.max(...loads.map(({ addedRss }) => addedRss));
const opensslLoad = median(openssl);
const lookup = lookups();

console.log(
  JSON.stringify({
    benchmark: 'crl',
    entries,
    bytes,
    loadMilliseconds: round(load),
    opensslMilliseconds: round(opensslLoad),
    loadToOpenssl: round(load / opensslLoad),
    addedRssToSize: round(rss / bytes),
    ...lookup,
    peer: pkijs(),
    holds: {
      loadNoSlowerThanOpenssl: load <= opensslLoad,
      rssBelowThreeTimesSize: rss < 3 * bytes,
      lookupBelowTwoMicroseconds: lookup.lookupWithDateAndReasonMicroseconds < 2,
    },
  }),
);

function alternate<Value>(measure: () => Value): Value[] {
  return Array.from({ length: rounds }, measure);
}

function loadInOwnProcess(): Load {
  const script = fileURLToPath(new URL('../support/crl/measure-load.ts', import.meta.url));
  const hooks = fileURLToPath(new URL('../../.config/typescript.mjs', import.meta.url));
  return JSON.parse(run(process.execPath, ['--expose-gc', '--import', hooks, script, file])) as Load;
}

function run(command: string, parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** The time of one lookup in microseconds: of a serial number in the CRL, also with its date and reason, and of one that is not in it. */
function lookups(): Record<string, number> & { readonly lookupWithDateAndReasonMicroseconds: number } {
  const crl = valueOf(CrlIndex.read(readFileSync(file)));
  const started = performance.now();
  const signed = crl.isSignedBy(publicKey, strongAlgorithms);
  const verification = performance.now() - started;
  if (!signed) throw new Error('the signature does not verify');
  const absent = listed.map((serial) => serial.map((octet, index) => (index > 3 ? octet ^ 0x55 : octet)));
  const find = (serials: readonly Uint8Array[]) => (): number =>
    serials.filter((serial) => crl.find(serial, crl.issuer) !== undefined).length;
  const explain = (): number =>
    listed.filter((serial) => {
      const entry = crl.find(serial, crl.issuer);
      return entry?.reason !== undefined && entry.revokedAt > 0;
    }).length;
  return {
    signatureMilliseconds: round(verification),
    lookupListedMicroseconds: perSerial(find(listed), listed.length),
    lookupAbsentMicroseconds: perSerial(find(absent), 0),
    lookupWithDateAndReasonMicroseconds: perSerial(explain, listed.length),
  };
}

function perSerial(count: () => number, expected: number): number {
  for (let i = 0; i < 20; i++) if (count() !== expected) throw new Error('a lookup went wrong');
  // The best of many rounds: other work on the machine takes longer than a lookup.
  const fastest = Math.min(...Array.from({ length: 50 }, () => timed(count)));
  return round((fastest * 1000) / listed.length);
}

/** pkijs on a CRL that it can read in reasonable time. By default asn1js stops at 10,000 nodes. */
function pkijs(): Record<string, unknown> {
  const small = largeCrl(20_000);
  const source = new Uint8Array(readFileSync(small.file));
  const peer = timed(() => {
    const asn1 = asn1js.fromBER(source, { maxNodes: 10_000_000, maxContentLength: source.length + 1 });
    return new CertificateRevocationList({ schema: asn1.result });
  });
  const ours = timed(() => CrlIndex.read(source));
  return {
    name: 'pkijs 4.0.0, limits lifted',
    entries: 20_000,
    milliseconds: round(peer),
    ours: round(ours),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
