import { renderToString } from 'react-dom/server';
import { App } from './app';
import { languageOf } from './language';
import type { PageData } from './page-data';
import { type PageProblem, problemPath } from './page-problem';
import { loadPage, type PageInstead } from './routes';
import { type Site, sitePath } from './site';
import { type LoadTexts, textsFileOf, textsIn, type TextsFile } from './texts';

const files = import.meta.glob<TextsFile>('./texts/*/*.json', { eager: true });

const loadTexts: LoadTexts = (language, name) =>
  Promise.resolve(files[textsFileOf(language, name)]?.default ?? {});

/** What Vite writes of each built file (`manifest.json`), as far as a page needs it. */
interface BuiltFile {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** What the server knows when it writes a page. */
export interface PageRequest {
  /** The path of the address, with the language: `/en/cases/9001`. */
  readonly path: string;
  /** Without it, there is nothing at this address: no such case. */
  readonly data: PageData | undefined;
  /** Why the page can't be shown, in its language; undefined where it can. */
  readonly problem?: PageProblem | undefined;
  /** What every page is told of the installation. */
  readonly site: Site;
  readonly manifest: Readonly<Record<string, BuiltFile>>;
}

/** A page as HTML; 404 where there is no such page. */
export interface WrittenPage {
  readonly status: 200 | 404;
  readonly html: string;
}

/** A square in the accent's colour with a tick, so that a browser asks for no other. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='2' fill='%230b5a63'/%3E%3Cpath d='M4 8l3 3 5-6' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** Writes a page as a browser first sees it, whole and readable without JavaScript. */
export async function writePage({
  path: address,
  data,
  problem,
  site,
  manifest,
}: PageRequest): Promise<WrittenPage> {
  const { language, path } = languageOf(address);
  const instead: PageInstead | undefined =
    problem === undefined ? (data === undefined ? 'missing' : undefined) : 'problem';
  const first = await loadPage(path, instead);
  const translator = await textsIn(language, first.texts, loadTexts);
  const given: PageData = { ...data, [sitePath]: site, ...(problem && { [problemPath]: problem }) };
  let title = translator.t('name');
  const page = renderToString(
    <App
      language={language}
      translator={translator}
      loadTexts={loadTexts}
      data={given}
      first={first}
      takeTitle={(told) => {
        title = told;
      }}
    />,
  );
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${icon}">
<title>${escaped(title)}</title>
${assetsOf(manifest)}
</head>
<body>
<div id="page"${instead === undefined ? '' : ` data-instead="${instead}"`}>${page}</div>
<script type="application/json" id="page-data">${inScript(given)}</script>
</body>
</html>
`;
  return { status: first.found ? 200 : 404, html };
}

/** The entry's style sheets and script, and what the script imports at once. */
function assetsOf(manifest: PageRequest['manifest']): string {
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry === true);
  if (entry === undefined) throw new Error('the pages are not built');
  const imported = (entry.imports ?? []).flatMap((name) => manifest[name]?.file ?? []);
  return [
    // By this name react-aria finds that its one rule is there, and doesn't write a style element, which the CSP refuses.
    ...(entry.css ?? []).map(
      (file) => `<link rel="stylesheet" href="/${file}" id="react-aria-pressable-style">`,
    ),
    ...imported.map((file) => `<link rel="modulepreload" href="/${file}">`),
    `<script type="module" src="/${entry.file}"></script>`,
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** JSON that can't end the element it stands in. */
function inScript(data: PageData): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
