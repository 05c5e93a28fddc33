import { renderToString } from 'react-dom/server';
import { App } from './app';
import { languageOf } from './language';
import type { PageData } from './page-data';
import { loadPage, missingPath } from './routes';
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
  readonly manifest: Readonly<Record<string, BuiltFile>>;
}

/** A page as HTML; 404 where there is no such page. */
export interface WrittenPage {
  readonly status: 200 | 404;
  readonly html: string;
}

/** Writes a page as a browser first sees it, whole and readable without JavaScript. */
export async function writePage({ path: address, data, manifest }: PageRequest): Promise<WrittenPage> {
  const { language, path } = languageOf(address);
  const first = await loadPage(data === undefined ? missingPath : path);
  const translator = await textsIn(language, first.texts, loadTexts);
  let title = translator.t('name');
  const page = renderToString(
    <App
      language={language}
      translator={translator}
      loadTexts={loadTexts}
      data={data ?? {}}
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
<title>${escaped(title)}</title>
${assetsOf(manifest)}
</head>
<body>
<div id="page"${first.found ? '' : ' data-missing'}>${page}</div>
<script type="application/json" id="page-data">${inScript(data ?? {})}</script>
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
    ...(entry.css ?? []).map((file) => `<link rel="stylesheet" href="/${file}">`),
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
