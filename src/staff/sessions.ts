import { randomBytes } from 'node:crypto';
import type { AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { sha256 } from '../core/sha256.js';
import type { LeadDirectory, Session, SessionStore } from './ports.js';

/** The length of the longest token that is looked up. */
const maximumTokenLength = 64;

/** Opens sessions and finds them again by their bearer token. */
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly leads: Pick<LeadDirectory, 'hasAccess'>,
    private readonly clock: Clock,
  ) {}

  /** Stores the session, with an entry in the audit log, and answers its token. The token itself is not stored. */
  async open(session: Session): Promise<string> {
    const token = newToken();
    await this.store.add(tokenDigest(token), session, signedIn(session, this.clock.now()));
    return token;
  }

  /** The session of this token: not expired, its holder still entitled, with the roles held now. */
  async find(token: string): Promise<Session | undefined> {
    if (token.length > maximumTokenLength) return undefined;
    const session = await this.store.find(tokenDigest(token), this.clock.now());
    if (session?.kind !== 'lead') return session;
    return (await this.leads.hasAccess(session.caseNumber)) ? session : undefined;
  }
}

function signedIn(session: Session, at: Date): AuditEntry {
  return session.kind === 'lead'
    ? { at, actor: 'lead', action: 'lead-signed-in', caseNumber: session.caseNumber }
    : { at, actor: `staff:${session.memberId}`, action: 'staff-signed-in' };
}

const tokenBytes = 32;

/** A new bearer token: 256 random bits, base64url without padding (43 characters). */
function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** SHA-256 of a token's text. Only this is stored, so a copy of the database opens no session. */
function tokenDigest(token: string): Uint8Array {
  return sha256(token);
}
