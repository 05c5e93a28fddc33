import { hydrateRoot } from 'react-dom/client';
import { App } from './app';
import './design/base.css';
import './design/parts.css';
import './design/lead.css';
import './design/about.css';
import './design/result.css';
import './design/staff.css';
import { languageOf } from './language';
import type { PageData } from './page-data';
import { loadPage, pageInstead } from './routes';
import { type LoadTexts, textsFileOf, textsIn, type TextsFile } from './texts';

const files = import.meta.glob<TextsFile>('./texts/*/*.json');

const loadTexts: LoadTexts = async (language, name) => {
  const file = await files[textsFileOf(language, name)]?.();
  return file?.default ?? {};
};

/** Takes over the HTML that the server wrote. */
async function start(): Promise<void> {
  const { language, path } = languageOf(location.pathname);
  const page = document.getElementById('page');
  if (page === null) throw new Error('not a page of ours');
  const first = await loadPage(path, pageInstead(page.dataset.instead));
  const translator = await textsIn(language, first.texts, loadTexts);
  const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData;
  hydrateRoot(
    page,
    <App language={language} translator={translator} loadTexts={loadTexts} data={data} first={first} />,
  );
}

void start();
