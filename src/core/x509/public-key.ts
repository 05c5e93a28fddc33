import { BoundedMap } from '../bounded-map.js';
import { DerError, DerReader, parseDer } from '../der/index.js';
import { decodeLatin1 } from '../encodings.js';
import { equalOctets, octetAt } from '../octets.js';
import { Oid } from './oids.js';
import {
  type AlgorithmIdentifier,
  isNull,
  pssAlgorithm,
  readAlgorithmIdentifier,
} from './signature-algorithm.js';

/** Elliptic curves by node's names. */
export type CurveName = 'prime256v1' | 'secp384r1' | 'secp521r1' | 'secp224r1' | 'secp256k1';

type KeyFields =
  /** `rsa-pss` is a key that its own OID binds to PSS (RFC 4055 §1.2). */
  | ({
      readonly kind: 'rsa' | 'rsa-pss';
      readonly modulusBits: number;
      readonly exponentBits: number;
    } & RsaPublicKey)
  /** `point` is uncompressed (SEC 1 §2.3.3): the octet 04, then both coordinates. */
  | { readonly kind: 'ec'; readonly curve: CurveName; readonly point: Uint8Array }
  | { readonly kind: 'dsa' | 'ed25519' };

/** What a SubjectPublicKeyInfo holds; `der` is its encoding. */
export type PublicKey = KeyFields & { readonly der: Uint8Array };

/** Bytes a SubjectPublicKeyInfo may have: an RSA key of 16,384 bits needs about 2,100. */
const maximumKeyBytes = 4096;
const keys = new BoundedMap<string, PublicKey>(512);
/** Keys are looked for by their last octets, of which few have the same: a label of all octets takes longer than to compare them once. */
const labelOctets = 32;

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). It is the one reader of public keys: for certificate paths, CRLs, OCSP
 * responses, CMS and receipts. A key has one encoding only, so a digest of the encoding stands for the key: DER, whole octets,
 * exactly the parameters that the key's specification asks for, a curve by its name, a point uncompressed. Undefined for
 * anything else.
 *
 * AlgorithmPolicy says whether a key is strong enough, and node:crypto whether a point is on its curve. The 512 keys used last
 * are remembered: the same encoding gives the same object.
 */
export function readPublicKey(subjectPublicKeyInfo: Uint8Array): PublicKey | undefined {
  if (subjectPublicKeyInfo.length > maximumKeyBytes) return undefined;
  const label = decodeLatin1(subjectPublicKeyInfo.subarray(-labelOctets));
  const known = keys.get(label);
  const same = known !== undefined && equalOctets(known.der, subjectPublicKeyInfo);
  const key = same ? known : readKey(subjectPublicKeyInfo);
  if (key !== undefined) keys.set(label, key);
  return key;
}

function readKey(subjectPublicKeyInfo: Uint8Array): PublicKey | undefined {
  // A copy, so that a remembered key does not keep a whole certificate in memory.
  const der = Uint8Array.from(subjectPublicKeyInfo);
  const fields = parseDer(der, maximumKeyBytes, readFields);
  return fields.ok ? { ...fields.value, der } : undefined;
}

function readFields(reader: DerReader): KeyFields {
  const { algorithm, bits } = readSubjectPublicKeyInfo(reader);
  const read = readers.get(algorithm.algorithm);
  if (read === undefined) throw new DerError('unknown kind of key');
  return read(bits, algorithm.parameters ?? absent);
}

/** Algorithm and key of a SubjectPublicKeyInfo. Every kind of key is whole octets. Throws DerError. */
export function readSubjectPublicKeyInfo(reader: DerReader): {
  readonly algorithm: AlgorithmIdentifier;
  readonly bits: Uint8Array;
} {
  const fields = reader.into();
  const algorithm = readAlgorithmIdentifier(fields);
  const { bytes, unusedBits } = fields.bitString();
  fields.end();
  if (unusedBits !== 0) throw new DerError('key not octets');
  return { algorithm, bits: bytes };
}

/** Parameters that are left out: no encoding is empty. */
const absent: Uint8Array = new Uint8Array();

/** Reads one kind of key: the content of the BIT STRING, and the parameters as encoded. Throws DerError. */
type KeyReader = (bits: Uint8Array, parameters: Uint8Array) => KeyFields;

const readers: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>([
  [Oid.rsaEncryption, readRsaKey],
  [Oid.rsaPss, readPssKey],
  [Oid.ecPublicKey, readEcKey],
  [Oid.dsa, readDsaKey],
  [Oid.ed25519, readEd25519Key],
]);

/** RFC 3279 §2.3.1: the parameters are NULL. They must not be left out. */
function readRsaKey(bits: Uint8Array, parameters: Uint8Array): KeyFields {
  if (!isNull(parameters)) throw new DerError('RSA parameters not NULL');
  return { kind: 'rsa', ...readRsaNumbers(bits) };
}

/** RFC 4055 §3.1: the parameters are absent, or RSASSA-PSS-params. */
function readPssKey(bits: Uint8Array, parameters: Uint8Array): KeyFields {
  if (parameters !== absent && pssAlgorithm(parameters) === undefined)
    throw new DerError('bad PSS parameters');
  return { kind: 'rsa-pss', ...readRsaNumbers(bits) };
}

function readRsaNumbers(
  bits: Uint8Array,
): { readonly modulusBits: number; readonly exponentBits: number } & RsaPublicKey {
  const { modulus, exponent } = readRsaPublicKey(bits);
  return { modulus, exponent, modulusBits: bitLength(modulus), exponentBits: bitLength(exponent) };
}

/** The numbers of an RSA public key: big-endian, without leading zeros. */
interface RsaPublicKey {
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/** The numbers of the RSA key in a SubjectPublicKeyInfo (DER). Undefined for any other, and for what {@link readPublicKey} doesn't read. */
export function rsaPublicKey(subjectPublicKeyInfo: Uint8Array): RsaPublicKey | undefined {
  const key = readPublicKey(subjectPublicKeyInfo);
  return key?.kind === 'rsa' ? { modulus: key.modulus, exponent: key.exponent } : undefined;
}

/** An RSAPublicKey (RFC 8017 §A.1.1). RFC 8017 §3.1: modulus and exponent are odd, the exponent at least 3. Throws DerError. */
function readRsaPublicKey(bits: Uint8Array): RsaPublicKey {
  const reader = new DerReader(bits);
  const fields = reader.into();
  reader.end();
  const modulus = positiveInteger(fields);
  const exponent = positiveInteger(fields);
  fields.end();
  if (!isOdd(modulus) || !isOdd(exponent) || bitLength(exponent) < 2) throw new DerError('not an RSA key');
  return { modulus, exponent };
}

const curves: ReadonlyMap<string, { readonly curve: CurveName; readonly coordinateOctets: number }> = new Map(
  [
    [Oid.p256, { curve: 'prime256v1', coordinateOctets: 32 }],
    [Oid.p384, { curve: 'secp384r1', coordinateOctets: 48 }],
    [Oid.p521, { curve: 'secp521r1', coordinateOctets: 66 }],
    [Oid.p224, { curve: 'secp224r1', coordinateOctets: 28 }],
    [Oid.secp256k1, { curve: 'secp256k1', coordinateOctets: 32 }],
  ],
);

const uncompressed = 0x04;

/**
 * RFC 5480 §2.1.1: the parameters name a curve and must not spell it out. RFC 5480 §2.2: hybrid points are forbidden, and
 * compressed ones are optional; they would be a second encoding of the same key.
 */
function readEcKey(point: Uint8Array, parameters: Uint8Array): KeyFields {
  const named = curves.get(new DerReader(parameters).oid());
  if (named === undefined) throw new DerError('unknown curve');
  if (point[0] !== uncompressed || point.length !== 1 + 2 * named.coordinateOctets)
    throw new DerError('bad point');
  return { kind: 'ec', curve: named.curve, point };
}

/** RFC 3279 §2.3.2: Dss-Parms (p, q, g), and the key as an INTEGER. `completeKey` adds parameters that a key inherits. */
function readDsaKey(bits: Uint8Array, parameters: Uint8Array): KeyFields {
  const fields = new DerReader(parameters).into();
  for (let integers = 0; integers < 3; integers++) positiveInteger(fields);
  fields.end();
  const key = new DerReader(bits);
  positiveInteger(key);
  key.end();
  return { kind: 'dsa' };
}

/** RFC 8410 §3 and §4: no parameters, and 32 octets. */
function readEd25519Key(bits: Uint8Array, parameters: Uint8Array): KeyFields {
  if (parameters !== absent || bits.length !== 32) throw new DerError('not an Ed25519 key');
  return { kind: 'ed25519' };
}

/** The octets of an INTEGER above zero, without the zero octet that only stands for its sign. */
function positiveInteger(fields: DerReader): Uint8Array {
  const octets = fields.integerOctets();
  const first = octetAt(octets, 0);
  const magnitude = first === 0 ? octets.subarray(1) : octets;
  if (first >= 0x80 || magnitude.length === 0) throw new DerError('integer not positive');
  return magnitude;
}

function bitLength(magnitude: Uint8Array): number {
  return magnitude.length * 8 - (Math.clz32(octetAt(magnitude, 0)) - 24);
}

function isOdd(magnitude: Uint8Array): boolean {
  return (octetAt(magnitude, magnitude.length - 1) & 1) === 1;
}

/** The content of the subjectPublicKey BIT STRING, of any kind of key. Undefined where this is no SubjectPublicKeyInfo. */
export function publicKeyBits(subjectPublicKeyInfo: Uint8Array): Uint8Array | undefined {
  const read = parseDer(subjectPublicKeyInfo, maximumKeyBytes, readSubjectPublicKeyInfo);
  return read.ok ? read.value.bits : undefined;
}
