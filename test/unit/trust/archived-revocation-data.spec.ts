import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevocationReference } from '../../../src/core/revocation/index.js';
import { sha256 } from '../../../src/core/sha256.js';
import type { Certificate } from '../../../src/core/x509/index.js';
import { type DemoPki } from '../../../src/devkit/index.js';
import { ArchivedRevocationData } from '../../../src/trust/archived-revocation-data.js';
import { directListReader, type ListReader } from '../../../src/trust/revocation-list.js';
import { demoPki } from '../../support/demo-pki.js';
import { ocspBytes } from '../../support/revocation/authority.js';
import { certificateOf, MemoryArchive } from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');
let pki: DemoPki;
let authorities: Certificate[];
let archive: MemoryArchive;
let references: RevocationReference[];
let reads: number;
const counting: ListReader = {
  read: (bytes, candidates) => {
    reads++;
    return directListReader.read(bytes, candidates);
  },
};

beforeAll(() => {
  pki = demoPki({ at });
  authorities = [...pki.roots, ...pki.intermediates].map(certificateOf);
});
beforeEach(async () => {
  archive = new MemoryArchive();
  reads = 0;
  const crls = pki.crls(at).slice(0, 3);
  const digests = await Promise.all(crls.map(({ der }) => archive.put(der)));
  references = digests.map((sha256) => ({ kind: 'crl', sha256, number: undefined }));
});

describe('ArchivedRevocationData', () => {
  it('reads a list once for several calls at the same time', async () => {
    const archived = new ArchivedRevocationData(archive, counting, authorities);
    await Promise.all(Array.from({ length: 10 }, () => archived.load(references, [])));
    expect(await archived.load(references, [])).toMatchObject({ lists: [{}, {}, {}], ocsp: [] });
    expect(reads).toBe(3);
  });

  it('keeps no more bytes than its limit, and drops the least recently used first', async () => {
    const bytes = [...archive.data.values()].reduce((sum, { length }) => sum + length, 0);
    const archived = new ArchivedRevocationData(archive, counting, authorities, bytes - 1);
    const one = (i: number): Promise<unknown> => archived.load([references[i]!], []);
    await one(0);
    await one(1);
    await one(0);
    await one(2);
    expect(reads).toBe(3);
    await one(0);
    expect(reads).toBe(3);
    await one(1);
    expect(reads).toBe(4);
  });

  it.each<[string, () => unknown]>([
    ['missing', () => archive.data.delete([...archive.data.keys()][1]!)],
    ['no list', () => archive.data.set([...archive.data.keys()][1]!, Uint8Array.of(0x30, 0))],
    ['unreadable', () => (archive.get = () => Promise.reject(new Error('I/O error')))],
  ])('returns nothing where one list is %s', async (_case, edit) => {
    edit();
    const archived = new ArchivedRevocationData(archive, counting, authorities);
    expect(await archived.load(references, [])).toBeUndefined();
  });

  it('finds a list that has been restored since', async () => {
    const [name, bytes] = [...archive.data][0]!;
    archive.data.delete(name);
    const archived = new ArchivedRevocationData(archive, counting, authorities);
    expect(await archived.load(references, [])).toBeUndefined();
    archive.data.set(name, bytes);
    expect(await archived.load(references, [])).toBeDefined();
  });

  it('takes an OCSP response from those given, and never from the archive', async () => {
    const response = ocspBytes({ responses: [] });
    await archive.put(response);
    const named = [{ kind: 'ocsp', sha256: sha256(response) }] as const;
    const archived = new ArchivedRevocationData(archive, counting, authorities);
    expect(await archived.load(named, [response])).toMatchObject({ ocsp: [{ der: response }] });
    expect(await archived.load(named, [])).toBeUndefined();
  });

  it('returns nothing where an OCSP response can not be read', async () => {
    const unreadable = Uint8Array.of(1);
    const archived = new ArchivedRevocationData(archive, counting, authorities);
    const named = [{ kind: 'ocsp', sha256: sha256(unreadable) }] as const;
    expect(await archived.load(named, [unreadable])).toBeUndefined();
  });
});
