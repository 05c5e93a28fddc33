import { describe, expect, it } from '@jest/globals';
import {
  isReasonCode,
  reasonCodes,
  type ReasonGroup,
  reasonGroupOf,
  reasonGroups,
} from '../../../src/checking/reason-codes.js';
import { rosterCsv, rosterOrder, rosterParts } from '../../../src/checking/exchange/roster.js';
import { receiptStatusOf } from '../../../src/checking/result/public-results.js';
import { bearerStatusOf } from '../../../src/checking/result/receipts.js';
import { struckOutCsv } from '../../../src/checking/result/struck-out-list.js';
import { reasonSentenceOf } from '../../../src/messages/index.js';
import type { Commitment } from '../../../src/core/identifiers.js';

describe('roster', () => {
  it('is RFC 4180 with CRLF', () => {
    expect(Buffer.from(rosterCsv([[1, 'A123456789']])).toString()).toBe(
      'seq,national_id\r\n1,A123456789\r\n',
    );
    expect(Buffer.from(rosterCsv([])).toString()).toBe('seq,national_id\r\n');
  });

  it.each([
    [0, []],
    [1, [[1, 1]]],
    [50_000, [[1, 50_000]]],
    [
      50_001,
      [
        [1, 50_000],
        [50_001, 50_001],
      ],
    ],
  ])('splits %d rows', (rows, extents) => {
    expect(rosterParts(rows).map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq])).toEqual(extents);
  });

  it('keeps every record once and gives every order the same chance', () => {
    const records = [0, 1, 2].map((byte) => Uint8Array.of(byte) as Commitment);
    const orders = new Map<string, number>();
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const draws = [first, second];
        const rows = [...rosterOrder(records, () => draws.shift()!)];
        expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
        const order = rows.map(({ commitment }) => commitment[0]).join('');
        orders.set(order, (orders.get(order) ?? 0) + 1);
      }
    expect([...orders.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('struckOutCsv', () => {
  it('lists number, code and sentence, sorted', () => {
    const csv = Buffer.from(
      struckOutCsv(
        [
          { nationalId: 'B123456780', code: 'R05' },
          { nationalId: 'A123456789', code: 'R05' },
          { nationalId: '', code: 'E01' },
        ],
        (code) => reasonSentenceOf(code, 'zh-TW'),
      ),
    ).toString();
    const lines = csv.split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'national_id,code',
      ',E01',
      'A123456789,R05',
      'B123456780,R05',
      '',
    ]);
    expect(lines[2]).toContain('死亡');
  });
});

describe('statusOf', () => {
  it.each([
    [{ submitted: false, counts: undefined }, 'recorded'],
    [{ submitted: true, counts: undefined }, 'submitted'],
    [{ submitted: true, counts: true }, 'counted'],
    [{ submitted: true, counts: false }, 'not-counted'],
  ])('%j → %s', (standing, status) => {
    expect(receiptStatusOf(standing)).toBe(status);
  });

  it.each([
    ['submitted', undefined, { status: 'submitted' }],
    ['counted', undefined, { status: 'counted' }],
    ['not-counted', 'R05', { status: 'not-counted', group: 'household-register' }],
    // A correction has counted it between the two questions.
    ['not-counted', undefined, { status: 'counted' }],
  ] as const)('to the bearer of a receipt, %s with %s is told as %j', (status, code, told) => {
    expect(bearerStatusOf(status, code)).toEqual(told);
  });
});

describe('reason codes', () => {
  it('are those that isReasonCode accepts', () => {
    expect(reasonCodes.every(isReasonCode)).toBe(true);
    expect(isReasonCode('X01')).toBe(false);
  });

  it('each fall under a group, and no group is without one', () => {
    const groups = new Set<ReasonGroup>(reasonCodes.map(reasonGroupOf));
    expect(groups).toEqual(new Set(reasonGroups));
    expect(() => reasonGroupOf('X01' as 'E01')).toThrow('without a group');
  });
});
