import { parse } from 'csv-parse/sync';
import { describe, expect, it } from '@jest/globals';
import { markedStruckOutList, markingText } from '../../../../src/core/ceremony/index.js';

const at = new Date('2026-12-31T16:00:01.500Z');
const signed = Buffer.from('national_id,code,reason\r\nA123456789,R05,"一,二"\r\n');

describe('RULES 9: the marking of a struck-out list that is saved', () => {
  it('names the case, the lead and the time in Taipei, and says not to pass it on', () => {
    expect(markingText({ caseNumber: '9001', leadName: '王小明', at })).toBe(
      '含個人資料，請勿外流（personal data, do not pass on）；案號：9001；交付領銜人：王小明；取得時間：2027-01-01T00:00:01+08:00',
    );
  });

  it('is one line above the bytes that the commission signed', () => {
    const marked = Buffer.from(markedStruckOutList(signed, { caseNumber: '9001', leadName: '王小明', at }));
    expect(marked.subarray(marked.indexOf('\n') + 1)).toEqual(signed);
    const rows = parse(marked, { relaxColumnCount: true });
    expect(rows.map(({ length }) => length)).toEqual([1, 3, 3]);
  });

  it.each(['王"小明', '王\r\n小明', '=HYPERLINK("x")', '王\u2028小明'])(
    'stays one field with the name %j',
    (leadName) => {
      const marked = Buffer.from(markedStruckOutList(signed, { leadName, at }));
      const rows = parse(marked, { relaxColumnCount: true });
      expect(rows.map(({ length }) => length)).toEqual([1, 3, 3]);
      expect(rows[0]?.[0]).toMatch(/^含個人資料/);
      expect(rows[0]?.[0]).not.toMatch(/[\r\n\u2028]/);
    },
  );
});
