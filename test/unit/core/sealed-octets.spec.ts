import { describe, expect, it } from '@jest/globals';
import { openSealedOctets, sealedOverhead, sealOctets } from '../../../src/core/sealed-octets.js';

const key = Buffer.alloc(32, 1);
const clear = Buffer.from('what nobody else reads');
const sealed = sealOctets(key, clear, 'one use');

const edited = (edit: (octets: Buffer) => void): Uint8Array => {
  const octets = Buffer.from(sealed);
  edit(octets);
  return octets;
};

describe('sealed octets', () => {
  it('are opened by who has the key and knows what they are about', () => {
    expect(Buffer.from(openSealedOctets(key, sealed, 'one use') ?? [])).toEqual(clear);
    expect(sealed).toHaveLength(clear.length + sealedOverhead);
    expect(openSealedOctets(key, sealOctets(key, new Uint8Array(), ''), '')).toHaveLength(0);
  });

  it('are never the same twice', () => {
    expect(sealOctets(key, clear, 'one use')).not.toEqual(sealed);
  });

  it.each([
    ['about something else', sealed, 'another use', key],
    ['under another key', sealed, 'one use', Buffer.alloc(32, 2)],
    ['cut short', sealed.subarray(0, -1), 'one use', key],
    ['shorter than a tag', sealed.subarray(0, sealedOverhead - 1), 'one use', key],
    ['with more behind', Buffer.concat([sealed, Buffer.alloc(1)]), 'one use', key],
    ['with another nonce', edited((octets) => (octets[0]! ^= 1)), 'one use', key],
    ['with another content', edited((octets) => (octets[12]! ^= 1)), 'one use', key],
    ['with another tag', edited((octets) => (octets[octets.length - 1]! ^= 1)), 'one use', key],
  ])('are not opened %s', (_what, octets, about, under) => {
    expect(openSealedOctets(under, octets, about)).toBeUndefined();
  });
});
