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

/** Speaks to whoever runs a command, in their language. */
export class Translator {
  constructor(readonly language: Language) {}

  /** What stands under a key of the command line’s catalogues. */
  text(key: CliTextKey, values?: Readonly<Record<string, string | number>>): string {
    return cliText(key, this.language, values);
  }

  /** Sentences after one another, as the language sets them. */
  paragraph(...sentences: readonly string[]): string {
    return sentences.join(this.language === 'en' ? ' ' : '');
  }

  /** The sentence of a failure, with its code for whoever looks it up. A code without a sentence stands for itself. */
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

/** The languages a translator may be asked for. */
export const languages: readonly Language[] = ['zh-TW', 'en'];

/**
 * The language of a command line: `--lang` where it is given, else what LC_ALL, LC_MESSAGES or LANG say (the first that says
 * anything, POSIX): English where that begins with `en`, and Traditional Chinese (Taiwan) for anything else. A `--lang` of no language is
 * for commander to refuse.
 */
export function languageFor(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = askedLanguage(words);
  if (asked !== undefined) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('en') === true ? 'en' : defaultLanguage;
}

/** What `--lang` says, read before there is a commander, whose help must speak that language too. */
export function askedLanguage(words: readonly string[]): Language | undefined {
  const end = words.indexOf('--');
  const options = end === -1 ? words : words.slice(0, end);
  const position = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const option = options[position];
  if (option === undefined) return undefined;
  const value = option === '--lang' ? options[position + 1] : option.slice(7);
  return languages.find((language) => language === value);
}
