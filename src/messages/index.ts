import type { Failure } from '../core/result.js';
import { catalogues, type MessageCode } from './catalogue/index.js';
import type { Language } from './language.js';
import type { Message } from './message.js';
import { translatorOf } from './translator.js';

export { defaultLanguage, type Language, preferredLanguage } from './language.js';
export { catalogues, type MessageCode } from './catalogue/index.js';
export { pathMessages } from './catalogue/path.js';
export { type CliFailureCode, cliSentences, type CliTextKey, cliText, isCliTextKey } from './cli/index.js';
export type { Message } from './message.js';
export { titleOf } from './titles.js';
export type { Sentence } from './translator.js';

const byCode = new Map<string, Message>(
  Object.values(catalogues).flatMap((catalogue) => Object.entries(catalogue)),
);

const translate = translatorOf(byCode);

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
  return translate(failure.code, language, failure.values);
}
