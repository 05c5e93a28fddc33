import { describe, expect, it } from '@jest/globals';
import { der, parseDer } from '../../../../src/core/der/index.js';
import { decodeDirectoryString, Oid, readName } from '../../../../src/core/x509/index.js';

const nameOf = (tag: number, hex: string): Uint8Array =>
  der.sequence(der.setOf(der.sequence(der.oid(Oid.commonName), der.encode(tag, Buffer.from(hex, 'hex')))));
const reads = (bytes: Uint8Array): boolean => parseDer(bytes, 200, readName).ok;

describe('readName', () => {
  it.each([0x03, 0x0c, 0x14, 0x16, 0x1c, 0x1e, 0x30])('reads a value of tag %i', (tag) =>
    expect(reads(nameOf(tag, '00000041'))).toBe(true),
  );

  const printable = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?";

  it.each([
    ['a PrintableString', 0x13, printable],
    ['a NumericString', 0x12, '0123456789 '],
    ['an IA5String', 0x16, 'me_&*@example.tw\x00\x7f'],
    ['a TeletexString', 0x14, 'M\xfcnchen*'],
  ])('reads %s of its whole alphabet', (_what, tag, text) =>
    expect(reads(nameOf(tag, Buffer.from(text, 'latin1').toString('hex')))).toBe(true),
  );

  // As openssl does: no attribute of a name has one of these types.
  it.each([0x01, 0x02, 0x04, 0x05, 0x06, 0x0a, 0x17, 0x18, 0x1a, 0x31, 0x80, 0xa0])(
    'refuses a value of tag %i',
    (tag) => expect(reads(nameOf(tag, '00000041'))).toBe(false),
  );

  it.each([
    ['after the surrogates', '0000e000'],
    ['the last code point', '0010ffff'],
  ])('reads a UniversalString with %s', (_what, hex) => expect(reads(nameOf(0x1c, hex))).toBe(true));

  it.each([
    ['an e-mail address in a PrintableString', 0x13, '61406227'],
    ['an asterisk in a PrintableString', 0x13, '2a'],
    ['an ampersand in a PrintableString', 0x13, '412642'],
    ['an underscore in a PrintableString', 0x13, '5f'],
    ['Latin-1 in a PrintableString', 0x13, '4dfc'],
    ['UTF-8 in a PrintableString', 0x13, 'e980a3'],
    ['a zero octet in a PrintableString', 0x13, '4100'],
    ['a letter in a NumericString', 0x12, '3141'],
    ['a hyphen in a NumericString', 0x12, '312d32'],
    ['Latin-1 in an IA5String', 0x16, '4de9'],
    ['broken UTF-8', 0x0c, 'ff'],
    ['a BMPString of odd length', 0x1e, '004100'],
    ['a UniversalString of odd length', 0x1c, '000041'],
    ['a UniversalString above the last code point', 0x1c, '00110000'],
    ['a UniversalString that is text of one octet a character', 0x1c, '6c656166'],
    ['a surrogate in a UniversalString', 0x1c, '0000d800'],
    ['the last surrogate in a UniversalString', 0x1c, '000000410000dfff'],
  ])('refuses %s', (_what, tag, hex) => expect(reads(nameOf(tag, hex))).toBe(false));
});

describe('decodeDirectoryString', () => {
  it.each([
    ['broken UTF-8', 0x0c, 'ff'],
    ['a BMPString of odd length', 0x1e, '004100'],
    ['a UniversalString of odd length', 0x1c, '000041'],
    ['a UniversalString above the last code point', 0x1c, '00110000'],
  ])('marks what can not be decoded: %s', (_what, tag, hex) =>
    expect(decodeDirectoryString(tag, Buffer.from(hex, 'hex'))).toBe('\ufffd'),
  );
});
