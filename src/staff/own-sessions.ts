import type { AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { fail, ok, type Result } from '../core/result.js';
import type { SessionErrorCode } from './errors.js';
import type { OpenSession, SessionStore, SessionSummary } from './ports.js';

/** What whoever has signed in sees of their own sessions, and how they end them. A lead's are those of the case. */
export class OwnSessions {
  constructor(
    private readonly store: Pick<SessionStore, 'ofHolder' | 'end'>,
    private readonly clock: Clock,
  ) {}

  /** The sessions of this session's holder, this one among them, the latest first. */
  list(session: OpenSession): Promise<readonly SessionSummary[]> {
    return this.store.ofHolder(session, this.clock.now());
  }

  /** Signs out: from now on this session's token opens nothing. */
  async signOut(session: OpenSession): Promise<void> {
    await this.end(session, session.id);
  }

  /** Ends one of the holder's sessions, this one or another, with an entry in the audit log. Failure: `session-unknown`. */
  async end(session: OpenSession, id: string): Promise<Result<void, SessionErrorCode>> {
    const ended = await this.store.end(id, session, signedOut(session, id, this.clock.now()));
    return ended ? ok(undefined) : fail('session-unknown');
  }
}

function signedOut(holder: OpenSession, id: string, at: Date): AuditEntry {
  const details = { session: id };
  return holder.kind === 'lead'
    ? { at, actor: 'lead', action: 'lead-signed-out', caseNumber: holder.caseNumber, details }
    : { at, actor: `staff:${holder.memberId}`, action: 'staff-signed-out', details };
}
