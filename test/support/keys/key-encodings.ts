import { createHash, ECDH, generateKeyPairSync } from 'node:crypto';
import { der, DerReader } from '../../../src/core/der/index.js';
import { Oid, publicKeyBits } from '../../../src/core/x509/index.js';

/** Another encoding of a key, or of what claims to be one. */
export interface KeyEncoding {
  readonly name: string;
  /** The key it is made of: P-256, or RSA of 2,048 bits. */
  readonly of: 'p256' | 'rsa';
  /** Edits a SubjectPublicKeyInfo, DER. */
  readonly edit: (publicKey: Uint8Array) => Uint8Array;
  /** Given where the edited key verifies other signatures than the key it was made of: makes one. */
  readonly forge?: (data: Uint8Array) => Uint8Array;
}

const ec = (name: string, edit: KeyEncoding['edit']): KeyEncoding => ({ name, of: 'p256', edit });
const rsa = (name: string, edit: KeyEncoding['edit']): KeyEncoding => ({ name, of: 'rsa', edit });

const bitsOf = (publicKey: Uint8Array): Uint8Array => {
  const bits = publicKeyBits(publicKey);
  if (bits === undefined) throw new Error('not a key');
  return bits;
};

/** The same key under another AlgorithmIdentifier, from its parts. */
const under =
  (...algorithm: readonly Uint8Array[]) =>
  (publicKey: Uint8Array): Uint8Array =>
    der.sequence(der.sequence(...algorithm), der.bitString(bitsOf(publicKey)));

const p256Algorithm = der.sequence(der.oid(Oid.ecPublicKey), der.oid(Oid.p256));
const rsaAlgorithm = der.sequence(der.oid(Oid.rsaEncryption), der.nullValue());

/** P-256 with another point. */
const point =
  (edit: (point: Uint8Array) => Uint8Array) =>
  (publicKey: Uint8Array): Uint8Array =>
    der.sequence(p256Algorithm, der.bitString(edit(bitsOf(publicKey))));

const pointForm = (form: 'compressed' | 'hybrid'): KeyEncoding['edit'] =>
  point((octets) =>
    Uint8Array.from(
      ECDH.convertKey(Buffer.from(octets), 'prime256v1', undefined, undefined, form) as unknown as Buffer,
    ),
  );

/** An RSA key of other integers: modulus and exponent, as content octets. */
const integers =
  (edit: (modulus: Uint8Array, exponent: Uint8Array) => readonly Uint8Array[]) =>
  (publicKey: Uint8Array): Uint8Array => {
    const fields = new DerReader(bitsOf(publicKey)).into();
    const edited = edit(fields.integerOctets(), fields.integerOctets());
    const encoded = edited.map((octets) => der.encode(0x02, octets));
    return der.sequence(rsaAlgorithm, der.bitString(der.sequence(...encoded)));
  };

const withLastOctet = (octets: Uint8Array, change: (octet: number) => number): Uint8Array =>
  octets.with(-1, change(octets.at(-1) ?? 0));

/** P-256 spelt out, as OpenSSL writes it: prime, coefficients, base point, order. */
function explicitParameters(): Uint8Array {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' });
  const algorithm = new DerReader(pair.publicKey.export({ format: 'der', type: 'spki' })).into().into();
  algorithm.oid();
  return algorithm.element().der;
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2) is its own signature where the exponent is 1. */
function paddedDigest(data: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(data).digest();
  const info = der.sequence(der.sequence(der.oid(Oid.sha256), der.nullValue()), der.octetString(digest));
  const padding = Buffer.alloc(256 - info.length - 3, 0xff);
  return Uint8Array.of(0, 1, ...padding, 0, ...info);
}

/** Encodings that `readPublicKey` must refuse, wherever it is used. OpenSSL 3.0 imports more than half of them. */
export const refusedEncodings: readonly KeyEncoding[] = [
  ec('explicit curve parameters', under(der.oid(Oid.ecPublicKey), explicitParameters())),
  ec('a hybrid point', pointForm('hybrid')),
  ec('a compressed point', pointForm('compressed')),
  ec('no curve', under(der.oid(Oid.ecPublicKey))),
  ec('NULL for a curve', under(der.oid(Oid.ecPublicKey), der.nullValue())),
  ec('the name of another curve', under(der.oid(Oid.ecPublicKey), der.oid(Oid.p384))),
  ec('a curve that nobody knows', under(der.oid(Oid.ecPublicKey), der.oid('1.2.3'))),
  ec('an OID for key agreement alone', under(der.oid('1.3.132.1.12'), der.oid(Oid.p256))),
  ec(
    'the point at infinity',
    point(() => Uint8Array.of(0)),
  ),
  ec(
    'a point that is cut short',
    point((octets) => octets.subarray(0, -1)),
  ),
  ec(
    'a point with an octet more',
    point((octets) => Uint8Array.of(...octets, 0)),
  ),
  ec('a point that counts unused bits', (key) =>
    der.sequence(
      p256Algorithm,
      der.bitString(
        withLastOctet(bitsOf(key), (octet) => octet & 0xfe),
        1,
      ),
    ),
  ),
  ec('another field in the key', (key) =>
    der.sequence(p256Algorithm, der.bitString(bitsOf(key)), der.nullValue()),
  ),
  rsa('no parameters', under(der.oid(Oid.rsaEncryption))),
  rsa('parameters that are not NULL', under(der.oid(Oid.rsaEncryption), der.octetString(Uint8Array.of(1)))),
  rsa('a NULL with content', under(der.oid(Oid.rsaEncryption), der.encode(0x05, Uint8Array.of(0)))),
  rsa('the OID of X.500', under(der.oid('2.5.8.1.1'), der.nullValue())),
  rsa('the OID of OAEP', under(der.oid('1.2.840.113549.1.1.7'), der.nullValue())),
  rsa('NULL for PSS parameters', under(der.oid(Oid.rsaPss), der.nullValue())),
  {
    ...rsa(
      'an exponent of 1',
      integers((modulus) => [modulus, Uint8Array.of(1)]),
    ),
    forge: paddedDigest,
  },
  rsa(
    'an even exponent',
    integers((modulus) => [modulus, Uint8Array.of(4)]),
  ),
  rsa(
    'an exponent of zero',
    integers((modulus) => [modulus, Uint8Array.of(0)]),
  ),
  rsa(
    'an even modulus',
    integers((modulus, exponent) => [withLastOctet(modulus, (octet) => octet & 0xfe), exponent]),
  ),
  rsa(
    'a negative modulus',
    integers((modulus, exponent) => [modulus.subarray(1), exponent]),
  ),
  rsa(
    'a modulus of zero',
    integers((_modulus, exponent) => [Uint8Array.of(0), exponent]),
  ),
  rsa(
    'a modulus without an exponent',
    integers((modulus) => [modulus]),
  ),
  rsa(
    'a third integer',
    integers((modulus, exponent) => [modulus, exponent, exponent]),
  ),
];
