import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { der, Tag } from '../../../../src/core/der/index.js';
import { type Certificate, Oid, parseCertificate } from '../../../../src/core/x509/index.js';
import {
  buildCertificate,
  type CertificateShape,
  commonName,
  distinguishedName,
  extension,
  keyUsage,
  valueOf,
} from '../../../../src/devkit/index.js';
import { testKey } from '../../../support/path/chain-draft.js';

const signer = testKey('p256');
const malformed = { ok: false, failure: { code: 'certificate-malformed' } };
const build = (shape: Partial<CertificateShape>): Uint8Array => buildCertificate({ signer, ...shape });

describe('parseCertificate', () => {
  it('reads the root certificates of node as node does', () => {
    for (const pem of rootCertificates) {
      const theirs = new X509Certificate(pem);
      const result = parseCertificate(theirs.raw);
      if (!result.ok) throw new Error(theirs.subject);
      expect(new Date(result.value.notAfter)).toEqual(new Date(theirs.validTo));
      expect(BigInt(`0x${Buffer.from(result.value.serialNumber).toString('hex')}`)).toBe(
        BigInt(`0x${theirs.serialNumber}`),
      );
    }
  });

  it.each<[string, Partial<CertificateShape>, number]>([
    ['version 1', { version: 1 }, 1],
    [
      'version 2 with unique identifiers',
      { version: 2, issuerUniqueId: Uint8Array.of(0, 1), subjectUniqueId: Uint8Array.of(0) },
      2,
    ],
    ['version 3 without extensions', { version: 3 }, 3],
    ['an extension that says it is not critical', { extensions: [extension('1.2.3', der.nullValue())] }, 3],
  ])('reads %s', (_what, shape, version) => {
    expect(parseCertificate(build(shape))).toMatchObject({ ok: true, value: { version } });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a byte more', Uint8Array.of(...build({}), 0)],
    ['a byte less', build({}).subarray(0, -1)],
    ['an indefinite length', Uint8Array.of(0x30, 0x80, ...build({}).subarray(4), 0, 0)],
    ['64 KiB and more', new Uint8Array(65_537)],
    ['extensions in version 1', build({ version: 1, extensions: [keyUsage('cRLSign')] })],
    ['extensions in version 2', build({ version: 2, extensions: [keyUsage('cRLSign')] })],
    ['a unique identifier in version 1', build({ version: 1, issuerUniqueId: Uint8Array.of(0, 1) })],
    ['an extension twice', build({ extensions: [keyUsage('cRLSign'), keyUsage('cRLSign')] })],
    ['a version 4', rewritten(build({}), 'a003020102', 'a003020103')],
    ['version 1 in so many octets', rewritten(build({}), 'a003020102', 'a003020100')],
    [
      'critical FALSE in so many octets (X.690 §11.5)',
      rewritten(build({ extensions: [extension('1.2.3', der.nullValue(), true)] }), '0101ff', '010100'),
    ],
    [
      'an issuer with * in a PrintableString',
      build({ issuer: distinguishedName({ type: Oid.commonName, encoded: der.printableString('*') }) }),
    ],
    [
      'a subject with a letter in a NumericString',
      build({
        subject: distinguishedName({
          type: Oid.serialNumberAttribute,
          encoded: der.encode(Tag.numericString, Buffer.from('12a')),
        }),
      }),
    ],
    ['a signature of odd bits', oddBits(build({}))],
    [
      'algorithm parameters twice',
      build({
        outerAlgorithmIdentifier: der.sequence(der.oid(Oid.ecdsaSha256), der.nullValue(), der.nullValue()),
      }),
    ],
    ['an empty relative name', build({ subject: der.sequence(der.setOf()) })],
    ['a time with an offset', build({ notAfter: der.encode(0x17, Buffer.from('300101000000+0800')) })],
  ])('refuses %s', (_what, bytes) => {
    expect(parseCertificate(bytes)).toEqual(malformed);
  });
});

function rewritten(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('hex').replace(from, to), 'hex');
}

/** A signature with one unused bit, which is zero. */
function oddBits(bytes: Uint8Array): Uint8Array {
  const reader = Buffer.from(bytes);
  const at = reader.lastIndexOf(Buffer.of(0x03, reader.length - reader.lastIndexOf(0x03) - 2, 0x00));
  const start =
    at >= 0
      ? at
      : reader.findLastIndex(
          (octet, index) => octet === 0x03 && reader[index + 1] === reader.length - index - 2,
        );
  reader[start + 2] = 1;
  reader[reader.length - 1]! &= 0xfe;
  return reader;
}

describe('the issuer’s name', () => {
  const issuedBy = (name: string): Certificate =>
    valueOf(parseCertificate(build({ issuer: distinguishedName(commonName(name)) })));

  it('is the same object in certificates of one issuer, and another in those of another', () => {
    const first = issuedBy('內政部憑證管理中心');
    expect(issuedBy('內政部憑證管理中心').issuer).toBe(first.issuer);
    expect(issuedBy('內政部憑證管理中心 二').issuer).not.toBe(first.issuer);
  });

  it('is read anew once many names that somebody made up came between, with the same outcome', () => {
    const first = issuedBy('內政部憑證管理中心');
    for (let number = 0; number < 30; number++) issuedBy(`${String(number)} ${'x'.repeat(8000)}`);
    const again = issuedBy('內政部憑證管理中心');
    expect(again.issuer).not.toBe(first.issuer);
    expect(again.issuer).toEqual(first.issuer);
  });
});
