import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { der, DerError, DerReader, Tag } from '../../../../src/core/der/index.js';
import { EntryScanner } from '../../../../src/core/revocation/crl/entry-scanner.js';
import { CrlIndex } from '../../../../src/core/revocation/index.js';
import { Oid, readExtensions } from '../../../../src/core/x509/index.js';
import {
  algorithmIdentifier,
  certificateIssuer,
  crlNumber,
  encodeExtension,
  extension,
  type ExtensionShape,
  signWith,
} from '../../../../src/devkit/index.js';
import { crlBytes, key, named, tomorrow, yesterday } from '../../../support/revocation/authority.js';

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const malformed = { ok: false, failure: { code: 'crl-malformed' } };
const algorithm = algorithmIdentifier('ecdsa-sha256');

/** A signed CRL with these fields, in this order. */
function signedCrl(...fields: readonly Uint8Array[]): Uint8Array {
  const tbs = der.sequence(...fields);
  return der.sequence(tbs, algorithm, der.bitString(signWith(key('ca'), 'ecdsa-sha256', tbs)));
}

const version2 = der.integer(1);
const head = [version2, algorithm, named('ca'), der.time(yesterday), der.time(tomorrow)] as const;
const entry = der.sequence(der.integer(5), der.time(yesterday));
const numbered = der.context(0, der.sequence(encodeExtension(crlNumber(1))));

describe('a malformed CRL is refused', () => {
  it('and the same CRL, well formed, is accepted', () =>
    expect(CrlIndex.read(signedCrl(...head, der.sequence(entry), numbered)).ok).toBe(true));

  it.each([
    ['nothing at all', hex('')],
    ['another type', hex('0500')],
    ['one byte less', crlBytes('ca').subarray(0, -1)],
    ['one byte more', Buffer.concat([crlBytes('ca'), Buffer.alloc(1)])],
    ['version 1, written out', signedCrl(der.integer(0), ...head.slice(1))],
    ['version 3', signedCrl(der.integer(2), ...head.slice(1))],
    ['an empty list of revoked certificates', signedCrl(...head, der.sequence())],
    ['extensions before version 2', signedCrl(...head.slice(1), numbered)],
    [
      'entry extensions before version 2',
      signedCrl(
        ...head.slice(1),
        der.sequence(
          der.sequence(
            der.integer(5),
            der.time(yesterday),
            der.sequence(encodeExtension(extension('1.2.3', hex('0500')))),
          ),
        ),
      ),
    ],
    ['something after the extensions', signedCrl(...head, numbered, der.nullValue())],
    [
      'something after the list of extensions',
      signedCrl(...head, der.context(0, der.sequence(encodeExtension(crlNumber(1))), der.nullValue())),
    ],
    ['an extension twice', crlBytes('ca', { extensions: [crlNumber(1), crlNumber(1)] })],
    [
      'a signature with unused bits',
      der.sequence(der.sequence(...head), algorithm, der.bitString(hex('ff00'), 1)),
    ],
    ['a thisUpdate that is no time', signedCrl(version2, algorithm, named('ca'), der.nullValue())],
    ['a negative CRL number', crlBytes('ca', { extensions: [extension(Oid.crlNumber, hex('0201ff'))] })],
    [
      'a CRL number of 21 octets',
      crlBytes('ca', { extensions: [extension(Oid.crlNumber, der.integer(2n ** 160n))] }),
    ],
    [
      'a CRL number with something after it',
      crlBytes('ca', { extensions: [extension(Oid.crlNumber, hex('020101 0500'))] }),
    ],
    [
      'an authority key identifier that does not decode',
      crlBytes('ca', { extensions: [extension(Oid.authorityKeyIdentifier, hex('0500'))] }),
    ],
    [
      'a freshest CRL that does not decode',
      crlBytes('ca', { extensions: [extension(Oid.freshestCrl, hex('3000'))] }),
    ],
    [
      'an issuer alternative name that does not decode',
      crlBytes('ca', { extensions: [extension(Oid.issuerAltName, hex('3000'))] }),
    ],
    [
      'certificateIssuer in a direct CRL',
      crlBytes('ca', {
        entries: [
          {
            serialNumber: 5,
            revokedAt: yesterday,
            extensions: [certificateIssuer({ directory: named('x') })],
          },
        ],
      }),
    ],
  ])('%s', (_what, bytes) => expect(CrlIndex.read(bytes)).toEqual(malformed));

  it.each([
    ['empty', '3000'],
    ['both users and CAs', '3006 8101ff 8201ff'],
    ['users, FALSE written out', '3003 810100'],
    ['users, neither TRUE nor FALSE', '3003 810101'],
    ['users, a BOOLEAN of two octets', '3004 8102ffff'],
    ['something after the point', '3009 a007 a003 820161 0500'],
    ['fields out of order', '3006 8401ff 8101ff'],
  ])('an issuing distribution point: %s', (_what, value) => {
    const extensions = [extension(Oid.issuingDistributionPoint, hex(value), true)];
    expect(CrlIndex.read(crlBytes('ca', { extensions }))).toEqual(malformed);
  });
});

const time = '170d 323630323031303030303030 5a';
const unknownExtension = '3007 06022a03 0401 00';

describe('a malformed entry', () => {
  const scan = (...entries: readonly Uint8Array[]): (() => unknown) => {
    const bytes = Buffer.concat([hex('3000'), ...entries]);
    return () => new EntryScanner(bytes, 1, () => undefined).scan(2, bytes.length);
  };
  const entryOf = (...parts: readonly string[]): Uint8Array => der.encode(0x30, ...parts.map(hex));

  it.each([
    ['well formed', ['020105', time]],
    ['a time in the last century', ['020105', '170d 393930323031303030303030 5a']],
    ['GeneralizedTime on a leap day', ['020105', '180f 3230303030323239303030303030 5a']],
    ['no leap day in 1900, but the day before it', ['020105', '180f 3139303030323238303030303030 5a']],
    ['a long length', [`0281 80 ${'11'.repeat(128)}`, time]],
    ['an unknown extension', ['020105', time, `3009 ${unknownExtension}`]],
    ['one that is critical', ['020105', time, '300c 300a 06022a03 0101ff 0401 00']],
    ['an arc of id-ce beyond one octet', ['020105', time, '300b 3009 0604551d8101 0401 00']],
  ])('accepts %s', (_what, parts) => expect(scan(entryOf(...parts))).not.toThrow());

  it.each([
    ['another type', [hex('0500')]],
    ['cut after its identifier', [hex('30')]],
    ['longer than the list', [hex('3005020105')]],
    ['an indefinite length', [hex('3080 020105 0000')]],
    ['a length of five octets', [hex('3085 0000000003 020105')]],
    ['a length cut short', [hex('3082 01')]],
    ['a length that fits in one octet', [hex('308112 020105'), hex(time)]],
    ['a length with a zero in front', [hex('30820012 020105'), hex(time)]],
    ['no time', [entryOf('020105')]],
    ['no serial number', [entryOf(time)]],
    ['an empty serial number', [entryOf('0200', time)]],
    ['a serial number with a needless 00', [entryOf('02020005', time)]],
    ['a serial number with a needless FF', [entryOf('0202ff85', time)]],
    ['a UTCTime too short', [entryOf('020105', '170b 32363032303130303030 5a')]],
    ['a UTCTime with an offset', [entryOf('020105', '1711 323630323031303030303030 2b30383030')]],
    ['a UTCTime that does not end in Z', [entryOf('020105', '170d 323630323031303030303030 30')]],
    ['letters in a time', [entryOf('020105', '170d 3236303230313030303030415a')]],
    ['marks in a time', [entryOf('020105', '170d 3236303230313030303030205a')]],
    ['tens that are no digits', [entryOf('020105', '170d 3236303230313030303041305a')]],
    ['units below the digits', [entryOf('020105', '170d 3236303230313030303020305a')]],
    ['month 0', [entryOf('020105', '170d 323630303031303030303030 5a')]],
    ['month 13', [entryOf('020105', '170d 323631333031303030303030 5a')]],
    ['day 0', [entryOf('020105', '170d 323630323030303030303030 5a')]],
    ['29 February 2026', [entryOf('020105', '170d 323630323239303030303030 5a')]],
    ['29 February 1900', [entryOf('020105', '180f 3139303030323239303030303030 5a')]],
    ['hour 24', [entryOf('020105', '170d 323630323031323430303030 5a')]],
    ['minute 60', [entryOf('020105', '170d 323630323031303036303030 5a')]],
    ['second 60', [entryOf('020105', '170d 323630323031303030303630 5a')]],
    ['GeneralizedTime with a fraction', [entryOf('020105', '1811 3230323630323031303030303030 2e315a')]],
    ['something after the time', [entryOf('020105', time, '0500')]],
    ['something after the extensions', [entryOf('020105', time, `3009 ${unknownExtension}`, '0500')]],
    ['an empty list of extensions', [entryOf('020105', time, '3000')]],
    ['an extension twice', [entryOf('020105', time, `3012 ${unknownExtension} ${unknownExtension}`)]],
    [
      'seventeen extensions',
      [
        entryOf(
          '020105',
          time,
          `3081 99 ${Array.from({ length: 17 }, (_, n) => `3007 06022a${(n + 10).toString(16).padStart(2, '0')} 0401 00`).join('')}`,
        ),
      ],
    ],
    ['an extension without an identifier', [entryOf('020105', time, '3005 3003 040100')]],
    ['an empty identifier', [entryOf('020105', time, '3007 3005 0600 040100')]],
    ['an identifier that is not minimal', [entryOf('020105', time, '300a 3008 0603 2a8003 040100')]],
    ['an identifier cut short', [entryOf('020105', time, '3009 3007 0602 2a83 040100')]],
    ['an id-ce identifier cut short', [entryOf('020105', time, '300a 3008 0603 551d95 040100')]],
    [
      'critical FALSE written out (X.690 §11.5)',
      [entryOf('020105', time, '300c 300a 06022a03 010100 0401 00')],
    ],
    ['a boolean that is neither', [entryOf('020105', time, '300c 300a 06022a03 010101 0401 00')]],
    ['a boolean at length', [entryOf('020105', time, '300d 300b 06022a03 0102ffff 0401 00')]],
    ['an extension without a value', [entryOf('020105', time, '3006 3004 06022a03')]],
    ['something after the value', [entryOf('020105', time, '300b 3009 06022a03 040100 0500')]],
    ['reason 7', [entryOf('020105', time, '300c 300a 0603551d15 0403 0a0107')]],
    ['reason 11', [entryOf('020105', time, '300c 300a 0603551d15 0403 0a010b')]],
    ['a reason of two octets', [entryOf('020105', time, '300d 300b 0603551d15 0404 0a020101')]],
    ['something after the reason', [entryOf('020105', time, '300e 300c 0603551d15 0405 0a0101 0500')]],
    ['a reason that is an INTEGER', [entryOf('020105', time, '300c 300a 0603551d15 0403 020101')]],
    ['an invalidity date in UTCTime', [entryOf('020105', time, `3018 3016 0603551d18 040f ${time}`)]],
    [
      'something after the invalidity date',
      [entryOf('020105', time, '301c 301a 0603551d18 0413 180f 3230323630323031303030303030 5a 0500')],
    ],
    ['a certificate issuer that is empty', [entryOf('020105', time, '300b 3009 0603551d1d 0402 3000')]],
    [
      'something after the certificate issuer',
      [entryOf('020105', time, '3010 300e 0603551d1d 0407 3003820161 0500')],
    ],
  ])('refuses %s', (_what, entries) => expect(scan(...entries)).toThrow(DerError));

  it('agrees with DerReader, which makes an object for every element', () => {
    const octets = fc.uint8Array({ minLength: 0, maxLength: 3 });
    const serial = fc
      .uint8Array({ minLength: 0, maxLength: 21 })
      .map((content) => der.encode(Tag.integer, content));
    const digits = fc.stringMatching(/^[0-9]{12}([0-9]{2})?Z$/);
    const date = fc
      .tuple(fc.constantFrom(Tag.utcTime, Tag.generalizedTime), digits)
      .map(([tag, text]) => der.encode(tag, Buffer.from(text)));
    const good = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(der.time);
    const shape = fc.record({
      type: fc.constantFrom('1.2.3', '2.5.29.99', '2.5.30.21'),
      critical: fc.boolean(),
      value: octets,
    });
    const extensions = fc
      .array(shape, { maxLength: 3 })
      .map((list: ExtensionShape[]) => der.sequence(...list.map(encodeExtension)));
    const whole = fc
      .tuple(serial, fc.oneof(good, date), fc.option(extensions))
      .map((parts) => der.sequence(...parts.filter((part) => part !== null)));
    const edited = fc
      .tuple(whole, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean())
      .map(([bytes, where, octet, edit]) =>
        edit ? bytes.map((old, index) => (index === where % bytes.length ? octet : old)) : bytes,
      );
    fc.assert(
      fc.property(edited, (bytes) => expect(accepts(scan(bytes))).toBe(accepts(() => slow(bytes)))),
      { numRuns: 3000, seed: 280 },
    );
  });
});

function accepts(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

/** The same grammar with DerReader, for entries without the extensions of RFC 5280 §5.3. */
function slow(bytes: Uint8Array): void {
  const list = new DerReader(bytes);
  do {
    const fields = list.into();
    fields.integerOctets();
    fields.time();
    if (!fields.done) readExtensions(fields);
    fields.end();
  } while (!list.done);
}
