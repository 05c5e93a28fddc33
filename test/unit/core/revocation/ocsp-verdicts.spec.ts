import { describe, expect, it } from '@jest/globals';
import { der } from '../../../../src/core/der/index.js';
import { validatePath } from '../../../../src/core/path/index.js';
import { revocationCheck } from '../../../../src/core/revocation/index.js';
import { type Certificate, everyAlgorithm, Oid } from '../../../../src/core/x509/index.js';
import {
  authorityInfoAccess,
  crlDistributionPoints,
  extendedKeyUsage,
  extension,
  type ExtensionShape,
  keyUsage,
  ocspNoCheck,
  type OcspShape,
} from '../../../../src/devkit/index.js';
import {
  anchor,
  answer,
  at,
  authority,
  ca,
  certificate,
  check,
  crl,
  failureOf,
  key,
  targetCertificate,
  named,
  ocsp,
  tomorrow,
  verdict,
  yesterday,
} from '../../../support/revocation/authority.js';

const revokedAt = new Date('2026-02-01T00:00:00Z');
const revoked = { revokedAt, reason: 'keyCompromise' } as const;
const day = 24 * 60 * 60 * 1000;
const critical = extension('1.2.3', Buffer.of(5, 0), true);
const issuer = named('ca');
const issuerKey = key('ca').publicKey;
const spoilt = {
  editSignature: (s: Uint8Array): Uint8Array => s.map((o, i) => (i === s.length - 1 ? o ^ 1 : o)),
};
const about = (id: object): ReturnType<typeof answer> =>
  answer(targetCertificate, { certificate: { issuer, issuerKey, serialNumber: 5, ...id } });
const sha512Id = der.sequence(
  der.sequence(der.oid('2.16.840.1.101.3.4.2.6')),
  der.octetString(Buffer.alloc(28)),
  der.octetString(Buffer.alloc(28)),
  der.integer(5),
);

describe('checkRevocation by OCSP responses', () => {
  const responses = [answer(targetCertificate)];
  it.each([
    ['good', { responses }, 'good'],
    ['good, by SHA-256', { responses: [about({ hash: 'sha256' })] }, 'good'],
    ['good, the responder by name', { responses, responder: { name: named('ca') } }, 'good'],
    ['revoked', { responses: [answer(targetCertificate, { status: revoked })] }, 'certificate-revoked'],
    [
      'unknown',
      { responses: [answer(targetCertificate, { status: 'unknown' })] },
      'revocation-unknown ocsp-says-unknown',
    ],
    ['nothing', { responses: [] }, 'revocation-unavailable'],
    ['of another serial number', { responses: [about({ serialNumber: 6 })] }, 'revocation-unavailable'],
    ['of another issuer', { responses: [about({ issuer: named('x') })] }, 'revocation-unavailable'],
    [
      'of another issuer key',
      { responses: [about({ issuerKey: key('x').publicKey })] },
      'revocation-unavailable',
    ],
    [
      'by an unknown hash',
      { responses: [answer(targetCertificate, { certificate: { encodedId: sha512Id } })] },
      'revocation-unavailable',
    ],
    [
      'good and revoked',
      { responses: [answer(targetCertificate), answer(targetCertificate, { status: revoked })] },
      'certificate-revoked',
    ],
    [
      'unknown and revoked',
      {
        responses: [
          answer(targetCertificate, { status: 'unknown' }),
          answer(targetCertificate, { status: revoked }),
        ],
      },
      'certificate-revoked',
    ],
    [
      'good and unknown',
      { responses: [answer(targetCertificate), answer(targetCertificate, { status: 'unknown' })] },
      'revocation-unknown ocsp-says-unknown',
    ],
    ['good among others', { responses: [about({ serialNumber: 6 }), answer(targetCertificate)] }, 'good'],
    [
      'good, and once in the past',
      { responses: [answer(targetCertificate, { nextUpdate: yesterday }), answer(targetCertificate)] },
      'good',
    ],
    [
      'a critical extension',
      { responses, extensions: [critical] },
      'revocation-unknown ocsp-critical-extension',
    ],
    [
      'a critical extension of the answer',
      { responses: [answer(targetCertificate, { extensions: [critical] })] },
      'revocation-unknown ocsp-critical-extension',
    ],
    ['an extension', { responses, extensions: [extension('1.2.3', Buffer.of(5, 0))] }, 'good'],
    [
      'critical certificate time stamps',
      {
        responses: [
          answer(targetCertificate, {
            extensions: [extension(Oid.signedCertificateTimestamps, Buffer.of(4, 0), true)],
          }),
        ],
      },
      'good',
    ],
    ['a changed signature', { responses, ...spoilt }, 'revocation-unknown ocsp-responder-unauthorised'],
    ['another signer', { responses, signer: key('x') }, 'revocation-unknown ocsp-responder-unauthorised'],
    [
      'another signer under the name of the issuer',
      { responses, signer: key('x'), responder: { name: named('ca') } },
      'revocation-unknown ocsp-responder-unauthorised',
    ],
    [
      'a SHA-1 signature',
      { responses, algorithm: 'ecdsa-sha1' },
      'revocation-unknown ocsp-responder-unauthorised',
    ],
    [
      'nextUpdate exactly now',
      { responses: [answer(targetCertificate, { nextUpdate: at })] },
      'revocation-unavailable ocsp-not-current',
    ],
    [
      'thisUpdate in the future',
      { responses: [answer(targetCertificate, { thisUpdate: tomorrow })], producedAt: tomorrow },
      'revocation-unavailable ocsp-not-current',
    ],
    ['no nextUpdate', { responses: [answer(targetCertificate, { nextUpdate: undefined })] }, 'good'],
    [
      'seven days old',
      { responses: [answer(targetCertificate, { thisUpdate: new Date(at.getTime() - 7 * day) })] },
      'good',
    ],
    [
      'more than seven days old',
      { responses: [answer(targetCertificate, { thisUpdate: new Date(at.getTime() - 7 * day - 1000) })] },
      'revocation-unavailable ocsp-not-current',
    ],
    [
      'produced before thisUpdate',
      { responses, producedAt: new Date(yesterday.getTime() - 1000) },
      'revocation-unavailable ocsp-not-current',
    ],
    [
      'produced in the future',
      { responses, producedAt: tomorrow },
      'revocation-unavailable ocsp-not-current',
    ],
    [
      'revoked, in the past',
      { responses: [answer(targetCertificate, { status: revoked, nextUpdate: yesterday })] },
      'revocation-unavailable ocsp-not-current',
    ],
  ] as readonly (readonly [string, Parameters<typeof ocsp>[0], string])[])('%s', (_what, shape, expected) =>
    expect(verdict(check({ ocsp: [ocsp(shape)] }))).toBe(expected),
  );

  it('returns when and why, and which response shows it', () => {
    const response = ocsp({ responses: [answer(targetCertificate, { status: revoked })] });
    const failure = failureOf(check({ ocsp: [response] }));
    expect(failure.revocation).toEqual({ at: revokedAt.getTime(), reason: 'keyCompromise' });
    expect(failure.references).toEqual([response.reference]);
    expect(response.reference.sha256).toHaveLength(32);
  });

  it('one response or CRL that says revoked decides, wherever it stands', () => {
    const good = { ocsp: [ocsp({ responses })], crls: [crl('ca')] };
    const listing = [crl('ca', { entries: [{ serialNumber: 5, revokedAt }] })];
    const saying = [ocsp({ responses: [answer(targetCertificate, { status: revoked })] })];
    expect(verdict(check(good))).toBe('good');
    expect(verdict(check({ ...good, crls: listing }))).toBe('certificate-revoked');
    expect(verdict(check({ ...good, ocsp: saying }))).toBe('certificate-revoked');
  });

  it('a good answer is enough where the CRLs give none', () => {
    const crls = [crl('ca', { nextUpdate: yesterday }), crl('ca', { signer: key('x') })];
    expect(verdict(check({ ocsp: [ocsp({ responses })], crls }))).toBe('good');
  });

  it('allows for a clock that is ahead, by the tolerance given', () => {
    const ahead = new Date(at.getTime() + 2000);
    const response = ocsp({
      responses: [answer(targetCertificate, { thisUpdate: ahead })],
      producedAt: ahead,
    });
    expect(verdict(check({ ocsp: [response], clockTolerance: 1999 }))).toContain('ocsp-not-current');
    expect(verdict(check({ ocsp: [response], clockTolerance: 2000 }))).toBe('good');
  });

  it('uses the age and the algorithms it is given', () => {
    expect(verdict(check({ ocsp: [ocsp({ responses })], maximumOcspAge: day - 1 }))).toContain(
      'ocsp-not-current',
    );
    const weak = [ocsp({ responses, algorithm: 'ecdsa-sha1' })];
    expect(verdict(check({ ocsp: weak, algorithms: everyAlgorithm }))).toBe('good');
  });

  it('a key that can not be read matches no other', () => {
    const { name } = ca;
    const broken = { name, subjectPublicKeyInfo: Buffer.of(0x30, 0) };
    expect(verdict(check({ anchor: broken, ocsp: [ocsp({ responses })] }))).toBe('revocation-unavailable');
  });
});

describe('delegated responders (RFC 6960 §4.2.2.2)', () => {
  const purpose = extendedKeyUsage([Oid.ocspSigning]);
  const responder = (
    extensions: readonly ExtensionShape[],
    shape: Parameters<typeof certificate>[2] = {},
  ): Certificate => certificate('responder', 'ca', { serialNumber: 20, extensions, ...shape });
  const by = (
    certificates: readonly Certificate[],
    shape: Partial<OcspShape> = {},
  ): ReturnType<typeof ocsp> =>
    ocsp({
      responses: [answer(targetCertificate)],
      signer: key('responder'),
      certificates: certificates.map(({ der: bytes }) => bytes),
      ...shape,
    });
  const unauthorised = 'revocation-unknown ocsp-responder-unauthorised';
  const crlPoint = crlDistributionPoints('http://crl.example/ca.crl');
  const ocspPlace = authorityInfoAccess({ ocsp: ['http://ocsp.example'] });
  const issuersPlace = authorityInfoAccess({ caIssuers: ['http://ca.example'] });

  it.each([
    ['with the purpose', [responder([purpose])], 'good'],
    ['with the purpose and digitalSignature', [responder([purpose, keyUsage('digitalSignature')])], 'good'],
    ['with the purpose and nonRepudiation', [responder([purpose, keyUsage('nonRepudiation')])], 'good'],
    [
      'with the purpose but no right to sign',
      [responder([purpose, keyUsage('keyEncipherment')])],
      unauthorised,
    ],
    ['with any purpose', [responder([extendedKeyUsage(['2.5.29.37.0'])])], unauthorised],
    ['without a purpose', [responder([])], unauthorised],
    [
      'with extensions that do not decode',
      [responder([extension(Oid.extKeyUsage, Buffer.of(1))])],
      unauthorised,
    ],
    ['that is not sent along', [], unauthorised],
    ['that comes second', [targetCertificate, responder([purpose])], 'good'],
    [
      'that comes ninth',
      [...Array.from({ length: 8 }, () => targetCertificate), responder([purpose])],
      unauthorised,
    ],
    ['of another key', [responder([purpose], { key: 'x' })], unauthorised],
    ['whose certificate has expired', [responder([purpose], { notAfter: yesterday })], unauthorised],
    ['of another issuer', [certificate('responder', 'x', { extensions: [purpose] })], unauthorised],
    ['signed by another', [responder([purpose], { signedBy: 'x' })], unauthorised],
    ['with a critical extension', [responder([purpose, critical])], unauthorised],
    ['that says where its CRL is', [responder([purpose, crlPoint])], unauthorised],
    ['that says where its status is', [responder([purpose, ocspPlace])], unauthorised],
    ['that says where its issuer is', [responder([purpose, issuersPlace])], 'good'],
    ['whose status is waived', [responder([purpose, crlPoint, ocspNoCheck()])], 'good'],
  ])('%s', (_responder, certificates, expected) =>
    expect(verdict(check({ ocsp: [by(certificates)] }))).toBe(expected),
  );

  it('may be under an anchor that is only a name and a key', () => {
    const { name, subjectPublicKeyInfo } = ca;
    const response = by([responder([purpose])]);
    expect(verdict(check({ anchor: { name, subjectPublicKeyInfo }, ocsp: [response] }))).toBe('good');
  });

  it('is found by the name in the response', () => {
    const certificates = [responder([purpose])];
    expect(verdict(check({ ocsp: [by(certificates, { responder: { name: named('responder') } })] }))).toBe(
      'good',
    );
    expect(verdict(check({ ocsp: [by(certificates, { responder: { name: named('x') } })] }))).toBe(
      unauthorised,
    );
  });

  it('is checked itself, and that CRL is among the references', () => {
    const response = by([responder([purpose, crlPoint])]);
    const list = crl('ca');
    const withList = [crl('ca', { entries: [{ serialNumber: 20, revokedAt }] })];
    expect(verdict(check({ ocsp: [response], crls: withList }))).toBe('good');
    expect(check({ ocsp: [response], crls: [list] })).toEqual({
      ok: true,
      value: { references: [response.reference, list.reference] },
    });
    // The target is good by the CRL; by the response alone it would not be.
    const pointed = certificate('target', 'ca', {
      extensions: [crlDistributionPoints({ crlIssuer: [{ directory: named('x') }] })],
    });
    expect(verdict(check({ path: [pointed], ocsp: [response], crls: withList }))).toContain(
      'ocsp-responder-unauthorised',
    );
    expect(verdict(check({ path: [pointed], ocsp: [response], crls: [list] }))).toBe('good');
  });

  it('can not show its own status', () => {
    const self = responder([purpose, ocspPlace]);
    const response = by([self], { responses: [answer(targetCertificate), answer(self)] });
    let paths = 0;
    const counted: typeof validatePath = (input) => {
      paths++;
      return validatePath(input);
    };
    expect(verdict(check({ ocsp: [response], validatePath: counted }))).toBe(unauthorised);
    // For the target's answer, and for its own: not again for that one, and so on.
    expect(paths).toBe(2);
  });

  it('must be issued by the same key as the certificate', () => {
    const issuing = authority('ca', 'root');
    const rolledOver = authority('ca', 'root', { key: 'ca two', serialNumber: 3 });
    const other = certificate('responder', 'ca', { signedBy: 'ca two', extensions: [purpose] });
    const rules = {
      path: [targetCertificate, issuing],
      anchor: anchor('root'),
      candidates: [rolledOver],
      crls: [crl('root')],
    };
    expect(verdict(check({ ...rules, ocsp: [by([responder([purpose])])] }))).toBe('good');
    expect(verdict(check({ ...rules, ocsp: [by([other])] }))).toBe(unauthorised);
    // A path above the certificate asked about, but by another of its keys.
    const selfIssued = authority('ca', 'ca', { key: 'ca two', serialNumber: 3 });
    const under = certificate('target', 'ca', { signedBy: 'ca two' });
    const id = { issuer, issuerKey: key('ca two').publicKey, serialNumber: 5 };
    const old = by([responder([purpose])], { responses: [answer(under, { certificate: id })] });
    const path = [under, selfIssued];
    expect(verdict(check({ path, ocsp: [old], crls: [crl('ca')] }))).toBe('good');
    expect(verdict(check({ path, ocsp: [old], crls: [crl('ca')], oneCrlPerKey: true }))).toContain(
      unauthorised,
    );
  });

  it('is checked once, for any number of responses', () => {
    const certificates = [responder([purpose, crlPoint])];
    const responses = [
      by(certificates),
      by(certificates, { extensions: [extension('1.2.3', Buffer.of(5, 0))] }),
    ];
    expect(verdict(check({ ocsp: responses, crls: [crl('ca')] }))).toBe('good');
  });
});

describe('revocationCheck', () => {
  it.each([
    ['good', crl('ca'), true],
    ['revoked', crl('ca', { entries: [{ serialNumber: 5, revokedAt }] }), false],
  ])('works as the revocation check of validatePath: %s', (_status, list, expected) => {
    const rules = { at, validatePath, crls: [list], ocsp: [] };
    const checkRevocation = revocationCheck(rules);
    const result = validatePath({
      target: targetCertificate,
      candidates: [],
      anchors: [ca],
      at,
      checkRevocation,
    });
    expect(result.ok).toBe(expected);
    if (!result.ok)
      expect(result.failure).toMatchObject({ code: 'certificate-revoked', certificate: targetCertificate });
  });
});
