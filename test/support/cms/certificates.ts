import { valueOf } from '../../../src/devkit/index.js';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { CertifiedSigner, Signer } from '../../../src/core/cms/signer-info.js';
import { der } from '../../../src/core/der/index.js';
import { encodePem } from '../../../src/core/pem.js';
import { type Certificate, Oid, parseCertificate } from '../../../src/core/x509/index.js';

/** A key pair, by node. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A key with the certificate that speaks for it. */
export interface Holder extends KeyPair {
  readonly certificate: Certificate;
}

export const rsaPair = (modulusLength = 2048): KeyPair => generateKeyPairSync('rsa', { modulusLength });
export const pssPair = (): KeyPair => generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
export const ecPair = (namedCurve = 'P-256'): KeyPair => generateKeyPairSync('ec', { namedCurve });

export const spkiOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
export const pkcs8Of = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });

/** What a test certificate may be given; all else has a valid default. */
interface CertificateOverrides {
  readonly subject?: string;
  readonly issuer?: string;
  readonly serial?: number;
  readonly keyIdentifier?: boolean;
  readonly signWith?: KeyObject;
  readonly ca?: boolean;
}

const name = (commonName: string): Uint8Array =>
  der.sequence(der.setOf(der.sequence(der.oid(Oid.commonName), der.utf8String(commonName))));

const extension = (type: string, critical: boolean, value: Uint8Array): Uint8Array =>
  der.sequence(der.oid(type), ...(critical ? [der.boolean(true)] : []), der.octetString(value));

/** A version 3 certificate, valid from 2020 to 2040, signed with ECDSA and SHA-256 unless `signWith` is RSA. */
function certificateFor(pair: KeyPair, overrides: CertificateOverrides = {}): Certificate {
  const { subject = 'Signer', issuer = 'Test CA', serial = 7, keyIdentifier = true, ca = false } = overrides;
  const signer = overrides.signWith ?? pair.privateKey;
  const isRsa = signer.asymmetricKeyType !== 'ec';
  const algorithm = isRsa
    ? der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue())
    : der.sequence(der.oid(Oid.ecdsaSha256));
  const spki = spkiOf(pair.publicKey);
  const extensions = [
    ...(keyIdentifier
      ? [extension(Oid.subjectKeyIdentifier, false, der.octetString(keyIdentifierOf(spki)))]
      : []),
    extension(Oid.basicConstraints, true, ca ? der.sequence(der.boolean(true)) : der.sequence()),
  ];
  const tbs = der.sequence(
    der.context(0, der.integer(2)),
    der.integer(serial),
    algorithm,
    name(issuer),
    der.sequence(der.time(new Date('2020-01-01T00:00:00Z')), der.time(new Date('2040-01-01T00:00:00Z'))),
    name(subject),
    spki,
    der.context(3, der.sequence(...extensions)),
  );
  return valueOf(parseCertificate(der.sequence(tbs, algorithm, der.bitString(sign('sha256', tbs, signer)))));
}

/** A key pair with a certificate of the test CA. */
export function holder(pair: KeyPair, overrides: CertificateOverrides = {}): Holder {
  return { ...pair, certificate: certificateFor(pair, { signWith: testCa().privateKey, ...overrides }) };
}

let ca: Holder | undefined;

/** The CA of this test process. */
export function testCa(): Holder {
  if (ca === undefined) {
    const pair = ecPair();
    ca = { ...pair, certificate: certificateFor(pair, { subject: 'Test CA', serial: 1, ca: true }) };
  }
  return ca;
}

/** RFC 5280 §4.2.1.2, method 1. */
export function keyIdentifierOf(spki: Uint8Array): Buffer {
  return createHash('sha1')
    .update(spki.subarray(bitStringStart(spki)))
    .digest();
}

/** The BIT STRING ends the encoding; its content starts after the unused-bits octet. */
function bitStringStart(spki: Uint8Array): number {
  const headerOf = (at: number): number => (spki[at + 1]! < 0x80 ? 2 : 2 + (spki[at + 1]! & 0x7f));
  const algorithmAt = headerOf(0);
  const bitStringAt = algorithmAt + headerOf(algorithmAt) + spki[algorithmAt + 1]!;
  return bitStringAt + headerOf(bitStringAt) + 1;
}

/** PEM of a certificate. */
export function pemOf({ der: bytes }: Pick<Certificate, 'der'>): string {
  return encodePem('CERTIFICATE', bytes);
}

/** A key pair behind the Signer port. */
export const signerOf = ({ privateKey, publicKey }: KeyPair): Signer => ({
  publicKey: spkiOf(publicKey),
  sign: (data) => Promise.resolve(sign('sha256', data, privateKey)),
});

/** A holder behind the CertifiedSigner port. */
export const certifiedSignerOf = (holder: Holder): CertifiedSigner => ({
  ...signerOf(holder),
  certificate: holder.certificate.der,
});
