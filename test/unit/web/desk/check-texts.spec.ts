import { expect, it } from '@jest/globals';
import { differenceKinds, pauseReasons, reasonCodes } from '../../../../src/checking/index.js';
import { remedyKinds } from '../../../../src/core/statement/index.js';
import { wordsIn } from '../../../support/chromium/words.js';

// What the server answers in a code, the pages of a check say in words.
const keys = [
  ...pauseReasons.map((reason) => `check:batch.pause.${reason}`),
  ...['judging', 'judged', 'sent', 'answered', 'published'].flatMap((phase) => [
    `check:batch.phase.${phase}`,
    `check:exchange.phase.${phase}`,
  ]),
  ...['submitted', 'valid', ...reasonCodes].map((code) => `check:counts.rows.${code}`),
  ...differenceKinds.map((kind) => `check:paper.differences.kind.${kind}`),
  ...['first', 'second', 'other'].map((as) => `check:paper.differences.as.${as}`),
  ...remedyKinds.map((kind) => `check:remedies.kinds.${kind}`),
  ...['waiting', 'working', 'failed'].map((state) => `check:step.${state}`),
];

it.each(['zh-TW', 'en'] as const)('each code of a check has words in %s', async (language) => {
  const words = await wordsIn(language);
  expect(keys.filter((key) => words(key).trim() === '')).toEqual([]);
});
