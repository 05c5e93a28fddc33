import { describe, expect, it } from '@jest/globals';
import type { CheckedPaperRow } from '../../../../src/checking/paper/checked-rows.js';
import { checkRowsAnew } from '../../../../src/checking/paper/rows-checked-anew.js';
import type { PaperRepetition, PaperVerdict } from '../../../../src/checking/paper/paper-verdicts.js';
import type { OfficeReason } from '../../../../src/checking/reason-codes.js';
import { citizenNumberAt } from '../../../support/checking/citizen-numbers.js';

const [fallen, other] = [citizenNumberAt(1), citizenNumberAt(2)];
type Code = PaperVerdict['code'];
type Row = readonly [nationalId: string, code: Code, found?: OfficeReason, repeats?: PaperRepetition];

/** The rows of page 1. What a row repeats is its code, where nothing else is said. */
function rowsOf(rows: readonly Row[]): readonly CheckedPaperRow[] {
  return rows.map(([nationalId, code, found, repeats], i) => ({
    row: { page: 1, line: i + 1, nationalId, found },
    code,
    repeats: repeats ?? (code === 'D02' || code === 'D03' ? code : 'none'),
  }));
}

/** The rows whose code changes: line, from, to. */
async function changed(
  rows: readonly Row[],
  bars: ReadonlyMap<string, boolean>,
  cleared: readonly number[] = [],
): Promise<readonly (readonly [number, Code, Code])[]> {
  const places = cleared.map((line) => ({ page: 1, line }));
  return (await checkRowsAnew(rowsOf(rows), bars, places))
    .filter(({ from, code }) => from !== code)
    .map(({ line, from, code }) => [line, from, code] as const);
}

describe('paper rows when their electronic co-signature turns out to be another person’s (REG 9, RULES 11)', () => {
  it.each<[string, Row[], (readonly [number, Code, Code])[]]>([
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
    ['what the office found stays', [[fallen, 'P02', 'P02', 'D02']], []],
    [
      'a row at fault bars none that is good',
      [
        [fallen, 'R04', 'R04', 'D02'],
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
    expect(await changed(rows, new Map([[fallen, false]]))).toEqual(changes);
  });

  it('repeat again where the electronic one counts again, and what the office found stays', async () => {
    const rows: Row[] = [
      [fallen, undefined],
      [fallen, 'D03'],
      [fallen, 'P02', 'P02'],
    ];
    expect(await changed(rows, new Map([[fallen, true]]))).toEqual([
      [1, undefined, 'D02'],
      [2, 'D03', 'D02'],
    ]);
  });

  it('remember of a row at fault that it repeats nothing any more', async () => {
    expect(await checkRowsAnew(rowsOf([[fallen, 'P02', 'P02', 'D02']]), new Map([[fallen, false]]))).toEqual([
      { page: 1, line: 1, from: 'P02', code: 'P02', repeats: 'none' },
    ]);
  });

  it('are not opened where nothing has changed', async () => {
    const rows = {
      [Symbol.asyncIterator]: () => {
        throw new Error('opened');
      },
    };
    expect(await checkRowsAnew(rows, new Map())).toEqual([]);
  });
});

describe('paper rows on which an office’s finding falls (ACT 13)', () => {
  it.each<[string, Row[], number[], (readonly [number, Code, Code])[]]>([
    ['a row that repeats nothing counts', [[other, 'P02', 'P02']], [1], [[1, 'P02', undefined]]],
    ['one that repeats an electronic one doesn’t', [[other, 'R04', 'R04', 'D02']], [1], [[1, 'R04', 'D02']]],
    ['one that counts from the main round doesn’t', [[other, 'P01', 'P01', 'D03']], [1], [[1, 'P01', 'D03']]],
    [
      'a later row that counts already stays',
      [
        [other, 'P02', 'P02'],
        [other, undefined],
      ],
      [1],
      [[1, 'P02', 'D03']],
    ],
    [
      'of two that fall together, the earliest counts',
      [
        [other, 'P02', 'P02'],
        [other, 'P03', 'P03'],
      ],
      [1, 2],
      [
        [1, 'P02', undefined],
        [2, 'P03', 'D03'],
      ],
    ],
    [
      'together with a misused card, the row that the office left alone counts',
      [
        [fallen, 'P02', 'P02', 'D02'],
        [fallen, 'D02'],
      ],
      [1],
      [
        [2, 'D02', undefined],
        [1, 'P02', 'D03'],
      ],
    ],
  ])('%s', async (_what, rows, cleared, changes) => {
    expect(await changed(rows, new Map([[fallen, false]]), cleared)).toEqual(changes);
  });

  it('that was checked by an earlier version, or can’t be read, stays', async () => {
    const row = { page: 1, line: 1, nationalId: other, found: 'P02' } as const;
    expect(
      await checkRowsAnew([{ row, code: 'P02', repeats: undefined }], new Map(), [{ page: 1, line: 1 }]),
    ).toEqual([]);
  });

  it('that fell before is checked as any other', async () => {
    const rows: Row[] = [[fallen, undefined, 'P02']];
    expect(await changed(rows, new Map([[fallen, true]]))).toEqual([[1, undefined, 'D02']]);
  });
});
