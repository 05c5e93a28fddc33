import { createInstance } from 'i18next';
import Negotiator from 'negotiator';

/** The languages every sentence exists in. */
export type Language = 'zh-TW' | 'en';

/** What a person gets who asks for nothing we speak. */
export const defaultLanguage: Language = 'zh-TW';
// `zh` stands for every other Chinese (`zh-Hant`, `zh-HK`, …): a reader of one of them reads Taiwan's more readily than English.
const offered = ['zh-TW', 'zh', 'en'];

/** The language an Accept-Language header asks for (RFC 9110 §12.5.4); Traditional Chinese (Taiwan) where it asks for none of ours. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const headers = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
  return new Negotiator({ headers }).language(offered) === 'en' ? 'en' : defaultLanguage;
}

/** One thing to say, in both languages. `{{name}}` is filled from values. */
export interface Sentence {
  readonly zhTW: string;
  readonly en: string;
}

/** A sentence without placeholders, in one language. */
export function inLanguage(sentence: Sentence, language: Language): string {
  return language === 'en' ? sentence.en : sentence.zhTW;
}

type Values = Readonly<Record<string, string | number>>;

/**
 * Says what stands under a key, in a language, with its placeholders filled: `…` where there is no value, as in a list of codes. An
 * unknown key says itself.
 */
type Translate = (key: string, language: Language, values?: Values) => string;

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
    missingInterpolationHandler: () => '…',
    resources: { 'zh-TW': { translation: sentencesIn('zhTW') }, en: { translation: sentencesIn('en') } },
  });
  return (key, language, values) => translator.t(key, { lng: language, replace: { ...values } });
}
