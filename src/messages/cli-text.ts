import { auditTexts } from './cli/audit.js';
import { failureTexts } from './cli/failures.js';
import { helpTexts, usageTexts } from './cli/help.js';
import { optionTexts } from './cli/options.js';
import { pkiTexts, verdictTexts } from './cli/pki.js';
import { demoTexts, exportTexts, resultTexts } from './cli/results.js';
import { type Language, type Sentence, translatorOf } from './translation.js';

const texts = {
  ...auditTexts,
  ...demoTexts,
  ...exportTexts,
  ...failureTexts,
  ...helpTexts,
  ...optionTexts,
  ...pkiTexts,
  ...verdictTexts,
  ...resultTexts,
  ...usageTexts,
};

/** What the command line can say. */
export type CliTextKey = keyof typeof texts;

/** Why a command ended for something that whoever runs it can mend. */
export type CliFailureCode = keyof typeof failureTexts;

/** Every sentence of the command line, by its key: for the tests that hold them to the house style. */
export const cliSentences: ReadonlyMap<string, Sentence> = new Map(Object.entries(texts));

const translate = translatorOf(cliSentences);

/** Whether the command line has words for this: for codes and names that come from elsewhere. */
export function isCliTextKey(key: string): key is CliTextKey {
  return cliSentences.has(key);
}

/** What stands under a key, its placeholders filled. */
export function cliText(
  key: CliTextKey,
  language: Language,
  values?: Readonly<Record<string, string | number>>,
): string {
  return translate(key, language, values);
}
