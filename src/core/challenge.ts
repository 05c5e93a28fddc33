import { createHmac, randomBytes } from 'node:crypto';
import { equalOctets } from './octets.js';
import { equalSecrets } from './native-octets.js';
import { fail, ok, type Result } from './result.js';
import { sha256 } from './sha256.js';

/** Why a challenge is refused. */
export const challengeErrorCodes = [
  /** Not a challenge that this platform issued. */
  'challenge-malformed',
  /** Issued more than ten minutes ago (or, by a clock that disagrees, more than one minute ahead). */
  'challenge-stale',
  /** A genuine challenge of this platform, but for another case, round or kind of sign-in. */
  'challenge-for-another-purpose',
] as const;
export type ChallengeErrorCode = (typeof challengeErrorCodes)[number];

/** How long a challenge may be used, in milliseconds. */
export const challengeLifetime = 10 * 60 * 1000;
/** How far ahead the clock of another server may be, in milliseconds. */
const toleratedSkew = 60 * 1000;

/** Injection token for the platform's challenge secret, 32 bytes. */
export const CHALLENGE_SECRET = Symbol('challenge secret');

const version = 1;
const timeOffset = 1;
const contextOffset = 25;
const macOffset = 41;
const totalBytes = 57;

/**
 * A stateless challenge: 76 characters of base64url over version (1 octet), milliseconds since the epoch (8, big-endian),
 * random bits (16), SHA-256 of the context cut to 16, and HMAC-SHA-256 of all that under `key`, cut to 16.
 * `context` says what it may be used for, such as `co-sign:9001:1` or `sign-in:staff`.
 */
export function issueChallenge(key: Uint8Array, context: string, at: Date): string {
  const bytes = Buffer.alloc(totalBytes);
  bytes[0] = version;
  bytes.writeBigUInt64BE(BigInt(at.getTime()), timeOffset);
  randomBytes(16).copy(bytes, timeOffset + 8);
  bytes.set(contextDigest(context), contextOffset);
  authenticate(key, bytes).copy(bytes, macOffset);
  return bytes.toString('base64url');
}

/**
 * Checks a challenge under the key and context it must have been issued with. What is not authentic is malformed; only
 * then is its purpose looked at, and last its age, so that each failure names the thing that is really wrong.
 */
export function verifyChallenge(
  key: Uint8Array,
  context: string,
  challenge: string,
  at: Date,
): Result<{ readonly issuedAt: Date }, ChallengeErrorCode> {
  const bytes = decode(challenge);
  if (bytes === undefined || !equalSecrets(authenticate(key, bytes), bytes.subarray(macOffset))) {
    return fail('challenge-malformed');
  }
  if (!equalOctets(bytes.subarray(contextOffset, macOffset), contextDigest(context))) {
    return fail('challenge-for-another-purpose');
  }
  const issuedAt = Number(bytes.readBigUInt64BE(timeOffset));
  const age = at.getTime() - issuedAt;
  return age > challengeLifetime || age < -toleratedSkew
    ? fail('challenge-stale')
    : ok({ issuedAt: new Date(issuedAt) });
}

/** 57 octets fill 76 characters exactly, so every text has one reading and every reading one text. */
const form = /^[A-Za-z0-9_-]{76}$/;

function decode(challenge: string): Buffer | undefined {
  if (!form.test(challenge)) return undefined;
  const bytes = Buffer.from(challenge, 'base64url');
  return bytes[0] === version ? bytes : undefined;
}

function contextDigest(context: string): Uint8Array {
  return sha256(context).subarray(0, 16);
}

function authenticate(key: Uint8Array, bytes: Buffer): Buffer {
  return createHmac('sha256', key).update(bytes.subarray(0, macOffset)).digest().subarray(0, 16);
}

/**
 * When a challenge was issued, in milliseconds since the epoch, or undefined when it has not the form of one. Read from evidence that the intake countersigned after checking the challenge's MAC and age, so
 * the check needs no challenge key.
 */
export function challengeTime(challenge: string): number | undefined {
  if (!form.test(challenge)) return undefined;
  return Number(Buffer.from(challenge, 'base64url').readBigUInt64BE(timeOffset));
}
