import type { Failure } from '../core/result.js';
import { catalogues, type MessageCode } from './catalogue.js';
import { type Language, type Message, translatorOf } from './translation.js';

export { catalogues, type MessageCode } from './catalogue.js';
export { pathMessages } from './catalogue/certificates.js';
export { titleOf } from './catalogue/http.js';
export { type CliFailureCode, cliSentences, cliText, type CliTextKey, isCliTextKey } from './cli-text.js';
export {
  defaultLanguage,
  type Language,
  type Message,
  preferredLanguage,
  type Sentence,
} from './translation.js';

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
