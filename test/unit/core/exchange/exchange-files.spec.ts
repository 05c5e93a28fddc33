import { describe, expect, it } from '@jest/globals';
import {
  AnswerSheet,
  type BatchIdentity,
  manifestBytes,
  manifestPart,
  readManifest,
  readRosterPart,
} from '../../../../src/core/exchange/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../../src/core/taipei-date.js';

const identity: BatchIdentity = {
  batch: '0198c0de-0000-7000-8000-000000000001',
  case: '9001' as CaseNumber,
  round: 1,
  submittedOn: '2026-01-30' as TaipeiDate,
};
const csv = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const edited = (content: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(content).toString().replace(from, to));
const part = (content: Uint8Array, rows = 2) => manifestPart('part-0001.csv', rows, content);
const rows = ['3,A123456789', '4,B223456789'];

describe('the manifest of a roster', () => {
  const entry = part(csv('a'));
  const other = { ...entry, name: 'part-0002.csv' };

  it('reads back, with parts of different names', () => {
    const read = readManifest(manifestBytes(identity, [entry, other]));
    expect(read).toEqual({ ok: true, value: { identity, parts: [entry, other] } });
  });

  it.each([
    ['a part twice', manifestBytes(identity, [entry, entry])],
    ['no JSON', csv('{')],
    ['another version', edited(manifestBytes(identity, [entry]), '"version":1', '"version":2')],
  ])('is refused with %s', (_what, content) => {
    expect(readManifest(content)).toMatchObject({ ok: false, failure: { code: 'manifest-malformed' } });
  });
});

describe('a part of a roster', () => {
  it('has its rows by their numbers', () => {
    const content = csv('seq,national_id', ...rows, '');
    const expected = [
      [3, 'A123456789'],
      [4, 'B223456789'],
    ];
    expect(readRosterPart(part(content), content, 3)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, readonly string[], number]>([
    ['another header', ['seq,number', ...rows, ''], 1],
    ['no line break at its end', ['seq,national_id', ...rows], 2],
    ['a row too few', ['seq,national_id', '3,A123456789', ''], 2],
    ['a row of another form', ['seq,national_id', '3,A123456789', '4;B223456789', ''], 3],
    ['a gap in its numbers', ['seq,national_id', '3,A123456789', '5,B223456789', ''], 3],
  ])('is refused with %s, by its line', (_what, lines, line) => {
    const content = csv(...lines);
    const failure = { code: 'roster-part-malformed', values: { file: 'part-0001.csv', line } };
    expect(readRosterPart(part(content), content, 3)).toMatchObject({ ok: false, failure });
  });

  it('is refused with another digest than the manifest’s', () => {
    const content = csv('seq,national_id', ...rows, '');
    const changed = edited(content, 'B2', 'B3');
    expect(readRosterPart(part(content), changed, 3)).toMatchObject({
      failure: { code: 'roster-part-digest-wrong' },
    });
  });
});

describe('the answers to a roster', () => {
  const sheet = (): AnswerSheet => new AnswerSheet([part(csv('')), { ...part(csv('')), name: 'b' }], ['R01']);

  it('are written in the order of the roster, whatever the order they came in', () => {
    const answers = sheet();
    for (const [seq, result] of [
      ['4', '00'],
      ['1', 'R01'],
      ['3', '00'],
      ['2', '00'],
    ] as const)
      expect(answers.add(seq, result, 2).ok).toBe(true);
    expect([answers.checkWhole(5).ok, answers.counts]).toEqual([true, { '00': 3, R01: 1 }]);
    const written = [...answers.written()].map((each) => Buffer.from(each.csv).toString());
    expect(written).toEqual(['seq,result\r\n1,R01\r\n2,00\r\n', 'seq,result\r\n3,00\r\n4,00\r\n']);
  });

  it('that are not whole say which is missing, and write nothing in its place', () => {
    const answers = sheet();
    answers.add('1', '00', 2);
    expect(answers.checkWhole(2)).toMatchObject({
      failure: { code: 'answer-line-missing', values: { line: 2, seq: 2 } },
    });
    expect([answers.counts, Buffer.from([...answers.written()][0]?.csv ?? []).toString()]).toEqual([
      { '00': 1 },
      'seq,result\r\n1,00\r\n2,\r\n',
    ]);
  });

  it.each([
    ['0', '00', 'answer-line-malformed'],
    ['x', '00', 'answer-line-malformed'],
    ['5', '00', 'answer-line-unknown'],
    ['2', 'R99', 'answer-line-result-unknown'],
    ['1', '00', 'answer-line-repeated'],
  ])('%s with %s is refused: %s', (seq, result, code) => {
    const answers = sheet();
    answers.add('1', '00', 2);
    expect(answers.add(seq, result, 3)).toMatchObject({ failure: { code, values: { line: 3 } } });
  });
});
