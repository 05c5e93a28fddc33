import type { AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { sha256 } from '../core/sha256.js';
import type { LeadDirectory, Session, SessionStore } from './ports.js';
import { issueToken, isTokenOf, tokenLength } from './session-token.js';

/** Opens sessions and finds them again by their bearer token. */
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly leads: Pick<LeadDirectory, 'hasAccess'>,
    private readonly clock: Clock,
    /** The platform's secret, 32 bytes, which is not in the database. */
    private readonly secret: Uint8Array,
  ) {}

  /** Stores the session, with an entry in the audit log, and answers its token. The token itself is not stored. */
  async open(session: Session): Promise<string> {
    const token = issueToken(this.secret, session);
    await this.store.add(tokenDigest(token), session, signedIn(session, this.clock.now()));
    return token;
  }

  /** The session of this token: issued for it by this platform, not expired, its holder still entitled, with the roles held now. */
  async find(token: string): Promise<Session | undefined> {
    if (token.length !== tokenLength) return undefined;
    const session = await this.store.find(tokenDigest(token), this.clock.now());
    if (session === undefined || !isTokenOf(this.secret, token, session)) return undefined;
    if (session.kind !== 'lead') return session;
    return (await this.leads.hasAccess(session.caseNumber)) ? session : undefined;
  }
}

function signedIn(session: Session, at: Date): AuditEntry {
  return session.kind === 'lead'
    ? { at, actor: 'lead', action: 'lead-signed-in', caseNumber: session.caseNumber }
    : { at, actor: `staff:${session.memberId}`, action: 'staff-signed-in' };
}

/** SHA-256 of a token's text. Only this is stored, so a copy of the database opens no session. */
function tokenDigest(token: string): Uint8Array {
  return sha256(token);
}
