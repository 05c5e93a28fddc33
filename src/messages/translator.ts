import { createInstance } from 'i18next';
import type { Language } from './language.js';

/** One thing to say, in both languages. `{{name}}` is filled from values. */
export interface Sentence {
  readonly zhTW: string;
  readonly en: string;
}

type Values = Readonly<Record<string, string | number>>;

/** Says what stands under a key, in a language, with its placeholders filled. An unknown key says itself. */
export type Translate = (key: string, language: Language, values?: Values) => string;

/** An i18next of its own over these sentences; keys are taken as they are. */
export function translatorOf(sentences: Iterable<readonly [string, Sentence]>): Translate {
  const entries = [...sentences];
  const sentencesIn = (field: keyof Sentence): Record<string, string> =>
    Object.fromEntries(entries.map(([key, sentence]) => [key, sentence[field]]));
  const translator = createInstance();
  void translator.init({
    initAsync: false,
    lng: 'zh-TW',
    keySeparator: false,
    nsSeparator: false,
    // The sentences go into JSON and terminals; whoever puts one into HTML escapes it there.
    interpolation: { escapeValue: false },
    resources: { 'zh-TW': { translation: sentencesIn('zhTW') }, en: { translation: sentencesIn('en') } },
  });
  return (key, language, values) => translator.t(key, { lng: language, replace: { ...values } });
}
