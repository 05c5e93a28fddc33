import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson } from '../core/canonical-json.js';
import { hex } from '../core/octets.js';
import { equalSecrets } from '../core/native-octets.js';
import type { OpenSession } from './ports.js';

const randomLength = 24;
const macLength = 24;

/** The length of every token: base64url of 48 octets. */
export const tokenLength = 64;

/**
 * A new bearer token for this session: base64url of 192 random bits, and HMAC-SHA-256 over them and the session under the
 * platform's secret, cut to 24 octets. So a session that was written into the database without the program, or altered there, has no token.
 */
export function issueToken(secret: Uint8Array, session: OpenSession): string {
  const random = randomBytes(randomLength);
  return Buffer.concat([random, authenticate(secret, random, session)]).toString('base64url');
}

/** Whether this token was issued for exactly this session. A member's roles may have changed since. */
export function isTokenOf(secret: Uint8Array, token: string, session: OpenSession): boolean {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== randomLength + macLength || bytes.toString('base64url') !== token) return false;
  const [random, mac] = [bytes.subarray(0, randomLength), bytes.subarray(randomLength)];
  return equalSecrets(mac, authenticate(secret, random, session));
}

/** The platform's challenges are authenticated under the same secret. They begin with another octet, so neither can be the other. */
function authenticate(secret: Uint8Array, random: Uint8Array, session: OpenSession): Buffer {
  return createHmac('sha256', secret)
    .update('lianshu session token\0')
    .update(random)
    .update(canonicalJson(membersOf(session)))
    .digest()
    .subarray(0, macLength);
}

function membersOf(session: OpenSession): Readonly<Record<string, string>> {
  const { id } = session;
  const openedAt = session.openedAt.toISOString();
  const expiresAt = session.expiresAt.toISOString();
  if (session.kind === 'lead')
    return { kind: session.kind, caseNumber: session.caseNumber, id, openedAt, expiresAt };
  return {
    kind: session.kind,
    id,
    openedAt,
    memberId: session.memberId,
    certificate: hex(session.certificateDigest),
    holder: hex(session.holderDigest),
    expiresAt,
  };
}
