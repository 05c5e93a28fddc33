import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { holderTag } from '../../../src/cosigning/holder-tag.js';

const key = Buffer.alloc(32, 7);
const holder = { serialNumber: '0000000112345678', issuerName: Buffer.from('C=TW, O=行政院') };

describe('holderTag', () => {
  it('is HMAC-SHA-256 over length, serial number and organisation, cut to 16 bytes', () => {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, 16]),
      Buffer.from(holder.serialNumber),
      holder.issuerName,
    ]);
    const expected = createHmac('sha256', key).update(input).digest().subarray(0, 16);
    expect(Buffer.from(holderTag(key, holder))).toEqual(expected);
  });

  it.each([
    ['another serial number', key, { ...holder, serialNumber: '0000000112345679' }],
    ['another organisation', key, { ...holder, issuerName: Buffer.from('C=TW, O=x') }],
    ['another case key', Buffer.alloc(32, 8), holder],
    [
      'a byte moved from one part to the other',
      key,
      { serialNumber: `${holder.serialNumber}C`, issuerName: holder.issuerName.subarray(1) },
    ],
  ])('differs for %s', (_change, otherKey, other) => {
    expect(holderTag(otherKey, other)).not.toEqual(holderTag(key, holder));
  });
});
