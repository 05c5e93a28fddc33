import type { i18n } from 'i18next';
import { StrictMode, useEffect, useRef, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { Router, useLocation } from 'wouter';
import { addressIn, type Language, prefixOf } from './language';
import { type PageData, PageDataProvider } from './page-data';
import { Frame } from './parts/frame';
import { PageHeadProvider, type TakeTitle } from './parts/page';
import { loadPage, type LoadedPage } from './routes';
import { addTexts, type LoadTexts } from './texts';

interface AppProps {
  readonly language: Language;
  readonly translator: i18n;
  readonly loadTexts: LoadTexts;
  readonly data: PageData;
  /** The page of the address that was asked for. */
  readonly first: LoadedPage;
  /** Is told the page's title while the server writes HTML. */
  readonly takeTitle?: TakeTitle;
}

/** The whole of the pages, in one language. The other language is another address, loaded anew. */
export function App({ language, translator, loadTexts, data, first, takeTitle }: AppProps) {
  return (
    <StrictMode>
      <I18nextProvider i18n={translator}>
        <I18nProvider locale={language}>
          <PageDataProvider data={data}>
            <PageHeadProvider takeTitle={takeTitle}>
              <Router base={prefixOf(language)} ssrPath={`${prefixOf(language)}${first.path}`}>
                <Shown first={first} translator={translator} loadTexts={loadTexts} language={language} />
              </Router>
            </PageHeadProvider>
          </PageDataProvider>
        </I18nProvider>
      </I18nextProvider>
    </StrictMode>
  );
}

/** The page of the present address. While the next one loads, the one before stays. */
function Shown({ first, translator, loadTexts, language }: Omit<AppProps, 'data' | 'takeTitle'>) {
  const [path, navigate] = useLocation();
  const [page, setPage] = useState(first);
  const shown = useRef(first.path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const show = async (): Promise<void> => {
      const next = await loadPage(path);
      await addTexts(translator, next.texts, loadTexts);
      if (shown.current === path) setPage(next);
    };
    // A part of the page can't be had: the network is away, or a newer version is served. The browser asks for it anew, and says so itself.
    show().catch(() => location.assign(addressIn(language, path)));
  }, [path, translator, loadTexts, language]);
  useEffect(() => {
    if (page === first) return;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [page, first]);
  const { Component, params } = page;
  return (
    <RouterProvider navigate={navigate} useHref={(href) => `${prefixOf(language)}${href}`}>
      <Frame language={language} path={page.path}>
        <Component key={page.path} params={params} />
      </Frame>
    </RouterProvider>
  );
}
