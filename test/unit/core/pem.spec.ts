import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { encodePem, parseDerOrPem, parsePem } from '../../../src/core/pem.js';
import { ecPair, certified } from '../../support/cms/certificates.js';

const der = Uint8Array.from({ length: 100 }, (_, index) => 255 - index);
const pem = encodePem('CERTIFICATE', der);
const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';
const base64 = Buffer.from(der).toString('base64');
const malformed = { ok: false, failure: { code: 'pem-malformed' } };

const blocks = (text: string): number[][] | string => {
  const parsed = parsePem(text, 'CERTIFICATE');
  return parsed.ok ? parsed.value.map((each) => [...each]) : parsed.failure.code;
};

describe('PEM (RFC 7468)', () => {
  it('is written in lines of 64 characters', () => {
    expect(pem.split('\n').map(({ length }) => length)).toEqual([begin.length, 64, 64, 8, end.length, 0]);
  });

  it('is its two boundaries where there is nothing between them', () => {
    expect(encodePem('CERTIFICATE', new Uint8Array())).toBe(`${begin}\n${end}\n`);
  });

  it('is what OpenSSL reads', () => {
    const { certificate } = certified(ecPair());
    expect(new X509Certificate(encodePem('CERTIFICATE', certificate.der)).raw).toEqual(
      Buffer.from(certificate.der),
    );
    expect(new X509Certificate(certificate.der).toString()).toBe(encodePem('CERTIFICATE', certificate.der));
  });

  it.each<[string, string]>([
    ['as it is written', pem],
    ['with CRLF', pem.replaceAll('\n', '\r\n')],
    ['with CR', pem.replaceAll('\n', '\r')],
    ['without a last line end', pem.trimEnd()],
    ['with spaces at line ends', pem.replaceAll('\n', ' \t\n')],
    ['with blank lines around it', `\n\n${pem}\n \n`],
    ['in one line', `${begin}\n${base64}\n${end}\n`],
    ['in lines of 76', `${begin}\n${base64.slice(0, 76)}\n${base64.slice(76)}\n${end}\n`],
  ])('is read %s', (_what, text) => {
    expect(blocks(text)).toEqual([[...der]]);
  });

  it('holds several blocks, in order', () => {
    expect(blocks(encodePem('CERTIFICATE', Uint8Array.of(1)) + pem)).toEqual([[1], [...der]]);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['text without a block', 'certificate\n'],
    ['text before the block', `subject=CN = x\n${pem}`],
    ['text between two blocks', `${pem}and\n${pem}`],
    ['text behind the block', `${pem}end\n`],
    ['a block of another kind beside it', pem + encodePem('X509 CRL', der)],
    ['another label', encodePem('X509 CRL', der)],
    ['another label at the end', pem.replace(end, '-----END X509 CRL-----')],
    ['a label in small letters', pem.replaceAll('CERTIFICATE', 'certificate')],
    ['four hyphens', pem.replaceAll('-----', '----')],
    ['no end', pem.replace(`${end}\n`, '')],
    ['no beginning', pem.replace(`${begin}\n`, '')],
    ['a beginning within a block', pem.replace(`${begin}\n`, `${begin}\n${begin}\n`)],
    ['boundaries within a line', `x${pem}`],
    ['the block in one line with its boundaries', `${begin}${base64}${end}\n`],
    ['spaces before a boundary', ` ${pem}`],
    ['an empty block', `${begin}\n${end}\n`],
    ['a header of RFC 1421', pem.replace(`${begin}\n`, `${begin}\nProc-Type: 4,ENCRYPTED\n\n`)],
    ['a character that is not base64', pem.replace('/', '!')],
    ['the alphabet of base64url', pem.replaceAll('/', '_')],
    ['a space within base64', pem.replace('/', '/ ')],
    ['no padding', pem.replace(/=+/, '')],
    ['padding too many', pem.replace(/=+/, '====')],
    ['padding before the end', `${begin}\nAQ==\nAQ==\n${end}\n`],
    ['bits that are over', `${begin}\nAR==\n${end}\n`],
    ['a character too few', `${begin}\nAQIDB\n${end}\n`],
    ['a byte order mark', `\ufeff${pem}`],
  ])('is refused with %s', (_what, text) => {
    expect(parsePem(text, 'CERTIFICATE')).toEqual(malformed);
  });
});

describe('a file that may be DER or PEM', () => {
  it('is DER where it begins with a SEQUENCE, whatever comes then', () => {
    const sequence = Uint8Array.of(0x30, 0xff);
    expect(parseDerOrPem(sequence, 'X509 CRL')).toEqual({ ok: true, value: [sequence] });
  });

  it('is PEM otherwise', () => {
    const read = parseDerOrPem(Buffer.from(encodePem('X509 CRL', der)), 'X509 CRL');
    expect(read).toEqual({ ok: true, value: [Buffer.from(der)] });
    expect(parseDerOrPem(Uint8Array.of(0x31, 0), 'X509 CRL')).toEqual(malformed);
    expect(parseDerOrPem(new Uint8Array(), 'X509 CRL')).toEqual(malformed);
  });
});
