/** The languages of the pages; Chinese is the one without a prefix in the address. */
export type Language = 'zh-TW' | 'en';

/** The language of an address, and the address within that language: `/en/cases/1` is `/cases/1` in English. */
export function languageOf(path: string): { readonly language: Language; readonly path: string } {
  const english = /^\/en(?:\/(.*))?$/.exec(path);
  return english === null ? { language: 'zh-TW', path } : { language: 'en', path: `/${english[1] ?? ''}` };
}

/** What stands before every address in a language. */
export function prefixOf(language: Language): string {
  return language === 'en' ? '/en' : '';
}

/** The same page in a language: `/cases/1` in English is `/en/cases/1`. */
export function addressIn(language: Language, path: string): string {
  return path === '/' && language === 'en' ? '/en/' : `${prefixOf(language)}${path}`;
}
