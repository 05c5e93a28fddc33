import { createHash } from 'node:crypto';
import { DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import { Oid, readAlgorithmIdentifier } from '../x509/index.js';

/** What kind of key a SubjectPublicKeyInfo holds, read without importing it. `rsa-pss` is bound to PSS by its own OID. */
export type SignerKey =
  | { readonly kind: 'rsa' | 'rsa-pss'; readonly modulusBits: number }
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' };

const maximumKeyBytes = 4096;
/** SEC 1 2.3.3: the first octet of a point in full. */
const uncompressed = 0x04;

/** Reads an RSA, P-256 or P-384 SubjectPublicKeyInfo; undefined for anything else. */
export function readSignerKey(subjectPublicKeyInfo: Uint8Array): SignerKey | undefined {
  const parsed = parseDer(subjectPublicKeyInfo, maximumKeyBytes, readKey);
  return parsed.ok ? parsed.value : undefined;
}

/** The content of the subjectPublicKey BIT STRING. Undefined when it can't be read. */
export function publicKeyBits(subjectPublicKeyInfo: Uint8Array): Uint8Array | undefined {
  const parsed = parseDer(subjectPublicKeyInfo, maximumKeyBytes, (reader) => {
    const inner = reader.into();
    readAlgorithmIdentifier(inner);
    const bytes = readOctets(inner);
    inner.end();
    return bytes;
  });
  return parsed.ok ? parsed.value : undefined;
}

function readKey(reader: DerReader): SignerKey | undefined {
  const inner = reader.into();
  const { algorithm, parameters } = readAlgorithmIdentifier(inner);
  const bytes = readOctets(inner);
  inner.end();
  if (algorithm === Oid.rsaEncryption && isNull(parameters))
    return { kind: 'rsa', modulusBits: modulusBits(bytes) };
  if (algorithm === Oid.rsaPss) return { kind: 'rsa-pss', modulusBits: modulusBits(bytes) };
  // RFC 5480 2.2: a point may be hybrid to OpenSSL, but must not be; compressed it would be a second writing of the key.
  const isPoint = algorithm === Oid.ecPublicKey && bytes[0] === uncompressed;
  const curve = isPoint ? namedCurve(parameters) : undefined;
  return curve === undefined ? undefined : { kind: 'ec', curve };
}

/** RFC 3279 2.3.1: an RSA key's parameters are NULL. */
function isNull(parameters: Uint8Array | undefined): boolean {
  return parameters?.length === 2 && parameters[0] === Tag.null;
}

/** Keys are whole octets; a count of unused bits would be a second writing of the same key. */
function readOctets(reader: DerReader): Uint8Array {
  const { bytes, unusedBits } = reader.bitString();
  if (unusedBits !== 0) throw new DerError('key not octets');
  return bytes;
}

function namedCurve(parameters: Uint8Array | undefined): 'P-256' | 'P-384' | undefined {
  const parsed = parseDer(parameters ?? new Uint8Array(), maximumKeyBytes, (reader) => reader.oid());
  const oid = parsed.ok ? parsed.value : undefined;
  return oid === Oid.p256 ? 'P-256' : oid === Oid.p384 ? 'P-384' : undefined;
}

function modulusBits(rsaPublicKey: Uint8Array): number {
  const parsed = parseDer(rsaPublicKey, maximumKeyBytes, (reader) => {
    const inner = reader.into();
    const modulus = inner.integerOctets();
    inner.integerOctets();
    inner.end();
    return modulus;
  });
  if (!parsed.ok) return 0;
  const octets = parsed.value[0] === 0 ? parsed.value.subarray(1) : parsed.value;
  const [first] = octets;
  return first === undefined ? 0 : (octets.length - 1) * 8 + (32 - Math.clz32(first));
}

/**
 * The key identifier of a SubjectPublicKeyInfo: SHA-1 of its BIT STRING's content (RFC 5280 4.2.1.2 (1)), 20 bytes, which is
 * what `openssl` and most CAs use. It only tells keys apart; no security rests on it. Throws where this is no public key.
 */
export function subjectKeyIdentifier(subjectPublicKeyInfo: Uint8Array): Uint8Array {
  const bits = publicKeyBits(subjectPublicKeyInfo);
  if (bits === undefined) throw new TypeError('not a SubjectPublicKeyInfo');
  return createHash('sha1').update(bits).digest();
}
