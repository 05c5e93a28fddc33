import { parseDer } from '../core/der/index.js';
import {
  type AlgorithmIdentifier,
  type Certificate,
  Oid,
  readAlgorithmIdentifier,
} from '../core/x509/index.js';
import type { AllowedAlgorithms } from './certificate-policy.js';

/** True when the holder's key and every signature along the path are of the allowed kinds and sizes. */
export const strongEnough = (path: readonly Certificate[], allowed: AllowedAlgorithms): boolean =>
  path.every((certificate) => signatureAllowed(certificate.signatureAlgorithm, allowed)) &&
  path.slice(0, 1).every(({ subjectPublicKeyInfo }) => keyAllowed(subjectPublicKeyInfo, allowed));

/** True for a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of RSA long enough or of an allowed named curve. */
export function keyAllowed(subjectPublicKeyInfo: Uint8Array, allowed: AllowedAlgorithms): boolean {
  const parsed = parseDer(subjectPublicKeyInfo, subjectPublicKeyInfo.length, (reader) => {
    const info = reader.into();
    const identifier = readAlgorithmIdentifier(info);
    return { identifier, key: info.bitString().bytes };
  });
  if (!parsed.ok) return false;
  const { identifier, key } = parsed.value;
  if (identifier.algorithm === Oid.rsaEncryption || identifier.algorithm === Oid.rsaPss)
    return rsaBits(key) >= allowed.minimumRsaBits;
  return identifier.algorithm === Oid.ecPublicKey && allowed.curves.includes(namedCurve(identifier) ?? '');
}

/** Bits of the modulus of an RSAPublicKey (RFC 8017 A.1.1); 0 for anything else. */
function rsaBits(key: Uint8Array): number {
  const parsed = parseDer(key, key.length, (reader) => {
    const pair = reader.into();
    const modulus = pair.integerOctets();
    pair.integerOctets();
    return modulus;
  });
  if (!parsed.ok) return 0;
  const start = parsed.value[0] === 0 ? 1 : 0;
  const octets = parsed.value.length - start;
  return octets === 0 ? 0 : octets * 8 - (Math.clz32(parsed.value[start]) - 24);
}

/** The curve of an EC key by its object identifier; undefined where it is spelt out or missing. */
function namedCurve({ parameters }: AlgorithmIdentifier): string | undefined {
  if (parameters === undefined) return undefined;
  const parsed = parseDer(parameters, parameters.length, (reader) => reader.oid());
  return parsed.ok ? parsed.value : undefined;
}

/** RSASSA-PSS hides its hash in the parameters (RFC 4055 §3.1), whose default is SHA-1: so it must be named. */
function signatureAllowed(identifier: AlgorithmIdentifier, allowed: AllowedAlgorithms): boolean {
  if (!allowed.signatures.includes(identifier.algorithm)) return false;
  return identifier.algorithm !== Oid.rsaPss || strongHashes.includes(pssHash(identifier) ?? '');
}

const strongHashes: readonly string[] = [Oid.sha256, Oid.sha384, Oid.sha512];

function pssHash({ parameters }: AlgorithmIdentifier): string | undefined {
  if (parameters === undefined) return undefined;
  const parsed = parseDer(parameters, parameters.length, (reader) => {
    const fields = reader.element();
    const hash = reader.inside(fields.content).optionalInto(0xa0);
    return hash === undefined ? undefined : readAlgorithmIdentifier(hash).algorithm;
  });
  return parsed.ok ? parsed.value : undefined;
}
