import { describe, expect, it } from '@jest/globals';
import { type ReadLine, readPaperCsv } from '../../../../src/checking/paper/paper-csv.js';
import { inPieces } from '../../../support/checking/paper-scene.js';

const header = 'page,line,national_id,code';
const good = 'A123456789';
const file = (...lines: string[]): string => [header, ...lines, ''].join('\r\n');

async function read(text: string, size?: number): Promise<readonly ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const line of readPaperCsv(inPieces(text, size))) lines.push(line);
  return lines;
}

const said = (lines: readonly ReadLine[]): readonly string[] =>
  lines.map((line) =>
    line.kind === 'row'
      ? `${line.row.page}-${line.row.line} ${line.row.nationalId} ${line.row.found ?? '00'}`
      : `${line.fileLine}: ${line.reason}`,
  );

describe('a file of paper rows', () => {
  it.each([1, 7, 65_536])('is read in pieces of %i octets', async (size) => {
    const text = file(
      `1,1,${good},00`,
      `1,2,A223456781,R05`,
      `2,1,,P01`,
      `2,2,A12345O7,P01`,
      `2,3,${good},P03`,
    );
    expect(said(await read(text, size))).toEqual([
      `1-1 ${good} 00`,
      '1-2 A223456781 R05',
      '2-1  P01',
      '2-2 A12345O7 P01',
      `2-3 ${good} P03`,
    ]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${file(`1,1,${good},00`)}`],
    ['lines that end in LF', file(`1,1,${good},00`).replaceAll('\r\n', '\n')],
    ['quotes', file(`"1","1","${good}","00"`)],
    ['no end of the last line', file(`1,1,${good},00`).slice(0, -2)],
  ])('may have %s', async (_what, text) => {
    expect(said(await read(text))).toEqual([`1-1 ${good} 00`]);
  });

  it.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['another header', `page,line,code\r\n1,1,00\r\n`, ['1: header-wrong']],
    ['no header', `1,1,${good},00\r\n`, ['1: header-wrong']],
    ['three fields', file('1,1,00'), ['2: row-malformed']],
    ['five fields', file(`1,1,${good},00,`), ['2: row-malformed']],
    ['an empty line', file('', `1,1,${good},00`), ['2: row-malformed', `1-1 ${good} 00`]],
    ['page 0', file(`0,1,${good},00`), ['2: row-malformed']],
    ['line 01', file(`1,01,${good},00`), ['2: row-malformed']],
    ['line 1000', file(`1,1000,${good},00`), ['2: row-malformed']],
    ['a page that is no number', file(`x,1,${good},00`), ['2: row-malformed']],
    ['a number cut short', file('1,1,A12345678,00'), ['2: number-malformed']],
    ['a number in lower case', file('1,1,a123456789,00'), ['2: number-malformed']],
    ['no number', file('1,1,,00'), ['2: number-malformed']],
    ['no number, found in no register', file('1,1,,R01'), ['2: number-malformed']],
    ['a wrong check digit', file('1,1,A123456788,00'), ['2: number-check-digit-wrong']],
    ['a resident’s number', file('1,1,A800000014,00'), ['2: number-not-citizen']],
    ['a number in two-byte digits', file('1,1,Ａ１２３４５６７８９,00'), ['2: number-malformed']],
    ['an unclear number with other characters', file('1,1,A12?,P01'), ['2: number-malformed']],
    ['a formula', file('1,1,=1+1,P01'), ['2: number-malformed']],
    ['a code of the commission', file(`1,1,${good},E01`), ['2: code-unknown']],
    ['a code of MOI alone', file(`1,1,${good},B01`), ['2: code-unknown']],
    ['no code', file(`1,1,${good},`), ['2: code-unknown']],
    ['a row twice', file(`1,1,${good},00`, `1,1,${good},00`), [`1-1 ${good} 00`, '3: row-repeated']],
    [
      'a row of an earlier page twice',
      file(`1,1,${good},00`, `2,1,${good},00`, `1,1,${good},00`),
      [`1-1 ${good} 00`, `2-1 ${good} 00`, '4: row-repeated'],
    ],
    [
      'a row behind its page',
      file(`1,1,${good},00`, `2,1,${good},00`, `1,2,${good},00`),
      [`1-1 ${good} 00`, `2-1 ${good} 00`, '4: row-out-of-order'],
    ],
    ['a line left out', file(`1,1,${good},00`, `1,3,${good},00`), [`1-1 ${good} 00`, '3: row-missing']],
    ['a page left out', file(`1,1,${good},00`, `3,1,${good},00`), [`1-1 ${good} 00`, '3: row-missing']],
    ['a first line left out', file(`1,2,${good},00`), ['2: row-missing']],
    ['an open quote, where it ends', file(`1,1,"${good},00`), ['3: row-malformed']],
    ['a very long line', file(`1,1,${'9'.repeat(500)},00`), ['2: row-malformed']],
  ])('with %s is told line by line', async (_what, text, expected) => {
    expect(said(await read(text))).toEqual(expected);
  });

  it('passes a fault of its source on', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from(file(`1,1,${good},00`)));
      throw new Error('hung up');
    }
    const reading = async (): Promise<void> => {
      for await (const line of readPaperCsv(cut())) expect(line.kind).toBe('row');
    };
    await expect(reading()).rejects.toThrow('hung up');
  });

  it('says nothing of what stands in a rejected line but its place', async () => {
    const [rejected] = await read(file('1,1,A123456788,00'));
    expect(rejected).toEqual({
      kind: 'rejected',
      fileLine: 2,
      page: 1,
      line: 1,
      reason: 'number-check-digit-wrong',
    });
  });
});
