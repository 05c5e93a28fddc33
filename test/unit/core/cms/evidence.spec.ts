import { cmsAttribute, valueOf } from '../../../../src/devkit/index.js';
import { sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseCardSignature, verifyCardSignature, verifySignedData } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { subjectKeyIdentifier } from '../../../../src/core/x509/key-identifier.js';
import { ecPair, certified, pssPair, rsaPair, spkiOf } from '../../../support/cms/certificates.js';
import { digest, pssAlgorithm, signedDataBy } from '../../../support/cms/signed-data.js';

const statement = Buffer.from('公民投票案電子連署書\n案號：9001\n');
const other = Buffer.from('公民投票案電子連署書\n案號：9002\n');
const rsa = certified(rsaPair());
const p256 = certified(ecPair('P-256'), { serial: 8 });
const p384 = certified(ecPair('P-384'), { serial: 9 });
const pss = certified(pssPair(), { serial: 10 });
const weakRsa = certified(rsaPair(1024), { serial: 11 });
const p521 = certified(ecPair('P-521'), { serial: 12 });
const twin = certified(ecPair('P-256'), { serial: 7 });
const withoutIdentifier = certified(ecPair('P-256'), { serial: 13, keyIdentifier: false });

const contentType = cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data));
const messageDigest = cmsAttribute(CmsOid.messageDigest, der.octetString(digest(statement)));
const byKeyIdentifier = der.contextOctets(0, subjectKeyIdentifier(spkiOf(rsa.publicKey)));

/** The code, or `ok`, of parsing and verifying what a card sent. */
function verdict(signedData: Uint8Array): string {
  const verified = verifyCardSignature({ form: 'cms', signedData }, statement);
  return verified.ok ? 'ok' : verified.failure.code;
}

const issuerSerial = (issuer: Uint8Array, serial: Uint8Array): Uint8Array =>
  der.sequence(der.sequence(der.context(4, issuer)), der.encode(0x02, serial));
const { certificate } = rsa;
const good = issuerSerial(certificate.issuer.der, certificate.serialNumber);
const sha1Of = (bytes: Uint8Array): Uint8Array => der.octetString(digest(bytes, 'sha1'));
const sha256Of = (bytes: Uint8Array): Uint8Array => der.octetString(digest(bytes));
const ess = (type: string, ...references: Uint8Array[]): Uint8Array[] => [
  contentType,
  messageDigest,
  cmsAttribute(type, der.sequence(der.sequence(...references))),
];
const v1 = CmsOid.signingCertificate;
const v2 = CmsOid.signingCertificateV2;

describe('evidence that must be accepted', () => {
  it.each<[string, Uint8Array]>([
    ['attached with attributes', signedDataBy(rsa, statement)],
    ['detached with attributes', signedDataBy(rsa, statement, { attached: false })],
    ['attached without attributes', signedDataBy(rsa, statement, { attributes: null })],
    ['detached without attributes', signedDataBy(rsa, statement, { attributes: null, attached: false })],
    ['RSA and SHA-384', signedDataBy(rsa, statement, { hash: 'sha384' })],
    ['RSA and SHA-512', signedDataBy(rsa, statement, { hash: 'sha512' })],
    [
      'sha256WithRSAEncryption',
      signedDataBy(rsa, statement, {
        signatureAlgorithm: der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue()),
      }),
    ],
    [
      'a digest algorithm without NULL',
      signedDataBy(rsa, statement, { digestAlgorithm: der.sequence(der.oid(Oid.sha256)) }),
    ],
    ['RSA-PSS', signedDataBy(rsa, statement, { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha256) })],
    [
      'RSA-PSS by a key bound to it',
      signedDataBy(pss, statement, { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha256) }),
    ],
    ['P-256', signedDataBy(p256, statement)],
    ['P-384 and SHA-384', signedDataBy(p384, statement, { hash: 'sha384' })],
    [
      'the signer by key identifier',
      signedDataBy(rsa, statement, { version: 3, identifier: byKeyIdentifier }),
    ],
    [
      'unsigned attributes, which are left behind',
      signedDataBy(rsa, statement, { unsigned: [cmsAttribute('1.2.3', der.nullValue())] }),
    ],
    ['CRLs, which are skipped', signedDataBy(rsa, statement, { extra: [der.context(1, der.sequence())] })],
    [
      'the signer’s certificate twice',
      signedDataBy(rsa, statement, { certificates: [certificate.der, certificate.der] }),
    ],
    [
      'signing-certificate',
      signedDataBy(rsa, statement, { attributes: ess(v1, der.sequence(sha1Of(certificate.der), good)) }),
    ],
    [
      'signing-certificate-v2',
      signedDataBy(rsa, statement, { attributes: ess(v2, der.sequence(sha256Of(certificate.der))) }),
    ],
    [
      'signing-certificate-v2 with its digest, issuer, more certificates and policies',
      signedDataBy(rsa, statement, {
        attributes: [
          contentType,
          messageDigest,
          cmsAttribute(
            v2,
            der.sequence(
              der.sequence(
                der.sequence(
                  der.sequence(der.oid(Oid.sha384)),
                  der.octetString(digest(certificate.der, 'sha384')),
                  good,
                ),
                der.sequence(sha256Of(p256.certificate.der)),
              ),
              der.sequence(),
            ),
          ),
        ],
      }),
    ],
  ])('%s', (_what, signedData) => {
    expect(verdict(signedData)).toBe('ok');
  });

  it.each([
    ['RSA', rsa],
    ['P-256', p256],
    ['P-384', p384],
  ])('a bare signature by %s', (_what, signer) => {
    const parsed = valueOf(
      parseCardSignature({
        form: 'pkcs1',
        signature: sign('sha256', statement, signer.privateKey),
        certificate: signer.certificate.der,
      }),
    );
    const verified = verifySignedData(parsed, statement);
    expect(verified.ok && verified.value.signer.der).toEqual(signer.certificate.der);
    expect(verifySignedData(parsed, other)).toMatchObject({
      failure: { code: 'evidence-signature-wrong' },
    });
  });
});

const sound = signedDataBy(rsa, statement);
const nested = (levels: number): Uint8Array =>
  levels === 0 ? der.sequence() : der.sequence(nested(levels - 1));

describe('evidence that must be refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), 'evidence-malformed'],
    ['one byte', Uint8Array.of(0x30), 'evidence-malformed'],
    ['more than 16 KiB', Buffer.alloc(16_385), 'evidence-too-large'],
    ['a byte behind it', Buffer.concat([sound, Uint8Array.of(0)]), 'evidence-trailing-bytes'],
    ['a second object behind it', Buffer.concat([sound, sound]), 'evidence-trailing-bytes'],
    ['its last byte missing', sound.subarray(0, -1), 'evidence-malformed'],
    [
      'indefinite length outside',
      Uint8Array.of(0x30, 0x80, ...sound.subarray(4), 0, 0),
      'evidence-indefinite-length',
    ],
    ['indefinite length inside', der.sequence(Uint8Array.of(0x30, 0x80, 0, 0)), 'evidence-indefinite-length'],
    ['33 levels', nested(32), 'evidence-nested-too-deeply'],
    ['32 levels of nothing', nested(31), 'evidence-malformed'],
    ['a child longer than its parent', Uint8Array.of(0x30, 0x02, 0x04, 0x05), 'evidence-malformed'],
    ['a high tag number', Uint8Array.of(0x1f, 0x81, 0x00), 'evidence-malformed'],
    ['five length octets', Uint8Array.of(0x30, 0x85, 0, 0, 0, 0, 0), 'evidence-malformed'],
    ['a length that is cut off', Uint8Array.of(0x30, 0x82, 0), 'evidence-malformed'],
    ['a length that is not minimal', Uint8Array.of(0x30, 0x81, 0x00), 'evidence-malformed'],
    ['an INTEGER', der.integer(1), 'evidence-malformed'],
    [
      'another CMS type',
      signedDataBy(rsa, statement, { outerType: CmsOid.envelopedData }),
      'evidence-not-signed-data',
    ],
    [
      'content that is not id-data',
      signedDataBy(rsa, statement, { contentType: CmsOid.signedData }),
      'evidence-not-signed-data',
    ],
    ['no signer', signedDataBy(rsa, statement, { signers: 0 }), 'evidence-no-signer'],
    ['two signers', signedDataBy(rsa, statement, { signers: 2 }), 'evidence-more-than-one-signer'],
    [
      'nine certificates',
      signedDataBy(rsa, statement, { certificates: Array.from({ length: 9 }, () => p256.certificate.der) }),
      'evidence-too-many-certificates',
    ],
    [
      'a certificate that is none',
      signedDataBy(rsa, statement, { certificates: [der.sequence()] }),
      'evidence-certificate-malformed',
    ],
    ['no certificate', signedDataBy(rsa, statement, { certificates: [] }), 'evidence-certificate-missing'],
    [
      'another’s certificate',
      signedDataBy(rsa, statement, { certificates: [p256.certificate.der] }),
      'evidence-certificate-missing',
    ],
    [
      'a key identifier and a certificate without one',
      signedDataBy(rsa, statement, {
        version: 3,
        identifier: byKeyIdentifier,
        certificates: [withoutIdentifier.certificate.der],
      }),
      'evidence-certificate-missing',
    ],
    [
      'two certificates of one name and number',
      signedDataBy(rsa, statement, { certificates: [certificate.der, twin.certificate.der] }),
      'evidence-certificate-ambiguous',
    ],
    [
      'a version that does not fit the identifier',
      signedDataBy(rsa, statement, { version: 3 }),
      'evidence-malformed',
    ],
    ['MD5', signedDataBy(rsa, statement, { hash: 'md5' }), 'evidence-weak-digest'],
    ['SHA-1', signedDataBy(rsa, statement, { hash: 'sha1' }), 'evidence-weak-digest'],
    [
      'sha1WithRSAEncryption under SHA-256',
      signedDataBy(rsa, statement, {
        signatureAlgorithm: der.sequence(der.oid(Oid.sha1WithRsa), der.nullValue()),
      }),
      'evidence-weak-digest',
    ],
    [
      'md5WithRSAEncryption under SHA-256',
      signedDataBy(rsa, statement, {
        signatureAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.4'), der.nullValue()),
      }),
      'evidence-weak-digest',
    ],
    [
      'PSS with SHA-1',
      signedDataBy(rsa, statement, { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha1) }),
      'evidence-weak-digest',
    ],
    ['SHA-224', signedDataBy(rsa, statement, { hash: 'sha224' }), 'evidence-algorithm-unsupported'],
    [
      'digest parameters',
      signedDataBy(rsa, statement, { digestAlgorithm: der.sequence(der.oid(Oid.sha256), der.integer(1)) }),
      'evidence-algorithm-unsupported',
    ],
    [
      'a signature algorithm of another digest',
      signedDataBy(rsa, statement, {
        signatureAlgorithm: der.sequence(der.oid(Oid.sha512WithRsa), der.nullValue()),
      }),
      'evidence-algorithm-unsupported',
    ],
    [
      'PSS whose digests differ',
      signedDataBy(rsa, statement, { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha256, Oid.sha1) }),
      'evidence-algorithm-unsupported',
    ],
    [
      'ECDSA by an RSA key',
      signedDataBy(rsa, statement, { signatureAlgorithm: der.sequence(der.oid(Oid.ecdsaSha256)) }),
      'evidence-algorithm-unsupported',
    ],
    [
      'RSA by a P-256 key',
      signedDataBy(p256, statement, { signatureAlgorithm: der.sequence(der.oid(Oid.rsaEncryption)) }),
      'evidence-algorithm-unsupported',
    ],
    [
      'PKCS #1 v1.5 by a key bound to PSS',
      signedDataBy(pss, statement, {
        pss: true,
        signatureAlgorithm: der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue()),
      }),
      'evidence-algorithm-unsupported',
    ],
    ['P-521', signedDataBy(p521, statement), 'evidence-algorithm-unsupported'],
    ['RSA of 1024 bits', signedDataBy(weakRsa, statement), 'evidence-weak-key'],
    [
      'another statement attached',
      signedDataBy(rsa, statement, { content: other }),
      'evidence-statement-wrong',
    ],
    ['a signature over another statement, attached', signedDataBy(rsa, other), 'evidence-statement-wrong'],
    [
      'a signature over another statement, detached',
      signedDataBy(rsa, other, { attached: false }),
      'evidence-statement-wrong',
    ],
    [
      'a signature over another statement, detached without attributes',
      signedDataBy(rsa, other, { attached: false, attributes: null }),
      'evidence-signature-wrong',
    ],
    [
      'the other statement’s digest',
      signedDataBy(rsa, other, { content: statement }),
      'evidence-message-digest-wrong',
    ],
    [
      'no content-type',
      signedDataBy(rsa, statement, { attributes: [messageDigest] }),
      'evidence-content-type-wrong',
    ],
    [
      'another content-type',
      signedDataBy(rsa, statement, {
        attributes: [cmsAttribute(CmsOid.contentType, der.oid(CmsOid.signedData)), messageDigest],
      }),
      'evidence-content-type-wrong',
    ],
    [
      'a content-type that is no OID',
      signedDataBy(rsa, statement, {
        attributes: [cmsAttribute(CmsOid.contentType, der.nullValue()), messageDigest],
      }),
      'evidence-content-type-wrong',
    ],
    [
      'two values of content-type',
      signedDataBy(rsa, statement, {
        attributes: [
          cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data), der.oid(CmsOid.data)),
          messageDigest,
        ],
      }),
      'evidence-content-type-wrong',
    ],
    [
      'content-type twice',
      signedDataBy(rsa, statement, { attributes: [contentType, contentType, messageDigest] }),
      'evidence-malformed',
    ],
    [
      'no message-digest',
      signedDataBy(rsa, statement, { attributes: [contentType] }),
      'evidence-message-digest-wrong',
    ],
    [
      'no attributes in the attributes',
      signedDataBy(rsa, statement, { attributes: [] }),
      'evidence-malformed',
    ],
    [
      'signing-certificate of another',
      signedDataBy(rsa, statement, { attributes: ess(v1, der.sequence(sha1Of(p256.certificate.der))) }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'signing-certificate-v2 of another',
      signedDataBy(rsa, statement, { attributes: ess(v2, der.sequence(sha256Of(p256.certificate.der))) }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'signing-certificate-v2 with SHA-1',
      signedDataBy(rsa, statement, {
        attributes: ess(v2, der.sequence(der.sequence(der.oid(Oid.sha1)), sha1Of(certificate.der))),
      }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'signing-certificate of another issuer',
      signedDataBy(rsa, statement, {
        attributes: ess(
          v1,
          der.sequence(
            sha1Of(certificate.der),
            issuerSerial(certificate.subject.der, certificate.serialNumber),
          ),
        ),
      }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'signing-certificate of another serial number',
      signedDataBy(rsa, statement, {
        attributes: ess(
          v1,
          der.sequence(sha1Of(certificate.der), issuerSerial(certificate.issuer.der, Uint8Array.of(8))),
        ),
      }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'signing-certificate of nobody',
      signedDataBy(rsa, statement, { attributes: ess(v1) }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'a signature of zeros',
      signedDataBy(rsa, statement, { signature: new Uint8Array(256) }),
      'evidence-signature-wrong',
    ],
    [
      'an empty signature',
      signedDataBy(p256, statement, { signature: new Uint8Array() }),
      'evidence-signature-wrong',
    ],
    [
      'another’s signature',
      signedDataBy({ ...p256, certificate: twin.certificate }, statement),
      'evidence-signature-wrong',
    ],
  ])('%s', (_edit, signedData, code) => {
    expect(verdict(signedData)).toBe(code);
  });

  it.each<[string, Uint8Array, Uint8Array, string]>([
    [
      'a certificate that is none',
      new Uint8Array(256),
      Uint8Array.of(1, 2, 3),
      'evidence-certificate-malformed',
    ],
    ['more than 16 KiB in all', new Uint8Array(16_384), rsa.certificate.der, 'evidence-too-large'],
    ['a curve outside the list', new Uint8Array(64), p521.certificate.der, 'evidence-algorithm-unsupported'],
    ['a key bound to PSS', new Uint8Array(256), pss.certificate.der, 'evidence-algorithm-unsupported'],
    ['RSA of 1024 bits', new Uint8Array(128), weakRsa.certificate.der, 'evidence-weak-key'],
  ])('a bare signature with %s', (_edit, signature, certificateBytes, code) => {
    expect(parseCardSignature({ form: 'pkcs1', signature, certificate: certificateBytes })).toMatchObject({
      failure: { code },
    });
  });
});
