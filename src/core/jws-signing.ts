import { createPublicKey, type KeyObject, sign as signWith } from 'node:crypto';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import type { Signer } from './cms/signer-info.js';
import type { JwsSigner } from './jws.js';
import { readPublicKey } from './x509/index.js';
import { importPublicKey } from './x509/signature.js';

/**
 * A {@link JwsSigner} over a P-256 key in memory. Throws for a key of any other kind. It signs at once, in this thread: a receipt is made for
 * each co-signature, and to hand the work to another thread takes twice as long as the work.
 */
export function jwsSigner(privateKey: KeyObject): Promise<JwsSigner> {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return jwsSignerWith(publicKey, (data) =>
    Promise.resolve(signWith('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  );
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
