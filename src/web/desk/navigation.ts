import type { StaffRole } from './desk-session';

/** A place of the desk. Its name is the text `desk:places.<name>`. */
interface Place {
  readonly name: string;
  readonly href: string;
  /** Who sees it in the navigation; everybody where it says nothing. The server decides who may read what. */
  readonly roles?: readonly StaffRole[];
}

/** What the navigation leads to, in this order. */
export const places: readonly Place[] = [
  { name: 'today', href: '/staff' },
  { name: 'approvals', href: '/staff/approvals' },
  { name: 'cases', href: '/staff/cases' },
  { name: 'closures', href: '/staff/closures' },
  { name: 'switches', href: '/staff/switches' },
  { name: 'members', href: '/staff/members' },
  { name: 'sessions', href: '/staff/sessions' },
  { name: 'audit', href: '/staff/audit', roles: ['auditor'] },
];

/** The place that an address belongs to: the longest that it begins with. */
export function placeOf(path: string): string | undefined {
  const fitting = places.filter(
    ({ href }) => path === href || (href !== '/staff' && path.startsWith(`${href}/`)),
  );
  return fitting.toSorted((a, b) => b.href.length - a.href.length)[0]?.name;
}
