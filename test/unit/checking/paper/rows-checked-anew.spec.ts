import { describe, expect, it } from '@jest/globals';
import { checkRowsAnew } from '../../../../src/checking/paper/rows-checked-anew.js';
import type { PaperVerdict } from '../../../../src/checking/paper/paper-verdicts.js';
import type { OfficeReason } from '../../../../src/checking/reason-codes.js';
import { citizenNumberAt } from '../../../support/checking/citizen-numbers.js';

const [fallen, other] = [citizenNumberAt(1), citizenNumberAt(2)];
type Code = PaperVerdict['code'];

describe('paper rows when their electronic co-signature turns out to be another person’s (REG 9, RULES 11)', () => {
  it.each<[string, (readonly [string, Code, OfficeReason?])[], (readonly [number, Code, Code])[]]>([
    ['no paper row', [], []],
    ['its paper row counts', [[fallen, 'D02']], [[1, 'D02', undefined]]],
    [
      'of several, the earliest counts',
      [
        [fallen, 'D02'],
        [fallen, 'D02'],
        [fallen, 'D02'],
      ],
      [
        [1, 'D02', undefined],
        [2, 'D02', 'D03'],
        [3, 'D02', 'D03'],
      ],
    ],
    ['what the office found stays', [[fallen, 'P02', 'P02']], []],
    [
      'a row at fault bars none that is good',
      [
        [fallen, 'R04', 'R04'],
        [fallen, 'D02'],
      ],
      [[2, 'D02', undefined]],
    ],
    [
      'the rows of others stay',
      [
        [other, 'D02'],
        [other, 'D03'],
        [other, undefined],
        ['', 'P01', 'P01'],
      ],
      [],
    ],
  ])('%s', async (_what, rows, changes) => {
    expect(
      await checkRowsAnew(
        rows.map(([nationalId, code, found], i) => ({
          row: { page: 1, line: i + 1, nationalId, found },
          code,
        })),
        new Map([[fallen, false]]),
      ),
    ).toEqual(changes.map(([line, from, code]) => ({ page: 1, line, from, code })));
  });

  it('repeats again where the electronic one counts again', async () => {
    const codes = [undefined, 'D03', 'P02'] as const;
    const rows = codes.map((code, i) => ({
      row: { page: 2, line: i + 1, nationalId: fallen, found: code === 'P02' ? code : undefined },
      code,
    }));
    expect(await checkRowsAnew(rows, new Map([[fallen, true]]))).toEqual([
      { page: 2, line: 1, from: undefined, code: 'D02' },
      { page: 2, line: 2, from: 'D03', code: 'D02' },
    ]);
  });

  it('opens no row where nothing has changed', async () => {
    const rows = {
      [Symbol.asyncIterator]: () => {
        throw new Error('opened');
      },
    };
    expect(await checkRowsAnew(rows, new Map())).toEqual([]);
  });
});
