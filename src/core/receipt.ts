import { createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import type { Signer } from './cms/signer.js';
import { parseDer } from './der/index.js';
import type { CaseNumber, Commitment, RoundOrdinal, TaipeiDate } from './identifiers.js';
import { fail, ok, type Result } from './result.js';

/** What a receipt promises: that this platform recorded a co-signature with this commitment. Nothing about the person. */
export interface Receipt {
  /** The platform's origin. */
  readonly issuer: string;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly commitment: Commitment;
  /** The Taipei day it was recorded. */
  readonly recordedOn: TaipeiDate;
  /** When this receipt was made out, whole seconds. */
  readonly issuedAt: Date;
}

/** The one thing to say of a receipt that is not ours as it stands. */
export type ReceiptErrorCode = 'receipt-invalid';

/** Characters a receipt may have. */
const maximumReceiptLength = 4096;

/**
 * Makes out a receipt: compact JWS (RFC 7515), ES256, `kid` the key's RFC 7638 thumbprint, payload
 * `{ iss, case, round, commitment, recordedOn, iat }` with the commitment in lower-case hex and `iat` in seconds.
 */
export async function signReceipt(receipt: Receipt, signer: Signer): Promise<string> {
  const { kid } = await jwkOf(signer.publicKey);
  const input = `${encode({ alg: 'ES256', kid, typ: 'JWT' })}.${encode(payloadOf(receipt))}`;
  const signature = concatenated(await signer.sign(Buffer.from(input, 'ascii')));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

function payloadOf(receipt: Receipt): Record<string, unknown> {
  return {
    iss: receipt.issuer,
    case: receipt.caseNumber,
    round: receipt.round,
    commitment: Buffer.from(receipt.commitment).toString('hex'),
    recordedOn: receipt.recordedOn,
    iat: Math.floor(receipt.issuedAt.getTime() / 1000),
  };
}

function encode(value: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}

/** JWS wants r and s side by side, 32 bytes each (RFC 7518 3.4); a Signer answers an Ecdsa-Sig-Value. */
function concatenated(signature: Uint8Array): Uint8Array {
  const parsed = parseDer(signature, 80, (reader) => {
    const inner = reader.into();
    const pair = [inner.integerOctets(), inner.integerOctets()];
    inner.end();
    return pair.map((octets) => (octets[0] === 0 ? octets.subarray(1) : octets));
  });
  if (!parsed.ok) throw new TypeError('the signer answered no ECDSA signature');
  const bytes = new Uint8Array(64);
  parsed.value.forEach((octets, index) => bytes.set(octets, 32 * (index + 1) - octets.length));
  return bytes;
}

/** Verifies a receipt offline against the platform's published keys. */
export async function verifyReceipt(
  jws: string,
  jwks: JSONWebKeySet,
): Promise<Result<Receipt, ReceiptErrorCode>> {
  const payload = jws.length > maximumReceiptLength ? undefined : await verifiedPayload(jws, jwks);
  const receipt = payload && readPayload(payload);
  return receipt === undefined ? fail('receipt-invalid') : ok(receipt);
}

async function verifiedPayload(jws: string, jwks: JSONWebKeySet): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: ['ES256'] })).payload;
  } catch {
    // jose throws for a malformed JWS, an unknown kid and a wrong signature alike.
    return undefined;
  }
}

function readPayload(payload: Uint8Array): Receipt | undefined {
  const claims = parseObject(payload);
  const { iss, case: caseNumber, round, commitment, recordedOn, iat } = claims;
  if (typeof iss !== 'string' || !matches(/^\d{1,10}$/, caseNumber)) return undefined;
  if (!matches(/^[0-9a-f]{64}$/, commitment) || !matches(/^\d{4}-\d\d-\d\d$/, recordedOn)) return undefined;
  if ((round !== 1 && round !== 2) || typeof iat !== 'number' || !Number.isSafeInteger(iat)) return undefined;
  return {
    issuer: iss,
    caseNumber: caseNumber as CaseNumber,
    round,
    commitment: Buffer.from(commitment, 'hex') as Uint8Array as Commitment,
    recordedOn: recordedOn as TaipeiDate,
    issuedAt: new Date(iat * 1000),
  };
}

function parseObject(payload: Uint8Array): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(payload).toString('utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** The platform's public keys as a JWK Set (RFC 7517) for ES256, each with its thumbprint as `kid`. */
export async function jwksOf(signers: readonly Pick<Signer, 'publicKey'>[]): Promise<JSONWebKeySet> {
  return { keys: await Promise.all(signers.map((signer) => jwkOf(signer.publicKey))) };
}

const knownKeys = new WeakMap<Uint8Array, Promise<JWK>>();

/** Remembered by the array that holds the key: a platform has one or two, and signs a thousand receipts a second. */
function jwkOf(publicKey: Uint8Array): Promise<JWK> {
  const known = knownKeys.get(publicKey) ?? exportJwk(publicKey);
  knownKeys.set(publicKey, known);
  return known;
}

async function exportJwk(publicKey: Uint8Array): Promise<JWK> {
  const key: KeyObject = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  if (crv !== 'P-256') throw new TypeError('receipts are signed with a P-256 key');
  const jwk = { kty, crv, x, y };
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk, 'sha256') };
}
