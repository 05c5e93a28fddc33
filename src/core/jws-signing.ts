import { createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, importPKCS8, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import type { Signer } from './cms/signer-info.js';
import type { JwsSigner } from './jws.js';
import { readPublicKey } from './x509/index.js';
import { importPublicKey } from './x509/signature.js';

/** A {@link JwsSigner} over a P-256 key in memory, imported once. Throws for a key of any other kind. */
export async function jwsSigner(privateKey: KeyObject): Promise<JwsSigner> {
  const { kid } = await publicJwk(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }));
  const key = await importPKCS8(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 'ES256');
  return (typ, payload) => new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid, typ }).sign(key);
}

/** A {@link JwsSigner} over a P-256 key that may be in a hardware module: `sign` answers r and s, 32 octets each (RFC 7518 §3.4). */
export async function jwsSignerWith(
  publicKey: Uint8Array,
  sign: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<JwsSigner> {
  const { kid } = await publicJwk(publicKey);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return async (typ, payload) => {
    const input = `${encode({ alg: 'ES256', kid, typ })}.${encode(payload)}`;
    return `${input}.${Buffer.from(await sign(Buffer.from(input))).toString('base64url')}`;
  };
}

/** The platform's public keys (SubjectPublicKeyInfo) as a JWK Set (RFC 7517) for ES256, each with its thumbprint as `kid`. */
export async function jwksOf(signers: readonly Pick<Signer, 'publicKey'>[]): Promise<JSONWebKeySet> {
  return { keys: await Promise.all(signers.map(({ publicKey }) => publicJwk(publicKey))) };
}

async function publicJwk(subjectPublicKeyInfo: Uint8Array): Promise<JWK & { readonly kid: string }> {
  const read = readPublicKey(subjectPublicKeyInfo);
  const key = read?.kind === 'ec' && read.curve === 'prime256v1' ? importPublicKey(read) : undefined;
  if (key === undefined) throw new TypeError('a JWS of the platform is signed with a P-256 key');
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  const jwk = { kty, crv, x, y };
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk, 'sha256') };
}
