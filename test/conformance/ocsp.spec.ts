import { expect, it } from '@jest/globals';
import { validatePath } from '../../src/core/path/index.js';
import { checkRevocation, encodeOcspRequest, parseOcspResponse } from '../../src/core/revocation/index.js';
import { everyAlgorithm, parseCertificate } from '../../src/core/x509/index.js';
import { describeVectors, pemBlocks, vectorCases, vectorPath } from '../support/vectors/vectors.js';

interface OcspCase {
  readonly file: string;
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly response: string;
}

const at = new Date('2017-03-05T00:00:00Z');

/** Its serial number is not DER: the vectors allow refusing it. */
const mayBeRefused = new Set(['good_response_invalid_serial.pem']);

describeVectors('ocsp', () => {
  const cases = vectorCases('ocsp') as readonly OcspCase[];

  it('has 36 cases', () => expect(cases).toHaveLength(36));

  it.each(cases)('$file is $status ($response)', ({ file, status }) => {
    const blocks = pemBlocks(vectorPath('ocsp', file));
    const allowed = mayBeRefused.has(file) ? [status, 'unknown'] : [status];
    expect(allowed).toContain(statusOf(blocks));
  });

  it.each(cases.filter(({ file }) => !mayBeRefused.has(file)))('asks as $file is asked', ({ file }) => {
    const blocks = pemBlocks(vectorPath('ocsp', file));
    const certificate = parseCertificate(blocks.get('CERTIFICATE')!);
    const issuer = parseCertificate(blocks.get('CA CERTIFICATE')!);
    if (!certificate.ok || !issuer.ok) throw new Error('certificates do not read');
    const request = encodeOcspRequest({
      certificate: certificate.value,
      issuerKey: issuer.value.subjectPublicKeyInfo,
    });
    expect(Buffer.from(request).toString('hex')).toBe(
      Buffer.from(blocks.get('OCSP REQUEST')!).toString('hex'),
    );
  });
});

function statusOf(blocks: ReadonlyMap<string, Uint8Array>): OcspCase['status'] {
  const response = parseOcspResponse(blocks.get('OCSP RESPONSE')!);
  const certificate = parseCertificate(blocks.get('CERTIFICATE')!);
  const issuer = parseCertificate(blocks.get('CA CERTIFICATE')!);
  if (!response.ok || !certificate.ok || !issuer.ok) return 'unknown';
  const result = checkRevocation({
    path: [certificate.value],
    // The certificates of these issuers do not say that they are CAs, so only name and key are used.
    anchor: { name: issuer.value.subject, subjectPublicKeyInfo: issuer.value.subjectPublicKeyInfo },
    crls: [],
    ocsp: [response.value],
    at,
    algorithms: everyAlgorithm,
    validatePath,
  });
  if (result.ok) return 'good';
  return result.failure.code === 'certificate-revoked' ? 'revoked' : 'unknown';
}
