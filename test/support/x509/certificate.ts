import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { der } from '../../../src/core/der/index.js';
import { type Certificate, Oid, parseCertificate } from '../../../src/core/x509/index.js';
import { encodeExtensions, type ExtensionPlan } from './extensions.js';

/** A key pair with its SubjectPublicKeyInfo and what it signs with. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array;
  readonly algorithm: Uint8Array;
  /** SHA-1 of the key bits (RFC 5280 4.2.1.2 (1)), near enough: of the whole SubjectPublicKeyInfo. */
  readonly identifier: Uint8Array;
}

const identifier = (oid: string): Uint8Array => der.sequence(der.oid(oid));

/** A key from its private half; the AlgorithmIdentifier is RSA's or ECDSA's with SHA-256 unless given. */
export function testKey(privateKey: KeyObject, publicKey: KeyObject, algorithm?: Uint8Array): TestKey {
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const usual =
    privateKey.asymmetricKeyType === 'rsa'
      ? der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue())
      : identifier(Oid.ecdsaSha256);
  return {
    privateKey,
    spki,
    algorithm: algorithm ?? usual,
    identifier: createHash('sha1').update(spki).digest(),
  };
}

/** A fresh P-256 key. */
export function ecKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return testKey(privateKey, publicKey);
}

/** A fresh RSA key. */
export function rsaKey(modulusLength = 2048): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return testKey(privateKey, publicKey);
}

/** What to write into a certificate; every field has a valid default where one makes sense. */
export interface CertificatePlan {
  readonly version?: 1 | 2 | 3;
  /** The whole INTEGER. */
  readonly serial?: Uint8Array;
  /** Name, DER. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly signer: TestKey;
  /** AlgorithmIdentifier outside the signed part, where it is to differ. */
  readonly outerAlgorithm?: Uint8Array;
  readonly extensions?: readonly ExtensionPlan[];
  /** Hash to sign with, by node's name; undefined for Ed25519. */
  readonly hash?: string | null;
}

const wholeTime = (): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date('2025-01-01T00:00:00Z'),
  notAfter: new Date('2034-12-31T23:59:59Z'),
});

/** The certificate a plan describes, DER. */
export function encodeCertificate(plan: CertificatePlan): Uint8Array {
  const tbs = encodeToBeSigned(plan);
  const hash = plan.hash === undefined ? 'sha256' : plan.hash;
  const signature = sign(hash, tbs, plan.signer.privateKey);
  return der.sequence(tbs, plan.outerAlgorithm ?? plan.signer.algorithm, der.bitString(signature));
}

function encodeToBeSigned(plan: CertificatePlan): Uint8Array {
  const { version = 3, serial = der.integer(1), extensions = [] } = plan;
  const { notBefore, notAfter } = { ...wholeTime(), ...plan };
  return der.sequence(
    ...(version === 1 ? [] : [der.context(0, der.integer(version - 1))]),
    serial,
    plan.signer.algorithm,
    plan.issuer,
    der.sequence(der.time(notBefore), der.time(notAfter)),
    plan.subject,
    plan.spki,
    ...(extensions.length === 0 ? [] : [der.context(3, encodeExtensions(extensions))]),
  );
}

/** As {@link encodeCertificate}, parsed. */
export function issue(plan: CertificatePlan): Certificate {
  return parsed(encodeCertificate(plan));
}

/** A certificate that must parse. */
export function parsed(bytes: Uint8Array): Certificate {
  const result = parseCertificate(bytes);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** PEM of one DER certificate. */
export function pem(bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
