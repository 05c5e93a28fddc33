import { auditTexts } from './cli/audit.js';
import { failureTexts } from './cli/failures.js';
import { helpTexts } from './cli/help.js';
import { leadTexts, questionTexts } from './cli/lead.js';
import { leadFailureTexts } from './cli/lead-failures.js';
import { misuseFailureTexts } from './cli/misuse.js';
import { moiFailureTexts, moiTexts } from './cli/moi.js';
import { optionTexts } from './cli/options.js';
import { pkiTexts, verdictTexts } from './cli/pki.js';
import { processTexts } from './cli/processes.js';
import { demoTexts, exportTexts, resultTexts } from './cli/results.js';
import { usageTexts } from './cli/usage.js';
import { type Language, type Sentence, translatorOf } from './translation.js';

const texts = {
  ...auditTexts,
  ...demoTexts,
  ...exportTexts,
  ...failureTexts,
  ...helpTexts,
  ...leadFailureTexts,
  ...misuseFailureTexts,
  ...moiFailureTexts,
  ...moiTexts,
  ...leadTexts,
  ...optionTexts,
  ...pkiTexts,
  ...processTexts,
  ...questionTexts,
  ...verdictTexts,
  ...resultTexts,
  ...usageTexts,
};

/** The keys of the command line's texts. */
export type CliTextKey = keyof typeof texts;

/** The codes of failures that the user of a command can correct. */
export type CliFailureCode =
  | keyof typeof failureTexts
  | keyof typeof leadFailureTexts
  | keyof typeof misuseFailureTexts
  | keyof typeof moiFailureTexts;

/** Every text of the command line, by its key, for the test that checks their style. */
export const cliSentences: ReadonlyMap<string, Sentence> = new Map(Object.entries(texts));

const translate = translatorOf(cliSentences);

/** Whether the command line has a text with this key. For keys that are not known to the compiler. */
export function isCliTextKey(key: string): key is CliTextKey {
  return cliSentences.has(key);
}

/** The text of a key, with its placeholders filled. */
export function cliText(
  key: CliTextKey,
  language: Language,
  values?: Readonly<Record<string, string | number>>,
): string {
  return translate(key, language, values);
}
