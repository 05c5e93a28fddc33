import { expect, it } from '@jest/globals';
import { electronicGroups, paperGroups, publicTally } from '../../../../src/checking/result/public-tally.js';
import { drawUpResult, resultBytes } from '../../../../src/checking/result/result-document.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../../src/core/taipei-date.js';
import { publishedNumbers } from '../../../../src/web/pages/cases/published-result';

const day = '2026-03-04' as TaipeiDate;
const digest = '00'.repeat(32);
const result = (bytes: Uint8Array) => ({
  result: Buffer.from(bytes).toString('base64'),
  signature: '',
  files: [],
  bundle: [],
  round: 1 as const,
  version: 1,
  versions: [digest],
});

it('reads the numbers of a result as the commission publishes them, those withheld as such', () => {
  const electronic = { submitted: 40, valid: 8, struckOut: { R01: 20, D01: 9, E02: 3 } };
  const paper = { submitted: 6, valid: 5, struckOut: { P02: 1 } };
  const bytes = resultBytes(
    drawUpResult({
      case: '9001' as CaseNumber,
      round: 1,
      electorTotal: 1000,
      threshold: 15,
      submittedOn: day,
      determinedOn: day,
      electronic: publicTally(electronic, electronicGroups),
      paper: publicTally(paper, paperGroups),
      earlierValid: 0,
      merkleRoot: digest,
      keyStatementSha256: digest,
      submissionStatementSha256: digest,
    }),
  );
  expect(publishedNumbers(result(bytes))).toEqual({
    electronic: {
      submitted: 40,
      valid: 8,
      notCounted: [
        ['evidence', 'withheld'],
        ['repeated', 'withheld'],
        ['household-register', 20],
      ],
    },
    paper: {
      submitted: 6,
      valid: 5,
      notCounted: [
        ['repeated', 'withheld'],
        ['household-register', 'withheld'],
        ['paper-form', 'withheld'],
      ],
    },
    joint: { submitted: 46, valid: 13 },
    threshold: 15,
    earlierValid: 0,
    valid: 13,
    isCorrected: false,
  });
});

it.each([
  ['no JSON', 'hello'],
  ['a word in place of a number', '{"joint":{"submitted":"many","valid":1}}'],
])('reads nothing of %s', (_what, text) => {
  expect(publishedNumbers(result(Buffer.from(text)))).toBeUndefined();
});
