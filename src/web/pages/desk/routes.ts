import type { Route } from '../../route';
import { checkRoutes } from './check/routes';

/** Every page of the desk. The list itself is loaded when somebody comes to the desk. */
export const deskRoutes: readonly Route[] = [
  { pattern: '/staff', texts: ['desk', 'card'], load: () => import('./today-page') },
  { pattern: '/staff/approvals', texts: ['desk', 'card'], load: () => import('./approvals-page') },
  { pattern: '/staff/approvals/:id', texts: ['desk', 'card'], load: () => import('./approval-page') },
  ...checkRoutes,
];
