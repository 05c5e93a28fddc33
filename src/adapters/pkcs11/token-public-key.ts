import { createPublicKey, ECDH } from 'node:crypto';
import { der, parseDer } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import type { TokenSession } from './pkcs11-connection.js';
import { ck, type Handle } from './pkcs11-library.js';

/** CKA_EC_PARAMS of P-256. */
export const p256Parameters = Buffer.from(der.oid(Oid.p256));

/** A public key of the token. */
interface TokenPublicKey {
  readonly algorithm: 'p256' | 'rsa';
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
}

/** Reads a public key: on P-256, or RSA. Throws for any other. */
export function readTokenPublicKey(session: TokenSession, object: Handle): TokenPublicKey {
  const keyType = Buffer.from(session.attribute(object, ck.keyType)).readUIntLE(0, 4);
  if (keyType === ck.rsa) return { algorithm: 'rsa', subjectPublicKeyInfo: rsaKey(session, object) };
  if (keyType !== ck.ec) throw unfit();
  const point = parseDer(session.attribute(object, ck.ecPoint), 256, (reader) => reader.octetString());
  const parameters = session.attribute(object, ck.ecParameters);
  if (!point.ok || !p256Parameters.equals(parameters) || !isP256Point(point.value)) throw unfit();
  const algorithm = der.sequence(der.oid(Oid.ecPublicKey), der.oid(Oid.p256));
  return {
    algorithm: 'p256',
    subjectPublicKeyInfo: der.sequence(algorithm, der.bitString(point.value)),
  };
}

const unfit = (): Error => new Error('a key of the token is neither on P-256 nor RSA');

function rsaKey(session: TokenSession, object: Handle): Uint8Array {
  const number = (type: number): string => Buffer.from(session.attribute(object, type)).toString('base64url');
  const jwk = { kty: 'RSA', n: number(ck.modulus), e: number(ck.publicExponent) };
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
}

/** Whether these octets are an uncompressed point of P-256. */
export function isP256Point(point: Uint8Array): boolean {
  try {
    return point.length === 65 && ECDH.convertKey(point, 'prime256v1').length === 65;
  } catch {
    return false;
  }
}
