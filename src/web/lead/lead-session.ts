import {
  type SessionState,
  type SignedIn,
  type SignedOut,
  useWindowSession,
  WindowSession,
} from '../api/window-session';

/** A lead who has signed in. */
export interface LeadSignedIn extends SignedIn {
  readonly caseNumber: string;
}

/** Nobody has signed in. */
export type LeadSignedOut = SignedOut;

/** The lead's session, in memory alone. */
export type LeadSession = WindowSession<LeadSignedIn>;

/** The one session of this window. */
export const leadSession: LeadSession = new WindowSession<LeadSignedIn>();

/** The session's state, as it changes. */
export function useLeadSession(): SessionState<LeadSignedIn> {
  return useWindowSession(leadSession);
}
