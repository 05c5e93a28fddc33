import { createInstance, type i18n, type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';

/** One file of texts in each language; a page names those it needs, and only they are loaded. */
export type Texts =
  | 'frame'
  | 'cases'
  | 'result'
  | 'sign'
  | 'card'
  | 'receipt'
  | 'own'
  | 'misuse'
  | 'remedy'
  | 'lead'
  | 'about'
  | 'status'
  | 'desk'
  | 'desk-cases'
  | 'desk-office'
  | 'audit-events'
  | 'check';

/** Loads the texts of one name in a language. Rejects where they can't be reached. */
export type LoadTexts = (language: Language, name: Texts) => Promise<ResourceLanguage[string]>;

/** A file of `texts/`, as Vite's `import.meta.glob` gives it. */
export interface TextsFile {
  readonly default: ResourceLanguage[string];
}

/** The name of a file of `texts/` beside this one. */
export function textsFileOf(language: Language, name: Texts): string {
  return `./texts/${language}/${name}.json`;
}

/** An i18next in one language with the texts of one page; more are added by {@link addTexts}. */
export async function textsIn(language: Language, names: readonly Texts[], load: LoadTexts): Promise<i18n> {
  const translator = createInstance();
  translator.use(initReactI18next);
  const resources: Resource = { [language]: {} };
  await translator.init({
    lng: language,
    ns: [],
    defaultNS: 'frame',
    resources,
    keySeparator: '.',
    // React escapes what it writes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await addTexts(translator, names, load);
  return translator;
}

/** Adds the texts of a page that are not there yet. */
export async function addTexts(translator: i18n, names: readonly Texts[], load: LoadTexts): Promise<void> {
  const language = translator.language as Language;
  const missing = names.filter((name) => !translator.hasResourceBundle(language, name));
  await Promise.all(
    missing.map(async (name) => {
      translator.addResourceBundle(language, name, await load(language, name));
    }),
  );
}
