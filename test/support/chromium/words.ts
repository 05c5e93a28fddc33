import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance, type ResourceLanguage } from 'i18next';

/** A language of the pages. */
export type Language = 'zh-TW' | 'en';

/** The words of a key such as `lead:sign-in.action`, with what is filled in. Throws where the pages have no such words. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const folder = path.join(import.meta.dirname, '../../../src/web/texts');

/** The pages' own words in a language: a test finds a button by what the button says. */
export async function wordsIn(language: Language): Promise<Words> {
  const translator = createInstance();
  await translator.init({
    lng: language,
    resources: { [language]: textsIn(language) },
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => {
    if (!translator.exists(key, values)) throw new Error(`no words for ${key}`);
    return translator.t(key, values);
  };
}

function textsIn(language: Language): ResourceLanguage {
  const files = readdirSync(path.join(folder, language));
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as ResourceLanguage[string],
    ]),
  );
}
