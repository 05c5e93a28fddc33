import { createContext, useContext } from 'react';
import type { Member } from './desk-api';
import type { StaffRole } from './desk-session';

/** The members of staff, and which of them has signed in at this window. */
export interface Colleagues {
  readonly members: readonly Member[];
  readonly me: Member;
}

const Known = createContext<Colleagues | undefined>(undefined);

/** Hands them to what is shown to somebody who has signed in. */
export const ColleaguesProvider = Known.Provider;

/** The members of staff. Only below a `DeskPage`. */
export function useColleagues(): Colleagues {
  const known = useContext(Known);
  if (known === undefined) throw new Error('outside a page of the desk');
  return known;
}

/** Who has signed in. */
export function useMe(): Member {
  return useColleagues().me;
}

/** Whether whoever has signed in has one of these roles. The server decides; this is for what a page offers. */
export function useMay(...roles: readonly StaffRole[]): boolean {
  const { me } = useColleagues();
  return roles.some((role) => me.roles.includes(role));
}

/** The name of a member by their identifier; the identifier itself where nobody has it. */
export function useNameOf(): (id: string) => string {
  const { members } = useColleagues();
  return (id) => members.find((member) => member.id === id)?.name ?? id;
}
