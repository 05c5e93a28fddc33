import type { Failure } from '../core/result.js';
import {
  type CliTextKey,
  cliText,
  defaultLanguage,
  isCliTextKey,
  isMessageCode,
  type Language,
  sentenceOf,
} from '../messages/index.js';

/** The texts of the command line in one language. */
export class Translator {
  constructor(readonly language: Language) {}

  /** The text of this key in the command line's catalogue, with its placeholders filled. */
  text(key: CliTextKey, values?: Readonly<Record<string, string | number>>): string {
    return cliText(key, this.language, values);
  }

  /** Joins sentences: with a space in English, without one in Chinese. */
  paragraph(...sentences: readonly string[]): string {
    return sentences.join(this.language === 'en' ? ' ' : '');
  }

  /** The sentence of a failure, with its code in brackets. Only the code if there is no sentence. */
  explain(failure: Failure): string {
    const sentence = this.sentence(failure);
    return sentence === undefined ? `[${failure.code}]` : `${sentence} [${failure.code}]`;
  }

  private sentence({ code, values }: Failure): string | undefined {
    if (isCliTextKey(code)) return this.text(code, values);
    if (isMessageCode(code))
      return sentenceOf(values === undefined ? { code } : { code, values }, this.language);
    return undefined;
  }
}

/** The languages of the command line. */
export const languages: readonly Language[] = ['zh-TW', 'en'];

/**
 * The language of a command line: `--lang` if it is given, else the first of LC_ALL, LC_MESSAGES and LANG that is set (as POSIX says):
 * English if it begins with `en`, Traditional Chinese (Taiwan) for anything else. Commander refuses an unknown `--lang`.
 */
export function languageFor(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = askedLanguage(words);
  if (asked !== undefined) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('en') === true ? 'en' : defaultLanguage;
}

/** The value of `--lang`. It is read before commander runs, because commander's help needs the language. */
export function askedLanguage(words: readonly string[]): Language | undefined {
  const end = words.indexOf('--');
  const options = end === -1 ? words : words.slice(0, end);
  const position = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const option = options[position];
  if (option === undefined) return undefined;
  const value = option === '--lang' ? options[position + 1] : option.slice(7);
  return languages.find((language) => language === value);
}
