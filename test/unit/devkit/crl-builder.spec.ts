import { describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  buildCrl,
  certificateIssuer,
  commonName,
  crlNumber,
  deltaCrlIndicator,
  distinguishedName,
  invalidityDate,
  issuingDistributionPoint,
  keyUsage,
  makeKey,
  SeededRandom,
  subjectKeyIdentifier,
} from '../../../src/devkit/index.js';
import { fileOf, openssl } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const p256 = makeKey(new SeededRandom('p256'), 'p256');
const certificateFile = (certificate: Uint8Array): string => fileOf(encodePem('CERTIFICATE', certificate));

describe('buildCrl', () => {
  const issuer = distinguishedName(commonName('發行者'));
  const authority = buildCertificate({
    signer: p256,
    subject: issuer,
    extensions: [
      basicConstraints(true),
      keyUsage('keyCertSign', 'cRLSign'),
      subjectKeyIdentifier(p256.keyIdentifier),
    ],
  });
  const show = (crl: Uint8Array): string =>
    openssl(
      'crl',
      '-noout',
      '-text',
      '-CAfile',
      certificateFile(authority),
      '-in',
      fileOf(encodePem('X509 CRL', crl)),
    ).output.replace(/\s+/g, ' ');
  const base = { signer: p256, issuer, thisUpdate: at, nextUpdate: new Date(at.getTime() + 86_400_000) };

  it('writes full, delta and indirect CRLs with entry extensions', () => {
    const shown = show(
      buildCrl({
        ...base,
        entries: [
          { serialNumber: 5, revokedAt: at, reason: 'keyCompromise', extensions: [invalidityDate(at)] },
          {
            serialNumber: Uint8Array.of(0x7f, 1),
            revokedAt: at,
            reason: 'removeFromCRL',
            extensions: [certificateIssuer({ directory: issuer })],
          },
          { serialNumber: 7, revokedAt: at },
        ],
        extensions: [
          crlNumber(2n ** 70n),
          deltaCrlIndicator(41),
          issuingDistributionPoint({
            fullName: [{ uri: 'http://a.example' }],
            onlyUserCertificates: true,
            onlySomeReasons: ['superseded', 'certificateHold'],
            indirect: true,
          }),
          authorityKeyIdentifier({ keyIdentifier: p256.keyIdentifier }),
        ],
      }),
    );
    for (const words of [
      'verify OK',
      'Serial Number: 05',
      'Key Compromise',
      'Invalidity Date: Mar 2 04:00:00 2026 GMT',
      'Serial Number: 7F01',
      'Remove From CRL',
      'X509v3 Certificate Issuer: critical',
      'Serial Number: 07',
      'Delta CRL Indicator: critical 41',
      'Full Name: URI:http://a.example Only User Certificates Indirect CRL Only Some Reasons: Superseded, Certificate Hold',
    ]) {
      expect(shown).toContain(words);
    }
  });

  it('writes the other scopes, version 1, and an empty CRL', () => {
    const scoped = buildCrl({
      ...base,
      extensions: [issuingDistributionPoint({ onlyCaCertificates: true, onlyAttributeCertificates: true })],
    });
    expect(show(scoped)).toMatch(
      /Only CA Certificates.*Only Attribute Certificates.*No Revoked Certificates/,
    );
    expect(show(buildCrl({ signer: p256, issuer, thisUpdate: at, version: 1 }))).toMatch(
      /Version 1.*Next Update: NONE/,
    );
    expect(
      show(buildCrl({ ...base, editSignature: (signature) => Uint8Array.from(signature.toReversed()) })),
    ).not.toContain('verify OK');
  });
});
