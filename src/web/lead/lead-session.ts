import { useSyncExternalStore } from 'react';

/** A lead who has signed in. The token lies here and nowhere else: a reload forgets it. */
export interface LeadSignedIn {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly expiresAt: Date;
  readonly caseNumber: string;
  /** The certificate that signed in, DER. */
  readonly certificate: Uint8Array;
}

/** Nobody has signed in; `why` is what has just happened. */
export interface LeadSignedOut {
  readonly kind: 'signed-out';
  readonly why?: 'signed-out' | 'ended';
}

/** The lead's session as the pages see it. */
export type LeadSessionState = LeadSignedIn | LeadSignedOut;

const nobody: LeadSessionState = { kind: 'signed-out' };

/** The lead's session, in memory alone: never in storage, an address or the history. */
export class LeadSession {
  private state: LeadSessionState = nobody;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): LeadSessionState => this.state;

  /** The lead has signed in. */
  begin(session: Omit<LeadSignedIn, 'kind'>): void {
    this.become({ kind: 'signed-in', ...session });
  }

  /** The session is over: the lead has signed out, or the server knows it no longer. */
  end(why: NonNullable<LeadSignedOut['why']>): void {
    if (this.state.kind === 'signed-in') this.become({ kind: 'signed-out', why });
  }

  private become(state: LeadSessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The one session of this window. On the server nobody ever signs in. */
export const leadSession = new LeadSession();

/** The session's state, as it changes. */
export function useLeadSession(): LeadSessionState {
  return useSyncExternalStore(leadSession.subscribe, leadSession.current, () => nobody);
}
