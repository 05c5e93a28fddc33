import { describe, expect, it } from '@jest/globals';
import { decodeOid, der, type DerReader, parseDer, Tag } from '../../../src/core/der/index.js';

const read = (bytes: Uint8Array, parse: (reader: DerReader) => unknown, limit = 1000): unknown => {
  const result = parseDer(bytes, limit, parse);
  return result.ok ? result.value : result.failure.code;
};
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const malformed = 'der-malformed';

describe('object identifiers', () => {
  it.each([
    '2.1180591620717411303424.1',
    '0.9.2342.19200300.100.1.25',
    '1.2.840.113549.1.7.2',
    '2.5.29.9',
    '2.16.886.1.100.2.51',
    '2.999.1',
    '2.25.156875845124482402322565163924728419997.1',
    '2.25.340282366920938463463374607431768211455',
    '1.3.70368744177664.70368744177665.9007199254740993',
  ])('%s can be written and read', (dotted) => {
    expect(read(der.oid(dotted), (reader) => reader.oid())).toBe(dotted);
  });

  it.each([
    ['nothing', ''],
    ['an arc that is cut off', '2a86'],
    ['an arc that is not minimal', '2a8001'],
    ['an arc of more than 128 bits', `2a${'ff'.repeat(19)}7f`],
    ['more than 64 octets', `2a${'01'.repeat(64)}`],
  ])('%s is refused', (_what, content) => {
    expect(read(der.encode(Tag.oid, hex(content)), (reader) => reader.oid())).toBe(malformed);
  });

  it('have at least two arcs', () => {
    expect(() => der.oid('1')).toThrow(TypeError);
  });

  it('can be written and read, many different ones', () => {
    for (let arc = 0; arc < 300; arc++) {
      expect(read(der.oid(`2.999.${arc}`), (reader) => reader.oid())).toBe(`2.999.${arc}`);
    }
  });

  it('can be decoded from their content octets', () => {
    expect(decodeOid(hex('551d09'))).toBe('2.5.29.9');
  });
});

describe('the reader', () => {
  it.each<[string, string, (reader: DerReader) => unknown, unknown]>([
    ['true', '0101ff', (reader) => reader.boolean(), true],
    ['false', '010100', (reader) => reader.boolean(), false],
    ['a loose boolean', '010101', (reader) => reader.boolean(), malformed],
    ['a long boolean', '0102ffff', (reader) => reader.boolean(), malformed],
    ['an integer', '02020100', (reader) => reader.smallInteger(), 256],
    ['the largest integer', '02047fffffff', (reader) => reader.smallInteger(), 2 ** 31 - 1],
    ['an integer too large', '02050080000000', (reader) => reader.smallInteger(), malformed],
    ['a negative integer', '0201ff', (reader) => reader.smallInteger(), malformed],
    ['an empty integer', '0200', (reader) => reader.integerOctets(), malformed],
    ['a padded integer', '02020001', (reader) => reader.integerOctets(), malformed],
    ['a padded negative integer', '0202ffff', (reader) => reader.integerOctets(), malformed],
    ['a negative integer’s octets', '0202ff00', (reader) => reader.integerOctets().length, 2],
    ['NULL', '0500', (reader) => reader.null(), undefined],
    ['a NULL with content', '050100', (reader) => reader.null(), malformed],
    ['a bit string', '03020780', (reader) => reader.bitString().unusedBits, 7],
    ['an empty bit string', '030100', (reader) => reader.bitString().bytes.length, 0],
    ['a bit string without count', '0300', (reader) => reader.bitString(), malformed],
    ['unused bits of nothing', '030101', (reader) => reader.bitString(), malformed],
    ['eight unused bits', '03020800', (reader) => reader.bitString(), malformed],
    ['unused bits that are set', '03020781', (reader) => reader.bitString(), malformed],
    ['an octet string', '040141', (reader) => reader.octetString().length, 1],
    ['another tag', '0500', (reader) => reader.octetString(), malformed],
    ['an absent option', '0500', (reader) => reader.optional(Tag.oid), malformed],
    ['a present option', '0500', (reader) => reader.optional(Tag.null)?.tag, Tag.null],
    ['an absent sequence', '0500', (reader) => reader.optionalInto(Tag.set), malformed],
    ['a present set', '3100', (reader) => reader.optionalInto(Tag.set)?.done, true],
    ['the end', '', (reader) => reader.peek(), undefined],
    ['what is left', '05000500', (reader) => reader.null(), malformed],
    ['a sequence with something left', '30020500', (reader) => reader.into().end(), malformed],
    ['a high tag number', '1f0100', (reader) => reader.element(), malformed],
    ['indefinite length', '30800000', (reader) => reader.element(), malformed],
    ['a long length', '04850000000000', (reader) => reader.element(), malformed],
    ['a length in one octet too many', '0481017f', (reader) => reader.element(), malformed],
    ['a length with a leading zero', '0482007f', (reader) => reader.element(), malformed],
    ['a length that is cut off', '0482', (reader) => reader.element(), malformed],
    ['more length than bytes', '040500', (reader) => reader.element(), malformed],
  ])('%s', (_what, bytes, parse, expected) => {
    expect(read(hex(bytes), parse)).toEqual(expected);
  });

  it('refuses bytes over the limit without reading them', () => {
    expect(read(new Uint8Array(11), () => 'read', 10)).toBe('der-too-large');
  });

  it('refuses a 33rd level', () => {
    const nested = (levels: number): Uint8Array =>
      levels === 0 ? der.sequence() : der.sequence(nested(levels - 1));
    const descend = (reader: DerReader): string => {
      for (let inner = reader; !inner.done;) inner = inner.into();
      return 'read';
    };
    const whole = (levels: number): unknown =>
      read(nested(levels), (reader) => descend(reader.inside(reader.element().der)));
    expect(whole(30)).toBe('read');
    expect(whole(32)).toBe(malformed);
  });

  it('does not catch an error that is not a DerError', () => {
    expect(() =>
      parseDer(hex('0500'), 10, () => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
  });
});

describe('times', () => {
  it.each([
    ['1950-01-01T00:00:00Z', Tag.utcTime],
    ['1999-12-31T23:59:59Z', Tag.utcTime],
    ['2000-02-29T12:00:00Z', Tag.utcTime],
    ['2049-12-31T23:59:59Z', Tag.utcTime],
    ['2050-01-01T00:00:00Z', Tag.generalizedTime],
    ['1949-12-31T23:59:59Z', Tag.generalizedTime],
  ])('%s can be written and read', (text, tag) => {
    const at = new Date(text);
    expect(der.time(at)[0]).toBe(tag);
    expect(read(der.time(at), (reader) => reader.time())).toBe(at.getTime());
    expect(read(der.generalizedTime(at), (reader) => reader.time())).toBe(at.getTime());
  });

  it.each([
    ['no seconds', Tag.utcTime, '2601010000Z'],
    ['an offset', Tag.utcTime, '260101000000+0800'],
    ['a fraction', Tag.generalizedTime, '20260101000000.5Z'],
    ['a thirteenth month', Tag.utcTime, '261301000000Z'],
    ['a day that is not', Tag.utcTime, '260229000000Z'],
    ['a 25th hour', Tag.utcTime, '260101240000Z'],
    ['a 60th minute', Tag.utcTime, '260101006000Z'],
    ['a leap second', Tag.utcTime, '260101000060Z'],
    ['another type', Tag.ia5String, '260101000000Z'],
    ['another calendar', Tag.generalizedTime, '二〇二六'],
  ])('%s is refused', (_what, tag, text) => {
    expect(read(der.encode(tag, Buffer.from(text)), (reader) => reader.time())).toBe(malformed);
  });
});

describe('the writer', () => {
  it.each<[string, Uint8Array, string]>([
    ['zero', der.integer(0), '020100'],
    ['128', der.integer(128), '02020080'],
    ['a large integer', der.integer(2n ** 64n), '0209010000000000000000'],
    ['octets with zeros before', der.unsignedInteger(hex('0000ff')), '020200ff'],
    ['no octets', der.unsignedInteger(new Uint8Array()), '020100'],
    ['a set in order', der.setOf(der.integer(2), der.integer(1)), '3106020101020102'],
    ['a long length', der.octetString(new Uint8Array(256)).subarray(0, 4), '04820100'],
    [
      'text',
      der.sequence(der.utf8String('連'), der.printableString('TW'), der.ia5String('a')),
      '300c0c03e980a3130254571601'.concat('61'),
    ],
    ['booleans', der.sequence(der.boolean(true), der.boolean(false)), '30060101ff010100'],
    ['context tags', der.context(1, der.contextOctets(2, hex('00'))), 'a103820100'],
    ['a bit string', der.bitString(hex('80'), 7), '03020780'],
  ])('%s', (_what, bytes, expected) => {
    expect(Buffer.from(bytes).toString('hex')).toBe(expected);
  });
});
