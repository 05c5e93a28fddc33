import type { ComponentType } from 'react';
import { matchRoute } from 'wouter';
import { parse } from 'regexparam';
import type { Texts } from './texts';

/** What a page is told of its address. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** A page: the pattern of its address within a language, its texts, and its component, which is loaded when it is first shown. */
interface Route {
  readonly pattern: string;
  readonly texts: readonly Texts[];
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}

/** Every page. The server has a route for each of these patterns (`src/http/pages`). */
const routes: readonly Route[] = [
  { pattern: '/', texts: ['cases'], load: () => import('./pages/cases/cases-page') },
];

const notFound: Route = { pattern: '*', texts: [], load: () => import('./pages/not-found-page') };

/** An address at which no page is. */
export const missingPath = '/?';

/** A page with its component loaded. */
export interface LoadedPage extends PageProps {
  readonly path: string;
  readonly texts: readonly Texts[];
  readonly Component: ComponentType<PageProps>;
  readonly found: boolean;
}

/** Finds and loads the page of an address within a language. */
export async function loadPage(path: string): Promise<LoadedPage> {
  for (const route of routes) {
    const [matches, params] = matchRoute(parse, route.pattern, path);
    if (matches) return loaded(route, path, params, true);
  }
  return loaded(notFound, path, {}, false);
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
