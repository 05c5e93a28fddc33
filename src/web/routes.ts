import type { ComponentType } from 'react';
import { matchRoute } from 'wouter';
import { parse } from 'regexparam';
import type { PageProps } from './parts/page';
import type { Route } from './route';
import type { Texts } from './texts';

/** All that the three steps need is loaded with the first, in case the network goes away. */
const signing: readonly Texts[] = ['sign', 'card', 'receipt'];

/** Every page but the desk's. The server has a route for each of these patterns, and one for the desk (`src/http/pages`). */
const routes: readonly Route[] = [
  { pattern: '/', texts: ['cases'], load: () => import('./pages/cases/cases-page') },
  { pattern: '/rehearsals', texts: ['cases'], load: () => import('./pages/cases/rehearsals-page') },
  {
    pattern: '/cases/:caseNumber',
    texts: ['cases', 'status'],
    load: () => import('./pages/cases/case-page'),
  },
  {
    pattern: '/cases/:caseNumber/result',
    texts: ['cases', 'result'],
    load: () => import('./pages/result/result-page'),
  },
  { pattern: '/cases/:caseNumber/sign', texts: signing, load: () => import('./pages/sign/number-page') },
  {
    pattern: '/cases/:caseNumber/sign/statement',
    texts: signing,
    load: () => import('./pages/sign/statement-page'),
  },
  {
    pattern: '/cases/:caseNumber/sign/receipt',
    texts: signing,
    load: () => import('./pages/sign/receipt-page'),
  },
  { pattern: '/receipt', texts: ['receipt'], load: () => import('./pages/receipt/check-page') },
  {
    pattern: '/co-signatures',
    texts: ['own', 'sign', 'card', 'receipt', 'cases'],
    load: () => import('./pages/own/own-page'),
  },
  {
    pattern: '/misuse',
    texts: ['misuse', 'remedy', 'sign', 'card', 'receipt'],
    load: () => import('./pages/misuse/misuse-page'),
  },
  {
    pattern: '/objection',
    texts: ['remedy', 'sign', 'card', 'receipt'],
    load: () => import('./pages/remedy/objection-page'),
  },
  { pattern: '/privacy', texts: ['about'], load: () => import('./pages/about/privacy-page') },
  { pattern: '/accessibility', texts: ['about'], load: () => import('./pages/about/accessibility-page') },
  { pattern: '/true-site', texts: ['about'], load: () => import('./pages/about/true-site-page') },
  { pattern: '/vulnerabilities', texts: ['about'], load: () => import('./pages/about/vulnerabilities-page') },
  { pattern: '/open-data', texts: ['about'], load: () => import('./pages/about/open-data-page') },
  { pattern: '/status', texts: ['status'], load: () => import('./pages/about/status-page') },
  { pattern: '/lead', texts: ['lead', 'card'], load: () => import('./pages/lead/overview-page') },
  { pattern: '/lead/opening', texts: ['lead', 'card'], load: () => import('./pages/lead/opening-page') },
  { pattern: '/lead/records', texts: ['lead', 'card'], load: () => import('./pages/lead/records-page') },
  {
    pattern: '/lead/submission',
    texts: ['lead', 'card'],
    load: () => import('./pages/lead/submission-page'),
  },
  {
    pattern: '/lead/struck-out',
    texts: ['lead', 'card'],
    load: () => import('./pages/lead/struck-out-page'),
  },
];

/** What is shown at an address in place of its page: there is nothing there, or the server could not write it. */
const pagesInstead = {
  missing: { pattern: '*', texts: [], load: () => import('./pages/not-found-page') },
  problem: { pattern: '*', texts: [], load: () => import('./pages/problem-page') },
} satisfies Record<string, Route>;

/** One of {@link pagesInstead}. */
export type PageInstead = keyof typeof pagesInstead;

/** Reads what the server wrote of it into the HTML. */
export function pageInstead(text: string | undefined): PageInstead | undefined {
  return text === 'missing' || text === 'problem' ? text : undefined;
}

/** A page with its component loaded. */
export interface LoadedPage extends PageProps {
  readonly path: string;
  readonly texts: readonly Texts[];
  readonly Component: ComponentType<PageProps>;
  readonly found: boolean;
}

/** Finds and loads the page of an address within a language, or what is shown instead. */
export async function loadPage(path: string, instead?: PageInstead): Promise<LoadedPage> {
  if (instead !== undefined) return loaded(pagesInstead[instead], path, {}, false);
  for (const route of await routesAt(path)) {
    const [matches, params] = matchRoute(parse, route.pattern, path);
    if (matches) return loaded(route, path, params, true);
  }
  return loaded(pagesInstead.missing, path, {}, false);
}

/** The desk's list is loaded with the desk: nobody else needs it. */
async function routesAt(path: string): Promise<readonly Route[]> {
  return /^\/staff(?:\/|$)/.test(path) ? (await import('./pages/desk/routes')).deskRoutes : routes;
}

async function loaded(
  route: Route,
  path: string,
  params: PageProps['params'],
  found: boolean,
): Promise<LoadedPage> {
  const { default: Component } = await route.load();
  return { path, texts: ['frame', ...route.texts], params, Component, found };
}
