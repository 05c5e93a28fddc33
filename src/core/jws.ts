import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { JsonValue } from './canonical-json.js';

/** What a JWS of the platform says. */
export type JwsPayload = Readonly<Record<string, JsonValue>>;

/**
 * Signs a payload with the platform's P-256 key: compact JWS (RFC 7515), ES256, `kid` the key's RFC 7638 thumbprint. `typ` says what it
 * is, so that nothing signed for one use is taken for another (RFC 8725 §3.11).
 */
export type JwsSigner = (typ: string, payload: JwsPayload) => Promise<string>;

/** The payload of a compact JWS of this `typ` that verifies under one of these keys; undefined for anything else. */
export async function verifiedPayload(
  jws: string,
  typ: string,
  jwks: JSONWebKeySet,
): Promise<Uint8Array | undefined> {
  try {
    const verified = await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: ['ES256'] });
    return verified.protectedHeader.typ === typ ? verified.payload : undefined;
  } catch {
    // jose throws for a malformed JWS, an unknown kid and a wrong signature alike.
    return undefined;
  }
}
