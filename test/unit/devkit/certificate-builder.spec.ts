import { describe, expect, it } from '@jest/globals';
import { der } from '../../../src/core/der/index.js';
import { encodePem } from '../../../src/core/pem.js';
import { Oid } from '../../../src/core/x509/index.js';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  certificatePolicies,
  type CertificateShape,
  commonName,
  country,
  crlDistributionPoints,
  distinguishedName,
  distinguishedNameOfSets,
  extendedKeyUsage,
  extension,
  freshestCrl,
  inhibitAnyPolicy,
  type KeyPair,
  keyUsage,
  makeKey,
  nameConstraints,
  ocspNoCheck,
  policyConstraints,
  policyMappings,
  SeededRandom,
  type SignatureAlgorithm,
  subjectAltName,
  subjectKeyIdentifier,
} from '../../../src/devkit/index.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const rsa = makeKey(new SeededRandom('rsa'), 'rsa-2048');
const p256 = makeKey(new SeededRandom('p256'), 'p256');
const p384 = makeKey(new SeededRandom('p384'), 'p384');
const certificateFile = (certificate: Uint8Array): string => fileOf(encodePem('CERTIFICATE', certificate));
const text = (certificate: Uint8Array): string =>
  openssl(
    'x509',
    '-noout',
    '-text',
    '-nameopt',
    'utf8,sep_comma_plus_space',
    '-in',
    certificateFile(certificate),
  ).output.replace(/\s+/g, ' ');
const verify = (certificate: Uint8Array, anchor: Uint8Array): string =>
  openssl('verify', '-attime', seconds(at), '-CAfile', certificateFile(anchor), certificateFile(certificate))
    .output;

describe('buildCertificate', () => {
  it.each<[SignatureAlgorithm, KeyPair]>([
    ['rsa-sha256', rsa],
    ['rsa-sha384', rsa],
    ['rsa-sha512', rsa],
    ['rsa-pss-sha256', rsa],
    ['rsa-pss-sha384', rsa],
    ['rsa-pss-sha512', rsa],
    ['ecdsa-sha256', p256],
    ['ecdsa-sha384', p384],
    ['ecdsa-sha512', p384],
  ])('signs with %s', (algorithm, signer) => {
    const certificate = buildCertificate({ signer, algorithm });
    expect(verify(certificate, certificate)).toContain(': OK');
  });

  it('writes every extension as openssl reads it', () => {
    const directory = distinguishedName(country('TW'), commonName('目錄'));
    const shown = text(
      buildCertificate({
        signer: rsa,
        extensions: [
          basicConstraints(true, 3),
          keyUsage('digitalSignature', 'keyCertSign', 'decipherOnly'),
          subjectKeyIdentifier(rsa.keyIdentifier),
          authorityKeyIdentifier({
            keyIdentifier: rsa.keyIdentifier,
            issuer: [{ directory }],
            serialNumber: Uint8Array.of(9),
          }),
          subjectAltName([
            { dns: 'a.example' },
            { email: 'b@c.example' },
            { uri: 'https://d.example' },
            { ip: Uint8Array.of(192, 0, 2, 1) },
            { registeredId: '1.2.3.4' },
            { directory },
            { other: ['1.3.6.1.4.1.311.20.2.3', der.utf8String('e')] },
            { encoded: der.contextOctets(2, Buffer.from('raw.example')) },
          ]),
          extendedKeyUsage([Oid.ocspSigning]),
          certificatePolicies([
            '1.2.3',
            ['1.2.4', der.sequence(der.oid('1.3.6.1.5.5.7.2.1'), der.ia5String('https://cps.example'))],
          ]),
          policyMappings([['1.2.3', '1.2.5']]),
          policyConstraints({ requireExplicitPolicy: 0, inhibitPolicyMapping: 200 }),
          inhibitAnyPolicy(2),
          nameConstraints({
            permitted: [{ dns: 'example' }],
            excluded: [{ directory }, { ip: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }],
          }),
          crlDistributionPoints('http://f.example/crl', {
            relativeName: [der.sequence(der.oid(Oid.commonName), der.utf8String('g'))],
            reasons: ['keyCompromise', 'aACompromise'],
            crlIssuer: [{ directory }],
          }),
          freshestCrl('http://h.example/delta'),
          authorityInfoAccess({ ocsp: ['http://i.example'], caIssuers: ['http://j.example'] }),
          ocspNoCheck(),
          extension('1.2.3.4.5', Buffer.from('not DER'), true),
        ],
      }),
    );
    for (const words of [
      'Basic Constraints: critical CA:TRUE, pathlen:3',
      'Digital Signature, Certificate Sign, Decipher Only',
      'DirName:C = TW, CN = ',
      'serial:09',
      'DNS:a.example, email:b@c.example, URI:https://d.example, IP Address:192.0.2.1, Registered ID:1.2.3.4',
      'DNS:raw.example',
      'OCSP Signing',
      'Policy: 1.2.3 Policy: 1.2.4 CPS: https://cps.example',
      '1.2.3:1.2.5',
      'Require Explicit Policy:0, Inhibit Policy Mapping:200',
      'Inhibit Any Policy: critical 2',
      'Permitted: DNS:example',
      'Excluded: DirName:',
      'IP:10.0.0.0/255.0.0.0',
      'URI:http://f.example/crl',
      'Relative Name: CN = g',
      'Reasons: Key Compromise, AA Compromise',
      'Freshest CRL:',
      'OCSP - URI:http://i.example CA Issuers - URI:http://j.example',
      'OCSP No Check',
      '1.2.3.4.5: critical not DER',
    ]) {
      expect(shown).toContain(words);
    }
  });

  it.each<[string, Partial<CertificateShape>, string]>([
    ['version 1', { version: 1 }, 'Version: 1 (0x0)'],
    ['a negative serial number', { serialNumber: Uint8Array.of(0x80) }, 'Serial Number: -128'],
    [
      'a name of several values',
      { subject: distinguishedNameOfSets([country('TW'), commonName('多')]) },
      'C=TW + CN=多',
    ],
    [
      'a name in another string type',
      {
        subject: distinguishedName({
          type: Oid.commonName,
          encoded: der.encode(0x1e, Buffer.from([0x59, 0x1a])),
        }),
      },
      'CN=多',
    ],
    [
      'a time in another encoding',
      { notAfter: der.generalizedTime(new Date('2049-01-01T00:00:00Z')) },
      'Not After : Jan 1 00:00:00 2049 GMT',
    ],
    [
      'a time after 2050',
      { notAfter: new Date('9999-12-31T23:59:59Z') },
      'Not After : Dec 31 23:59:59 9999 GMT',
    ],
    [
      'unique identifiers',
      { issuerUniqueId: Uint8Array.of(0, 1), subjectUniqueId: Uint8Array.of(0, 2) },
      'Subject Unique ID: 02',
    ],
    ['empty key usage', { extensions: [keyUsage()] }, 'Key Usage: critical'],
    ['end entity constraints', { extensions: [basicConstraints(false)] }, 'CA:FALSE'],
  ])('writes %s', (_what, shape, words) => {
    expect(text(buildCertificate({ signer: rsa, ...shape }))).toContain(words);
  });

  it('writes wrong algorithm identifiers and wrong signatures', () => {
    const honest = buildCertificate({ signer: rsa, extensions: [basicConstraints(true)] });
    const sha384 = der.sequence(der.oid(Oid.sha384WithRsa), der.nullValue());
    expect(verify(buildCertificate({ signer: rsa, outerAlgorithmIdentifier: sha384 }), honest)).not.toContain(
      ': OK',
    );
    expect(text(buildCertificate({ signer: rsa, tbsAlgorithmIdentifier: sha384 }))).toContain(
      'Signature Algorithm: sha384',
    );
    const changed = buildCertificate({
      signer: rsa,
      editSignature: (signature) => signature.map((octet) => octet ^ 1),
      issuer: distinguishedName(commonName('連署測試')),
      subject: distinguishedName(commonName('乙')),
    });
    const issued = buildCertificate({
      signer: rsa,
      issuer: distinguishedName(commonName('連署測試')),
      subject: distinguishedName(commonName('乙')),
    });
    expect([verify(changed, honest), verify(issued, honest)]).toEqual([
      expect.stringContaining('signature failure'),
      expect.stringContaining(': OK'),
    ]);
  });
});
