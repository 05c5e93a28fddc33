import { describe, expect, it } from '@jest/globals';
import { checkPaperRows, type PaperRow } from '../../../src/checking/batch/verdict.js';

describe('checkPaperRows', () => {
  const electronic = (nationalId: string): boolean => nationalId === 'E';
  it.each<[string, PaperRow[], (string | undefined)[]]>([
    ['nothing', [], []],
    ['a row of its own', [{ reference: '1', nationalId: 'P' }], [undefined]],
    ['a row that repeats an electronic co-signature', [{ reference: '1', nationalId: 'E' }], ['D02']],
    [
      'a row twice',
      [
        { reference: '1', nationalId: 'P' },
        { reference: '2', nationalId: 'P' },
      ],
      [undefined, 'D03'],
    ],
    [
      'a forged row, which bars no later one',
      [
        { reference: '1', nationalId: 'P', found: 'P03' },
        { reference: '2', nationalId: 'P' },
      ],
      ['P03', undefined],
    ],
    [
      'a bad row that repeats an electronic one, by its own fault',
      [{ reference: '1', nationalId: 'E', found: 'P02' }],
      ['P02'],
    ],
  ])('checks %s', (_what, rows, codes) => {
    expect(checkPaperRows(rows, electronic).map(({ code }) => code)).toEqual(codes);
  });
});
