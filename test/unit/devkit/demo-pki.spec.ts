import { createHash, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import { type CardShape, DemoPki, type MockCard } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const holder = { name: '陳𡍼堃', nationalId: 'A123456789', holderSerialNumber: '7301845520096418' };

describe('DemoPki', () => {
  let pki: DemoPki;
  let anchors: string;
  beforeAll(() => {
    pki = demoPki({ seed: 'pki', at });
    anchors = fileOf(pki.anchorsPem());
  });
  const verify = (certificate: Uint8Array, ...more: string[]): string =>
    openssl(
      'verify',
      '-x509_strict',
      '-attime',
      seconds(at),
      '-CAfile',
      anchors,
      ...more,
      fileOf(encodePem('CERTIFICATE', certificate)),
    ).output;
  const text = (certificate: Uint8Array): string =>
    openssl(
      'x509',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus_space',
      '-in',
      fileOf(encodePem('CERTIFICATE', certificate)),
    ).output;

  const digest = (made: DemoPki): string => {
    const card = made.issueCard(holder, { issuer: 'moicaG3' });
    made.revoke(card.signingCertificate, at);
    const parts = [
      Buffer.from(made.anchorsPem()),
      made.commission.certificate,
      made.moi.certificate,
      card.signingCertificate,
      card.encryptionCertificate,
      made.issueCard(holder, { keyKind: 'p256' }).signingCertificate,
      ...made.crls(at).map((crl) => crl.der),
    ];
    return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
  };

  it('gives the same bytes for the same seed, and other bytes for another seed', () => {
    // One makes its keys, the other finds them in the folder of this run's keys.
    const [first, second] = [DemoPki.create({ seed: 'pki', at }), demoPki({ seed: 'pki', at })];
    expect(digest(first)).toBe(digest(second));
    const other = demoPki({ at });
    expect(digest(other)).not.toBe(digest(first));
    expect(() => pki.revoke(other.issueCard(holder).signingCertificate, at)).toThrow('another PKI');
    expect(() => pki.registerOf(other.authorities.grca)).toThrow('another PKI');
  });

  it('has two generations of MOICA with one name and two keys', () => {
    const { moicaG2, moicaG3, impostor } = pki.authorities;
    const g2 = new X509Certificate(moicaG2.certificate);
    const g3 = new X509Certificate(moicaG3.certificate);
    const fake = new X509Certificate(impostor.certificate);
    expect(new Set([g2.subject, g3.subject, fake.subject]).size).toBe(1);
    expect(g2.subject).toBe('C=TW\nO=行政院\nOU=內政部憑證管理中心');
    expect(g2.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(g3.publicKey.asymmetricKeyDetails?.modulusLength).toBe(4096);
    expect(moicaG2.key.keyIdentifier).not.toEqual(moicaG3.key.keyIdentifier);
  });

  it.each<[string, CardShape]>([
    ['ordinary', {}],
    ['of the third generation', { issuer: 'moicaG3' }],
    ['P-256', { keyKind: 'p256' }],
    ['P-384', { keyKind: 'p384' }],
    ['renewed', { edition: 1 }],
  ])('openssl verifies both certificates of a card: %s', (_kind, shape) => {
    const card = pki.issueCard(holder, shape);
    expect(verify(card.signingCertificate)).toContain(': OK');
    expect(verify(card.encryptionCertificate)).toContain(': OK');
  });

  it('writes the fields that MOICA writes', () => {
    const card = pki.issueCard(holder);
    const signing = text(card.signingCertificate);
    for (const line of [
      'Subject: C=TW, CN=陳𡍼堃, serialNumber=7301845520096418',
      'Policy: 2.16.886.101.0.3.3',
      'Digital Signature',
      'sha256WithRSAEncryption',
      'URI:http://pki.demo.invalid/moica-g2/complete.crl',
      'OCSP - URI:http://pki.demo.invalid/moica-g2/ocsp',
    ]) {
      expect(signing).toContain(line);
    }
    expect(text(card.encryptionCertificate)).toContain('Key Encipherment, Data Encipherment');
    const attributes = openssl('asn1parse', '-in', fileOf(encodePem('CERTIFICATE', card.signingCertificate)));
    expect(attributes.output).toContain('Subject Directory Attributes');
    expect(Buffer.from(card.signingCertificate).includes('6789')).toBe(true);
    expect(Buffer.from(card.signingCertificate).includes(holder.nationalId)).toBe(false);
    const { validFromDate, validToDate } = validity(card);
    expect([validFromDate, validToDate]).toEqual(['2025-03-02', '2030-03-02']);
  });

  it.each<[string, CardShape, string]>([
    ['an impostor under MOICA’s name', { issuer: 'impostor' }, 'unable to get local issuer certificate'],
    ['expired', { notBefore: new Date('2019-01-01T00:00:00Z') }, 'certificate has expired'],
    ['not yet valid', { notBefore: new Date('2026-03-03T00:00:00Z') }, 'certificate is not yet valid'],
  ])('openssl refuses %s', (_kind, shape, words) => {
    expect(verify(pki.issueCard(holder, shape).signingCertificate)).toContain(words);
  });

  it('issues certificates of wrong types and usages', () => {
    const card = pki.issueCard(holder, {
      subjectType: '2.16.886.1.100.3.2.1',
      policies: ['1.2.3.4'],
      signingKeyUsage: ['keyAgreement'],
      lastFourDigits: '0000',
    });
    const shown = text(card.signingCertificate);
    expect(shown).toContain('Policy: 1.2.3.4');
    expect(shown).toContain('Key Agreement');
    const bare = pki.issueCard(holder, { subjectType: undefined, lastFourDigits: undefined });
    expect(text(bare.signingCertificate)).not.toContain('Directory Attributes');
  });

  it('certifies the commission and MOI', () => {
    expect(verify(pki.commission.certificate)).toContain(': OK');
    expect(verify(pki.moi.certificate)).toContain(': OK');
    expect(verify(pki.office('其他機關', 'p384').certificate)).toContain(': OK');
  });

  it('revokes as of a time, and openssl sees it in the CRL', () => {
    const [before, after] = [new Date('2026-03-01T00:00:00Z'), at];
    const card = pki.issueCard({ ...holder, holderSerialNumber: '1111222233334444' });
    pki.revoke(card.signingCertificate, new Date('2026-03-01T12:00:00Z'), 'keyCompromise');
    const crlFile = (time: Date): string =>
      fileOf(
        pki
          .crls(time)
          .map((crl) => encodePem('X509 CRL', crl.der))
          .join(''),
      );
    const check = (time: Date): string =>
      openssl(
        'verify',
        '-crl_check_all',
        '-attime',
        seconds(time),
        '-CAfile',
        anchors,
        '-CRLfile',
        crlFile(time),
        fileOf(encodePem('CERTIFICATE', card.signingCertificate)),
      ).output;
    expect(check(before)).toContain(': OK');
    expect(check(after)).toContain('certificate revoked');
  });
});

function validity(card: MockCard): { validFromDate: string; validToDate: string } {
  const { validFrom, validTo } = new X509Certificate(card.signingCertificate);
  const day = (text: string): string => new Date(text).toISOString().slice(0, 10);
  return { validFromDate: day(validFrom), validToDate: day(validTo) };
}
