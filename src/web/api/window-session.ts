import { useSyncExternalStore } from 'react';

/** What every session has. The token lies here and nowhere else: a reload forgets it. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  /** The certificate that signed in, DER. */
  readonly certificate: Uint8Array;
}

/** Nobody has signed in; `why` is what has just happened. */
export interface SignedOut {
  readonly kind: 'signed-out';
  readonly why?: 'signed-out' | 'ended';
}

/** A session as the pages see it. */
export type SessionState<Who extends SignedIn> = ({ readonly kind: 'signed-in' } & Who) | SignedOut;

const nobody: SignedOut = { kind: 'signed-out' };

/** The session of whoever has signed in at this window, in memory alone: never in storage, an address or the history. */
export class WindowSession<Who extends SignedIn> {
  private state: SessionState<Who> = nobody;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SessionState<Who> => this.state;

  /** Somebody has signed in. */
  begin(session: Who): void {
    this.become({ kind: 'signed-in', ...session });
  }

  /** The session is over: they have signed out, or the server knows it no longer. */
  end(why: NonNullable<SignedOut['why']>): void {
    if (this.state.kind === 'signed-in') this.become({ kind: 'signed-out', why });
  }

  private become(state: SessionState<Who>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The session's state, as it changes. On the server nobody ever signs in. */
export function useWindowSession<Who extends SignedIn>(session: WindowSession<Who>): SessionState<Who> {
  return useSyncExternalStore(session.subscribe, session.current, () => nobody);
}
