import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  importPKCS8,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from 'jose';
import type { Signer } from './cms/signer-info.js';
import { hex } from './octets.js';
import type { Receipt } from './receipt.js';
import { readPublicKey } from './x509/index.js';
import { importPublicKey } from './x509/signature.js';

/** A key that signs receipts, imported once, with the name it bears in the platform's JWK Set. */
export interface ReceiptKey {
  readonly privateKey: CryptoKey;
  /** The RFC 7638 thumbprint of the public half. */
  readonly kid: string;
}

/** Imports a P-256 private key for signing receipts. Throws for a key of any other kind. */
export async function receiptKey(privateKey: KeyObject): Promise<ReceiptKey> {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const { kid } = await publicJwk(publicKey);
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKey: await importPKCS8(pem, 'ES256'), kid };
}

/**
 * Makes out a receipt: compact JWS (RFC 7515), ES256, `kid` the key's RFC 7638 thumbprint, payload
 * `{ iss, case, round, commitment, recordedOn, iat }` with the commitment in lower-case hex and `iat` in seconds.
 */
export function signReceipt(receipt: Receipt, { privateKey, kid }: ReceiptKey): Promise<string> {
  return new SignJWT(payloadOf(receipt))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .sign(privateKey);
}

/** As {@link signReceipt}, with a P-256 key that may be in a hardware module: `sign` answers r and s, 32 octets each (RFC 7518 §3.4). */
export async function signReceiptWith(
  receipt: Receipt,
  publicKey: Uint8Array,
  sign: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const { kid } = await publicJwk(publicKey);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ alg: 'ES256', kid, typ: 'JWT' })}.${encode(payloadOf(receipt))}`;
  return `${input}.${Buffer.from(await sign(Buffer.from(input))).toString('base64url')}`;
}

function payloadOf(receipt: Receipt): Record<string, unknown> {
  return {
    iss: receipt.issuer,
    case: receipt.caseNumber,
    round: receipt.round,
    commitment: hex(receipt.commitment),
    recordedOn: receipt.recordedOn,
    iat: Math.floor(receipt.issuedAt.getTime() / 1000),
  };
}

/** Every key that the intake has signed receipts and evidence with. */
export interface IntakeKeys {
  /** The public keys: SubjectPublicKeyInfo, DER, the oldest first. */
  all(): Promise<readonly Uint8Array[]>;
}

/** Injection token for {@link IntakeKeys}. */
export const INTAKE_KEYS = Symbol('IntakeKeys');

/** The platform's public keys (SubjectPublicKeyInfo) as a JWK Set (RFC 7517) for ES256, each with its thumbprint as `kid`. */
export async function jwksOf(signers: readonly Pick<Signer, 'publicKey'>[]): Promise<JSONWebKeySet> {
  return { keys: await Promise.all(signers.map(({ publicKey }) => publicJwk(publicKey))) };
}

async function publicJwk(subjectPublicKeyInfo: Uint8Array): Promise<JWK & { readonly kid: string }> {
  const read = readPublicKey(subjectPublicKeyInfo);
  const key = read?.kind === 'ec' && read.curve === 'prime256v1' ? importPublicKey(read) : undefined;
  if (key === undefined) throw new TypeError('receipts are signed with a P-256 key');
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  const jwk = { kty, crv, x, y };
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk, 'sha256') };
}
