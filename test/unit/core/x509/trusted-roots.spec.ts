import { valueOf } from '../../../../src/devkit/index.js';
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import {
  certificateExtensions,
  everyAlgorithm,
  namesEqual,
  parseCertificate,
} from '../../../../src/core/x509/index.js';
import { verifySignature } from '../../../../src/core/x509/signature.js';

describe('the root certificates of node', () => {
  it.each(
    rootCertificates.map((pem) => new X509Certificate(pem)).map(({ subject, raw }) => ({ subject, raw })),
  )('$subject decodes, and signs itself', ({ raw }) => {
    const parsed = valueOf(parseCertificate(Uint8Array.from(raw)));
    const { subject, issuer, subjectPublicKeyInfo, signatureAlgorithm, tbs, signature } = parsed;
    expect(namesEqual(subject, issuer)).toBe(true);
    expect(certificateExtensions(parsed)).toMatchObject({
      ok: true,
      value: expect.any(Object) as object,
    });
    const claim = { publicKey: subjectPublicKeyInfo, algorithm: signatureAlgorithm, data: tbs, signature };
    expect(verifySignature(claim, everyAlgorithm)).toEqual({ ok: true, value: undefined });
  });
});
