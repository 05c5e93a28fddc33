import type { ApiSchemas } from '../api/client';
import { type SessionState, type SignedIn, useWindowSession, WindowSession } from '../api/window-session';

/** What a member of staff may do. */
export type StaffRole = ApiSchemas['MemberView']['roles'][number];

/** The one session of this window, in memory alone: a reload forgets it. */
export const deskSession = new WindowSession<SignedIn>();

/** The session's state, as it changes. */
export function useDeskSession(): SessionState<SignedIn> {
  return useWindowSession(deskSession);
}
