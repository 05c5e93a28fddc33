import { createInstance } from 'i18next';
import type { Failure } from '../core/result.js';
import { catalogues, type MessageCode } from './catalogue/index.js';
import type { Language } from './language.js';
import type { Message } from './message.js';

export { defaultLanguage, type Language, preferredLanguage } from './language.js';
export { catalogues, type MessageCode } from './catalogue/index.js';
export { pathMessages } from './catalogue/path.js';
export type { Message } from './message.js';
export { titleOf } from './titles.js';

const byCode = new Map<string, Message>(
  Object.values(catalogues).flatMap((catalogue) => Object.entries(catalogue)),
);

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

function sentencesIn(field: 'zhTW' | 'en'): Record<string, string> {
  return Object.fromEntries([...byCode].map(([code, message]) => [code, message[field]]));
}

/** Whether a code has a sentence: for codes that come from stored data. */
export function isMessageCode(code: string): code is MessageCode {
  return byCode.has(code);
}

/** The HTTP status of a code. */
export function statusOf(code: MessageCode): number {
  return byCode.get(code)?.status ?? 500;
}

/** The sentence that explains a failure to a person, its placeholders filled from the failure's values. */
export function sentenceOf(failure: Failure<MessageCode>, language: Language): string {
  return translator.t(failure.code, { lng: language, replace: { ...failure.values } });
}
