import type { Route } from '../../route';
import type { Texts } from '../../texts';
import { checkRoutes } from './check/routes';

const cases: readonly Texts[] = ['desk', 'desk-cases', 'card'];
const office: readonly Texts[] = ['desk', 'desk-office', 'card'];

/** Every page of the desk. The list itself is loaded when somebody comes to the desk. */
export const deskRoutes: readonly Route[] = [
  { pattern: '/staff', texts: ['desk', 'card'], load: () => import('./today-page') },
  { pattern: '/staff/approvals', texts: ['desk', 'card'], load: () => import('./approvals-page') },
  { pattern: '/staff/approvals/:id', texts: ['desk', 'card'], load: () => import('./approval-page') },
  { pattern: '/staff/cases', texts: cases, load: () => import('./cases-page') },
  { pattern: '/staff/cases/new', texts: cases, load: () => import('./register-page') },
  {
    pattern: '/staff/cases/:caseNumber',
    texts: [...cases, 'desk-office'],
    load: () => import('./case-page'),
  },
  { pattern: '/staff/closures', texts: office, load: () => import('./closures-page') },
  { pattern: '/staff/switches', texts: office, load: () => import('./switches-page') },
  { pattern: '/staff/members', texts: office, load: () => import('./members-page') },
  { pattern: '/staff/members/:id', texts: office, load: () => import('./member-page') },
  { pattern: '/staff/sessions', texts: office, load: () => import('./sessions-page') },
  { pattern: '/staff/audit', texts: [...office, 'audit-events'], load: () => import('./audit-page') },
  ...checkRoutes,
];
