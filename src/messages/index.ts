import { createInstance } from 'i18next';
import type { Failure } from '../core/result.js';
import { httpMessages } from './catalogue/http.js';
import type { Language } from './language.js';
import type { Message } from './message.js';

export { defaultLanguage, type Language, preferredLanguage } from './language.js';
export type { Message } from './message.js';
export { titleOf } from './titles.js';

/** Every room's catalogue; a room with codes that reach people adds its own here. */
export const catalogues = { http: httpMessages } as const;

const messages = { ...httpMessages } as const;

/** Every code that can reach a person. A code without a sentence doesn't compile. */
export type MessageCode = keyof typeof messages;

const byCode: Readonly<Record<MessageCode, Message>> = messages;

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
  return Object.fromEntries(Object.entries(byCode).map(([code, message]) => [code, message[field]]));
}

/** Whether a code has a sentence: for codes that come from stored data. */
export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(byCode, code);
}

/** The HTTP status of a code. */
export function statusOf(code: MessageCode): number {
  return byCode[code].status;
}

/** The sentence that explains a failure to a person, its placeholders filled from the failure's values. */
export function sentenceOf(failure: Failure<MessageCode>, language: Language): string {
  return translator.t(failure.code, { lng: language, replace: { ...failure.values } });
}
