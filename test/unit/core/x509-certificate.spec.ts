import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { parseCertificate } from '../../../src/core/x509/index.js';

describe('parseCertificate', () => {
  it('reads the certificates node trusts as node reads them', () => {
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

  it.each([
    ['nothing', (): Uint8Array => new Uint8Array()],
    ['a byte more', (der: Uint8Array): Uint8Array => Uint8Array.of(...der, 0)],
    ['a byte less', (der: Uint8Array): Uint8Array => der.subarray(0, -1)],
    [
      'an indefinite length',
      (der: Uint8Array): Uint8Array => Uint8Array.of(0x30, 0x80, ...der.subarray(4), 0, 0),
    ],
  ])('refuses %s', (_edit, edit) => {
    const { raw } = new X509Certificate(rootCertificates[0]);
    expect(parseCertificate(edit(raw))).toEqual({ ok: false, failure: { code: 'certificate-malformed' } });
  });
});
