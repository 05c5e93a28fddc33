import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contacts, Notice } from '../../configuration/configuration.js';

/** Answers of the API that a page shows at once, by the path that they are asked for. */
export type PageData = Readonly<Record<string, unknown>>;

/** A page as HTML; 404 where there is no such page. */
export interface WrittenPage {
  readonly status: 200 | 404;
  readonly html: string;
}

/**
 * Writes the page of an address (a path, with the language) as a browser first sees it, readable without JavaScript. Without data the
 * page says that there is nothing at this address.
 */
export type WritePage = (address: string, content: PageContent, site: Site) => Promise<WrittenPage>;

/** What a page shows. */
export interface PageContent {
  readonly data: PageData | undefined;
  /** Why it can't be shown, in its language. */
  readonly problem?: PageProblem;
}

/** The two members of a problem document (RFC 9457) that are for people. */
export interface PageProblem {
  readonly title: string;
  readonly detail: string;
}

/** What every page is told of the installation. */
export interface Site {
  readonly origin: string;
  /** What it is if it isn't the real one. */
  readonly notice?: Notice | undefined;
  readonly contacts: Contacts;
}

/** What the build of `src/web` for the server shows. */
interface BuiltPages {
  writePage(request: {
    readonly path: string;
    readonly data: PageData | undefined;
    readonly problem?: PageProblem | undefined;
    readonly site: Site;
    readonly manifest: unknown;
  }): Promise<WrittenPage>;
}

/** The folder of the built pages: beside the program, or of its build where the sources run. */
export function builtPagesFolder(): string {
  const beside = path.resolve(import.meta.dirname, '../../../web');
  return existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../../../dist/web');
}

/** Loads the built pages from their folder; undefined where they are not built, and the API stands alone. */
export async function loadPages(folder: string): Promise<WritePage | undefined> {
  const file = path.join(folder, 'server', 'server.js');
  if (!existsSync(file)) return undefined;
  const built = (await import(pathToFileURL(file).href)) as BuiltPages;
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'client', 'manifest.json'), 'utf8'));
  return (address, content, site) => built.writePage({ path: address, ...content, site, manifest });
}
