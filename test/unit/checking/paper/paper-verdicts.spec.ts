import { describe, expect, it } from '@jest/globals';
import { checkPaperRows } from '../../../../src/checking/paper/paper-verdicts.js';
import type { OfficeReason } from '../../../../src/checking/reason-codes.js';
import { citizenNumberAt } from '../../../support/checking/citizen-numbers.js';

const [paper, electronic, earlier] = [citizenNumberAt(1), citizenNumberAt(2), citizenNumberAt(3)];

describe('the verdicts on paper rows', () => {
  it.each<[string, (readonly [string, OfficeReason?])[], (string | undefined)[]]>([
    ['nothing', [], []],
    ['a row of its own', [[paper]], [undefined]],
    ['a row that repeats an electronic co-signature that counts (REG 9)', [[electronic]], ['D02']],
    ['each row that does, not only the first', [[electronic], [electronic]], ['D02', 'D02']],
    [
      'a number twice: the earliest page and line counts (RULES 11)',
      [[paper], [paper], [paper]],
      [undefined, 'D03', 'D03'],
    ],
    ['a forged row, which bars no later one (ACT 13)', [[paper, 'P03'], [paper]], ['P03', undefined]],
    [
      'a row of somebody not eligible, which bars no other of the office’s finding',
      [
        [paper, 'R05'],
        [paper, 'R05'],
      ],
      ['R05', 'R05'],
    ],
    ['a bad row that repeats an electronic one, by its own fault', [[electronic, 'P02']], ['P02']],
    [
      'a row without a readable number',
      [
        ['', 'P01'],
        ['A12', 'P01'],
      ],
      ['P01', 'P01'],
    ],
    ['a number that counts on paper from the main round', [[earlier]], ['D03']],
  ])('%s', async (_what, rows, codes) => {
    const verdicts = await checkPaperRows(
      rows.map(([nationalId, found], i) => ({ page: 1, line: i + 1, nationalId, found })),
      { electronically: (number) => number === electronic, onPaper: [earlier] },
    );
    expect(verdicts).toMatchObject(codes.map((code, i) => ({ page: 1, line: i + 1, code })));
  });

  it('say of a row at fault what it would repeat, if its number can be read', async () => {
    const rows: readonly (readonly [string, OfficeReason])[] = [
      [paper, 'P02'],
      [electronic, 'R04'],
      [earlier, 'P03'],
      ['A12', 'P01'],
    ];
    const verdicts = await checkPaperRows(
      rows.map(([nationalId, found], i) => ({ page: 1, line: i + 1, nationalId, found })),
      { electronically: (number) => number === electronic, onPaper: [earlier] },
    );
    expect(verdicts.map(({ repeats }) => repeats)).toEqual(['none', 'D02', 'D03', undefined]);
  });
});
