import { describe, expect, it } from '@jest/globals';
import { der, parseDer } from '../../../../src/core/der/index.js';
import {
  type Name,
  nameAttribute,
  nameKey,
  namesEqual,
  nameWithin,
  Oid,
  readName,
} from '../../../../src/core/x509/index.js';
import {
  commonName,
  country,
  distinguishedName,
  distinguishedNameOfSets,
  organization,
  valueOf,
} from '../../../../src/devkit/index.js';

const read = (bytes: Uint8Array): Name => {
  return valueOf(parseDer(bytes, 4096, readName));
};
const common = (tag: number, hex: string): Uint8Array =>
  distinguishedName({ type: Oid.commonName, encoded: der.encode(tag, Buffer.from(hex, 'hex')) });
const cn = (text: string): Uint8Array => distinguishedName(commonName(text));

describe('namesEqual', () => {
  it.each([
    ['the same octets', cn('A'), cn('A')],
    ['other case', cn('Some CA'), cn('SOME ca')],
    ['other spaces', cn('Some CA'), cn(' Some  CA ')],
    ['PrintableString', cn('CA'), common(0x13, '4341')],
    ['TeletexString', cn('é'), common(0x14, 'e9')],
    ['BMPString', cn('連'), common(0x1e, '9023')],
    ['UniversalString', cn('連'), common(0x1c, '00009023')],
    ['another order inside a relative name', twice('A', 'B'), twice('B', 'A')],
    ['no names', der.sequence(), der.sequence()],
  ])('holds for %s', (_what, one, other) => {
    expect(namesEqual(read(one), read(other))).toBe(true);
    expect(nameKey(read(one))).toBe(nameKey(read(other)));
  });

  it.each([
    ['another text', cn('A'), cn('B')],
    ['another attribute', cn('A'), distinguishedName(organization('A'))],
    [
      'another order',
      distinguishedName(country('TW'), commonName('A')),
      distinguishedName(commonName('A'), country('TW')),
    ],
    [
      'one relative name or two',
      distinguishedName(organization('A'), commonName('B')),
      distinguishedNameOfSets([organization('A'), commonName('B')]),
    ],
    ['a name more', cn('A'), distinguishedName(commonName('A'), commonName('A'))],
    ['bits that are no text', common(0x03, '0041'), cn('A')],
    ['private-use characters of two string types', cn('\ue000'), common(0x1e, 'e000')],
    ['a separator inside a value', cn('A\u0002B'), distinguishedName(commonName('A'), commonName('B'))],
  ])('does not hold for %s', (_what, one, other) => {
    expect(namesEqual(read(one), read(other))).toBe(false);
    expect(nameKey(read(one))).not.toBe(nameKey(read(other)));
  });
});

function twice(one: string, other: string): Uint8Array {
  const pairs = [one, other].map((text) => der.sequence(der.oid(Oid.commonName), der.utf8String(text)));
  return der.sequence(der.encode(0x31, ...pairs));
}

describe('nameWithin', () => {
  const name = read(distinguishedName(country('TW'), organization('Test'), commonName('A')));

  it.each([
    ['everything', der.sequence(), true],
    ['its country', distinguishedName(country('tw')), true],
    ['itself', distinguishedName(country('TW'), organization('Test'), commonName('A')), true],
    ['another country', distinguishedName(country('US')), false],
    ['its middle', distinguishedName(organization('Test')), false],
    [
      'something below it',
      distinguishedName(country('TW'), organization('Test'), commonName('A'), commonName('B')),
      false,
    ],
  ])('%s', (_what, base, expected) => {
    expect(nameWithin(name, read(base))).toBe(expected);
  });
});

describe('nameAttribute', () => {
  it('returns the text of the last attribute of a type', () => {
    const name = read(distinguishedName(commonName('A'), commonName('B')));
    expect(nameAttribute(name, Oid.commonName)).toBe('B');
    expect(nameAttribute(name, Oid.countryName)).toBeUndefined();
  });
});
