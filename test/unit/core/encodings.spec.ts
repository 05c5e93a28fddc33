import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeBase64,
  decodeLatin1,
  decodeStrictUtf8,
  decodeUtf8,
  encodeBase64,
  encodeLatin1,
  encodeUtf8,
} from '../../../src/core/encodings.js';
import { fromHex, hex, joinOctets } from '../../../src/core/octets.js';

const octets = fc.uint8Array({ maxLength: 64 });
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes);

describe('octets as text', () => {
  it('are what node’s Buffer makes of them', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(decodeUtf8(bytes)).toBe(buffer(bytes).toString('utf8'));
        expect(decodeLatin1(bytes)).toBe(buffer(bytes).toString('latin1'));
        expect(encodeBase64(bytes)).toBe(buffer(bytes).toString('base64'));
        expect(hex(bytes)).toBe(buffer(bytes).toString('hex'));
      }),
    );
  });

  it('lead back', () => {
    fc.assert(
      fc.property(octets, fc.string({ unit: 'binary' }), (bytes, text) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(Uint8Array.from(bytes));
        expect(encodeLatin1(decodeLatin1(bytes))).toEqual(Uint8Array.from(bytes));
        expect(fromHex(hex(bytes))).toEqual(Uint8Array.from(bytes));
        expect(decodeStrictUtf8(encodeUtf8(text))).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it('hold more than one call takes arguments', () => {
    const long = new Uint8Array(300_000).map((_, index) => index);
    expect(decodeLatin1(long)).toBe(buffer(long).toString('latin1'));
  });

  it.each(['a', 'QQ', 'QR==', 'QQ==\n', ' QQ==', 'Q-==', 'QQ==QQ==', '連署'])(
    'refuse %j as base64',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );

  it.each(['0', '0G', 'AB', '0x', ' 0'])('refuse %j as hexadecimal', (text) => {
    expect(fromHex(text)).toBeUndefined();
  });

  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe9, 0x80]]])('refuse %p as UTF-8', (bytes) => {
    expect(decodeStrictUtf8(Uint8Array.from(bytes))).toBeUndefined();
    expect(decodeUtf8(Uint8Array.from(bytes))).toContain('\ufffd');
  });

  it('keep a byte order mark', () => {
    expect(decodeStrictUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
  });
});

describe('joinOctets', () => {
  it('is a copy of all parts', () => {
    const part = Uint8Array.of(2, 3);
    const joined = joinOctets([Uint8Array.of(1), part, new Uint8Array()]);
    part[0] = 9;
    expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  });
});
