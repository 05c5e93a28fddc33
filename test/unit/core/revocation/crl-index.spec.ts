import { createHash } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { der, DerReader } from '../../../../src/core/der/index.js';
import { CrlIndex, type CrlIndexTransfer } from '../../../../src/core/revocation/index.js';
import { readName, strongAlgorithms } from '../../../../src/core/x509/index.js';
import {
  certificateIssuer,
  crlNumber,
  deltaCrlIndicator,
  invalidityDate,
  issuingDistributionPoint,
  SeededRandom,
} from '../../../../src/devkit/index.js';
import { crlBytes, key, named, read, tomorrow, yesterday } from '../../../support/revocation/authority.js';

const revokedAt = new Date('2026-02-01T00:00:00Z');
const issuer = readName(new DerReader(named('ca')));

describe('CrlIndex.read', () => {
  it('returns the fields of the CRL', () => {
    const bytes = crlBytes('ca', { extensions: [crlNumber(2n ** 159n - 1n), deltaCrlIndicator(7)] });
    const crl = read(bytes);
    expect(crl.issuer.der).toEqual(named('ca'));
    expect([crl.thisUpdate, crl.nextUpdate]).toEqual([yesterday.getTime(), tomorrow.getTime()]);
    expect(crl.extensions).toMatchObject({ number: 2n ** 159n - 1n, baseNumber: 7n });
    expect([crl.entryCount, crl.byteLength, crl.hasUnknownCriticalExtension]).toEqual([
      0,
      bytes.length,
      false,
    ]);
    expect(crl.sha256).toEqual(new Uint8Array(createHash('sha256').update(bytes).digest()));
    expect(crl.reference).toEqual({ kind: 'crl', sha256: crl.sha256, number: String(2n ** 159n - 1n) });
  });

  it('reads a CRL that is part of a larger buffer', () => {
    const bytes = crlBytes('ca', { entries: [{ serialNumber: 77, revokedAt }] });
    const within = Buffer.concat([Buffer.alloc(33, 0x30), bytes, Buffer.alloc(9)]).subarray(
      33,
      33 + bytes.length,
    );
    expect(read(within).find(Uint8Array.of(77), issuer)?.revokedAt).toBe(revokedAt.getTime());
  });

  it('refuses more bytes than the limit', () => {
    const bytes = crlBytes('ca');
    expect(CrlIndex.read(bytes, bytes.length).ok).toBe(true);
    expect(CrlIndex.read(bytes, bytes.length - 1)).toEqual({
      ok: false,
      failure: { code: 'crl-too-large', values: { limit: bytes.length - 1 } },
    });
  });
});

describe('CrlIndex.find', () => {
  const random = new SeededRandom('serial numbers');
  const serials = Array.from({ length: 1500 }, (_, index) => {
    const octets = random.bytes(1 + (index % 24));
    octets[0] = (octets[0]! & 0x7f) | 1;
    return octets;
  });
  const keys = new Map(serials.map((serial, index) => [Buffer.from(serial).toString('hex'), index]));
  const entries = [...keys].map(([hex, index]) => ({
    serialNumber: Buffer.from(hex, 'hex'),
    revokedAt: new Date(revokedAt.getTime() + index * 1000),
  }));
  const crl = read(crlBytes('ca', { entries }));

  it('finds every serial number of 1 to 24 octets, and no other', () => {
    expect(crl.entryCount).toBe(keys.size);
    for (const { serialNumber, revokedAt: date } of entries) {
      expect(crl.find(serialNumber, issuer)?.revokedAt).toBe(date.getTime());
      const changed = Uint8Array.from(serialNumber, (octet, index) => (index === 0 ? octet ^ 0x80 : octet));
      expect(crl.find(changed, issuer)).toBeUndefined();
      expect(crl.find(Uint8Array.of(...serialNumber, ...Buffer.alloc(25)), issuer)).toBeUndefined();
    }
  });

  it('finds nothing in a CRL without entries', () => {
    expect(read(crlBytes('ca')).find(Uint8Array.of(1), issuer)).toBeUndefined();
  });

  it('distinguishes a negative serial number from a positive one', () => {
    const one = read(crlBytes('ca', { entries: [{ serialNumber: Uint8Array.of(0xff), revokedAt }] }));
    expect(one.find(Uint8Array.of(0xff), issuer)).toBeDefined();
    expect(one.find(Uint8Array.of(0, 0xff), issuer)).toBeUndefined();
  });

  it('decodes the fields of an entry', () => {
    const early = new Date('1999-12-31T23:59:59Z');
    const shapes = [
      { serialNumber: 1, revokedAt },
      { serialNumber: 2, revokedAt: early, reason: 'superseded', extensions: [invalidityDate(early)] },
      { serialNumber: 3, revokedAt: der.generalizedTime(revokedAt), extensions: [invalidityDate(revokedAt)] },
      {
        serialNumber: 4,
        revokedAt: der.generalizedTime(new Date('0050-02-28T01:02:03Z')),
        reason: 'aACompromise',
      },
    ] as const;
    const one = read(crlBytes('ca', { entries: shapes }));
    const said = shapes.map(({ serialNumber }) => {
      const entry = one.find(Uint8Array.of(serialNumber), issuer);
      return [entry?.revokedAt, entry?.reason, entry?.invalidSince];
    });
    expect(said).toEqual([
      [revokedAt.getTime(), 'unspecified', undefined],
      [early.getTime(), 'superseded', early.getTime()],
      [revokedAt.getTime(), 'unspecified', revokedAt.getTime()],
      [new Date('0050-02-28T01:02:03Z').getTime(), 'aACompromise', undefined],
    ]);
  });

  it('reads a reason that is critical, or has other extensions beside it', () => {
    const critical = { type: '2.5.29.21', critical: true, value: Buffer.of(0x0a, 1, 1) };
    const foreign = { type: '1.2.3.4.5', value: Buffer.of(5, 0) };
    const unlike = { type: '2.5.30.21', value: Buffer.of(5, 0) };
    const extensions = [unlike, foreign, critical];
    const one = read(crlBytes('ca', { entries: [{ serialNumber: 1, revokedAt, extensions }] }));
    expect(one.find(Uint8Array.of(1), issuer)?.reason).toBe('keyCompromise');
    expect(one.hasUnknownCriticalExtension).toBe(false);
  });

  it('is exact where very many entries have one serial number', () => {
    const many = Array.from({ length: 20_000 }, () => ({ serialNumber: 5, revokedAt }));
    const one = read(crlBytes('ca', { entries: many }));
    expect(one.find(Uint8Array.of(5), issuer)?.revokedAt).toBe(revokedAt.getTime());
    expect(one.find(Uint8Array.of(6), issuer)).toBeUndefined();
  });
});

describe('moving a CrlIndex between threads', () => {
  async function move(crl: CrlIndex): Promise<CrlIndex> {
    const { data, transferList } = crl.toTransfer();
    const { port1, port2 } = new MessageChannel();
    const received = new Promise((resolve) => port2.once('message', resolve));
    port1.postMessage(data, [...transferList]);
    const moved = CrlIndex.fromTransfer((await received) as CrlIndexTransfer);
    port1.close();
    return moved;
  }

  const bytes = crlBytes('ca', {
    extensions: [crlNumber(3), issuingDistributionPoint({ indirect: true })],
    entries: [
      { serialNumber: 1, revokedAt },
      { serialNumber: 2, revokedAt, extensions: [certificateIssuer({ directory: named('x') })] },
    ],
  });

  it.each([
    ['a buffer of its own', new Uint8Array(bytes)],
    ['part of a larger buffer', Buffer.concat([Buffer.alloc(5), bytes]).subarray(5)],
    ['a shared buffer', new Uint8Array(new SharedArrayBuffer(bytes.length))],
  ])('changes nothing, with the bytes in %s', async (_where, copy) => {
    copy.set(bytes);
    const here = read(copy);
    const publicKey = key('ca').publicKey;
    expect(here.isSignedBy(publicKey, strongAlgorithms)).toBe(true);
    const expected = [here.sha256.slice(), here.entryCount, here.reference.kind];
    const there = await move(here);
    expect([there.sha256, there.entryCount, there.reference.kind]).toEqual(expected);
    expect(there.find(Uint8Array.of(1), issuer)?.revokedAt).toBe(revokedAt.getTime());
    expect(there.find(Uint8Array.of(2), issuer)).toBeUndefined();
    expect(there.find(Uint8Array.of(2), readName(new DerReader(named('x'))))).toBeDefined();
    expect(there.isSignedBy(publicKey, strongAlgorithms)).toBe(true);
    expect(there.isSignedBy(key('x').publicKey, strongAlgorithms)).toBe(false);
  });
});

describe('CrlIndex.isSignedBy', () => {
  it('returns the same result each time, for any number of keys', () => {
    const crl = read(crlBytes('ca'));
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 70; n++)
        expect(crl.isSignedBy(key(`k${n}`).publicKey, strongAlgorithms)).toBe(false);
      expect(crl.isSignedBy(key('ca').publicKey, strongAlgorithms)).toBe(true);
    }
  });
});
