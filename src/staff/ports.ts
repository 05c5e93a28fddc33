import type { Session } from './sessions/session.js';

/** Sessions by the SHA-256 of their token. */
export interface SessionStore {
  /** Keeps a session until it expires. */
  add(tokenDigest: Uint8Array, session: Session): Promise<void>;
  /**
   * The session of a token, if it hasn't expired at `at` and its holder still may have one: an active member of staff, with the roles
   * they hold now; a lead whose access hasn't ended.
   */
  find(tokenDigest: Uint8Array, at: Date): Promise<Session | undefined>;
}
