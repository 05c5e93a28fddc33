import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  holderDigest,
  holderTag,
  holderTagKeyCheck,
  holderTagKeyOf,
  holderTagKeyWith,
} from '../../../src/core/holder.js';

const key = Buffer.alloc(32, 7);
const holder = { identifier: '0000000112345678', issuerName: Buffer.from('C=TW, O=行政院') };

describe('holderTag', () => {
  it('is HMAC-SHA-256 over length, serial number and organisation, cut to 16 bytes', () => {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, 16]),
      Buffer.from(holder.identifier),
      holder.issuerName,
    ]);
    const expected = createHmac('sha256', key).update(input).digest().subarray(0, 16);
    expect(Buffer.from(holderTag(key, holder))).toEqual(expected);
  });

  it.each([
    ['another serial number', key, { ...holder, identifier: '0000000112345679' }],
    ['another organisation', key, { ...holder, issuerName: Buffer.from('C=TW, O=x') }],
    ['another case key', Buffer.alloc(32, 8), holder],
    [
      'a byte moved from one part to the other',
      key,
      { identifier: `${holder.identifier}C`, issuerName: holder.issuerName.subarray(1) },
    ],
  ])('differs for %s', (_change, otherKey, other) => {
    expect(holderTag(otherKey, other)).not.toEqual(holderTag(key, holder));
  });
});

describe('a case’s key', () => {
  const hmac = (data: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve(createHmac('sha256', key).update(data).digest());

  it('computes the same in memory and behind an HMAC', async () => {
    for (const made of [holderTagKeyOf(key), await holderTagKeyWith(hmac)]) {
      expect(Buffer.from(await made.tag(holder))).toEqual(Buffer.from(holderTag(key, holder)));
      expect(Buffer.from(made.check)).toEqual(Buffer.from(holderTagKeyCheck(key)));
    }
  });
});

describe('holderDigest', () => {
  it('is SHA-256 over length, organisation and serial number', () => {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, holder.issuerName.length]),
      holder.issuerName,
      Buffer.from(holder.identifier),
    ]);
    expect(Buffer.from(holderDigest(holder))).toEqual(createHash('sha256').update(input).digest());
  });

  it.each([
    ['another serial number', { ...holder, identifier: '0000000112345679' }],
    ['another organisation', { ...holder, issuerName: Buffer.from('C=TW, O=x') }],
  ])('differs for %s', (_change, other) => {
    expect(holderDigest(other)).not.toEqual(holderDigest(holder));
  });

  it('differs for a byte moved from one part to the other', () => {
    const digest = (issuerName: string, identifier: string) =>
      holderDigest({ issuerName: Buffer.from(issuerName), identifier });
    expect(digest('O=x', '12')).not.toEqual(digest('O=x1', '2'));
  });
});
