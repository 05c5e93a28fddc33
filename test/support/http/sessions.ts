import { randomBytes } from 'node:crypto';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { type Session, Sessions, type SessionStore, type StaffRole } from '../../../src/staff/index.js';

/** Sessions in memory, for tests of controllers. */
export class MemorySessionStore implements SessionStore {
  private readonly sessions = new Map<string, Session>();

  add(tokenDigest: Uint8Array, session: Session): Promise<void> {
    this.sessions.set(Buffer.from(tokenDigest).toString('hex'), session);
    return Promise.resolve();
  }

  find(tokenDigest: Uint8Array, at: Date): Promise<Session | undefined> {
    const session = this.sessions.get(Buffer.from(tokenDigest).toString('hex'));
    return Promise.resolve(session !== undefined && session.expiresAt > at ? session : undefined);
  }
}

/** A provider of {@link Sessions} in memory, and bearer tokens for whoever a test wants to be. */
export function memorySessions(now = () => new Date()) {
  const leads = { hasAccess: () => Promise.resolve(true) };
  const sessions = new Sessions(new MemorySessionStore(), leads, { now });
  const expiresAt = new Date(now().getTime() + 3_600_000);
  return {
    provider: { provide: Sessions, useValue: sessions },
    /** A token of the lead of this case. */
    lead: (caseNumber: string) =>
      sessions.open({ kind: 'lead', caseNumber: caseNumber as CaseNumber, expiresAt }),
    /** A token of somebody with these roles; each call is somebody else. */
    staff: (...roles: readonly StaffRole[]) =>
      sessions.open({
        kind: 'staff',
        memberId: crypto.randomUUID(),
        roles,
        certificateDigest: randomBytes(32),
        holderDigest: randomBytes(32),
        expiresAt,
      }),
  };
}
