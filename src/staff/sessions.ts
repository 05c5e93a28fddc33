import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { sha256 } from '../core/sha256.js';
import type {
  LeadDirectory,
  LeadSession,
  Opened,
  OpenSession,
  Session,
  SessionStore,
  StaffSession,
  StoredSession,
  StoredStaffSession,
} from './ports.js';
import type { SessionCertificates, SignInCertificates } from './session-certificates.js';
import { issueToken, isTokenOf, tokenLength } from './session-token.js';

/** What {@link Sessions} works with. */
export interface SessionDependencies {
  readonly store: Pick<SessionStore, 'add' | 'find' | 'end'>;
  readonly leads: Pick<LeadDirectory, 'hasAccess'>;
  readonly certificates: Pick<SessionCertificates, 'seal' | 'isOut'>;
  readonly clock: Clock;
  /** The platform's secret, 32 bytes, which is not in the database. */
  readonly secret: Uint8Array;
}

/** Opens sessions and finds them again by their bearer token. */
export class Sessions {
  constructor(private readonly dependencies: SessionDependencies) {}

  /** Stores a lead's session, with an entry in the audit log, and answers its token. The token itself is not stored. */
  openLead(session: LeadSession): Promise<string> {
    return this.open({ session: this.opened(session) });
  }

  /** The same for a member's, with the certificate that they signed in with, sealed. */
  openStaff(session: StaffSession, certificates: SignInCertificates): Promise<string> {
    const opened = this.opened(session);
    const sealedCertificate = this.dependencies.certificates.seal(opened.id, certificates);
    return this.open({ session: opened, sealedCertificate });
  }

  /**
   * The session of this token: issued for it by this platform, not ended or expired, its holder still entitled, with the roles held now. A member whose
   * certificate is no longer good is out: their session ends here, and stays ended.
   */
  async find(token: string): Promise<OpenSession | undefined> {
    if (token.length !== tokenLength) return undefined;
    const { store, leads, secret, clock } = this.dependencies;
    const stored = await store.find(tokenDigest(token), clock.now());
    if (stored === undefined || !isTokenOf(secret, token, stored.session)) return undefined;
    if ('sealedCertificate' in stored) return this.ofMember(stored);
    return (await leads.hasAccess(stored.session.caseNumber)) ? stored.session : undefined;
  }

  private async ofMember(stored: StoredStaffSession): Promise<Opened<StaffSession> | undefined> {
    const { store, certificates, clock } = this.dependencies;
    const at = clock.now();
    if (!(await certificates.isOut(stored, at))) return stored.session;
    await store.end(stored.session.id, stored.session, thrownOut(stored.session, at));
    return undefined;
  }

  private opened<Kind extends Session>(session: Kind): Opened<Kind> {
    return { ...session, id: randomUUID(), openedAt: this.dependencies.clock.now() };
  }

  private async open(stored: StoredSession): Promise<string> {
    const { store, secret } = this.dependencies;
    const { session } = stored;
    const token = issueToken(secret, session);
    await store.add(tokenDigest(token), stored, signedIn(session, session.openedAt));
    return token;
  }
}

/** The entry of a session that ends because its member's certificate is no longer good. */
function thrownOut({ memberId, id }: Opened<StaffSession>, at: Date): AuditEntry {
  const details = { session: id, reason: 'certificate-not-good' };
  return { at, actor: `staff:${memberId}`, action: 'staff-signed-out', details };
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
