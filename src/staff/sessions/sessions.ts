import type { Clock } from '../../core/clock.js';
import type { SessionStore } from '../ports.js';
import type { Session } from './session.js';
import { newToken, tokenDigest } from './token.js';

/** Characters of the longest token worth looking up. */
const maximumTokenLength = 64;

/** Opens sessions and finds them again by their bearer token. */
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the session and answers its token, which is nowhere else. */
  async open(session: Session): Promise<string> {
    const token = newToken();
    await this.store.add(tokenDigest(token), session);
    return token;
  }

  /** The session of this token as it stands now: not expired, its holder still entitled, roles as they are today. */
  async find(token: string): Promise<Session | undefined> {
    if (token.length > maximumTokenLength) return undefined;
    return this.store.find(tokenDigest(token), this.clock.now());
  }
}
