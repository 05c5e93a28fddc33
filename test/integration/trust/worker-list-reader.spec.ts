import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Certificate } from '../../../src/core/x509/index.js';
import { buildCrl, crlNumber, type DemoPki } from '../../../src/devkit/index.js';
import { directListReader, type RevocationList } from '../../../src/trust/revocation-list.js';
import { type ListWork, threadWorthyBytes, WorkerListReader } from '../../../src/trust/worker-list-reader.js';
import { demoPki } from '../../support/demo-pki.js';
import { certificateOf } from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');
const scriptOf = (name: string): URL => pathToFileURL(`${process.cwd()}/src/trust/${name}`);
/** Jest removes types only in its own code, so the thread has to do it too. */
const start =
  (script: URL) =>
  (work: ListWork): Worker =>
    new Worker(script, {
      workerData: work,
      transferList: [work.bytes.buffer],
      execArgv: ['--import', './.config/typescript.mjs'],
    });

let pki: DemoPki;
let authorities: Certificate[];
let large: Uint8Array;
const serial = (i: number): Uint8Array => Uint8Array.of(1, i >> 16, (i >> 8) & 0xff, i & 0xff, 1, 2, 3, 4);

beforeAll(() => {
  pki = demoPki({ at });
  authorities = [...pki.roots, ...pki.intermediates].map(certificateOf);
  large = buildCrl({
    signer: pki.authorities.moicaG2.key,
    issuer: pki.authorities.moicaG2.name,
    thisUpdate: at,
    nextUpdate: new Date(at.getTime() + 86_400_000),
    entries: Array.from({ length: 20_000 }, (_, i) => ({ serialNumber: serial(i), revokedAt: at })),
    extensions: [crlNumber(1)],
  });
});

const reader = new WorkerListReader(start(scriptOf('list-worker.ts')));
const found = (list: RevocationList, i: number): boolean =>
  list.index.find(serial(i), list.index.issuer) !== undefined;

describe('WorkerListReader', () => {
  it('reads a large list in a thread, with the same result', async () => {
    expect(large.length).toBeGreaterThan(threadWorthyBytes);
    const before = Buffer.from(large);
    const [theirs, ours] = await Promise.all([
      reader.read(large, authorities),
      directListReader.read(large, authorities),
    ]);
    if (!theirs.ok || !ours.ok) throw new Error('not read');
    expect({ ...theirs.value, index: undefined }).toEqual({ ...ours.value, index: undefined });
    expect([0, 19_999, 20_000].map((i) => found(theirs.value, i))).toEqual([true, true, false]);
    expect(before.equals(large)).toBe(true);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['cut short', (bytes) => bytes.subarray(0, -1), 'crl-malformed'],
    ['with a bit of the signature flipped', flipLast, 'crl-signature-wrong'],
  ])('refuses a large list %s', async (_case, edit, code) => {
    expect(await reader.read(edit(large), authorities)).toEqual({ ok: false, failure: { code } });
  });

  it('reads a small list without a thread', async () => {
    const none = new WorkerListReader(() => {
      throw new Error('no thread wanted');
    });
    const { der } = pki.crls(at)[0]!;
    expect((await none.read(der, authorities)).ok).toBe(true);
  });

  it('rejects when the thread fails', async () => {
    const lost = new WorkerListReader(start(scriptOf('no-such-script.ts')));
    await expect(lost.read(large, authorities)).rejects.toThrow();
  });
});

function flipLast(bytes: Uint8Array): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[flipped.length - 1]! ^= 1;
  return flipped;
}
