import type { Route } from '../../../route';

/** The pages of one case's check, from its start to the purge. */
export const checkRoutes: readonly Route[] = [
  {
    pattern: '/staff/cases/:caseNumber/check',
    texts: ['desk', 'card', 'check'],
    load: () => import('./check-page'),
  },
  {
    pattern: '/staff/cases/:caseNumber/paper',
    texts: ['desk', 'card', 'check'],
    load: () => import('./paper-page'),
  },
  {
    pattern: '/staff/cases/:caseNumber/exchange',
    texts: ['desk', 'card', 'check'],
    load: () => import('./exchange-page'),
  },
  {
    pattern: '/staff/cases/:caseNumber/remedies',
    texts: ['desk', 'card', 'check'],
    load: () => import('./remedies-page'),
  },
  {
    pattern: '/staff/cases/:caseNumber/result',
    texts: ['desk', 'card', 'check', 'cases'],
    load: () => import('./result-page'),
  },
  {
    pattern: '/staff/cases/:caseNumber/purge',
    texts: ['desk', 'card', 'check'],
    load: () => import('./purge-page'),
  },
];
