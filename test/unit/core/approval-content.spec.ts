import { describe, expect, it } from '@jest/globals';
import { approvalActionName, approvalContentLines } from '../../../src/core/statement/approval-content.js';

const linesOf = (content: object): readonly (readonly [string, string])[] =>
  approvalContentLines(Buffer.from(JSON.stringify(content)));
const digest = 'ab'.repeat(32);
const uuid = '01950000-0000-7000-8000-000000000001';

describe('what an approver is shown of what they sign', () => {
  it.each<[member: string, value: unknown, name: string, shown: string]>([
    ['records', 218, '連署筆數', '218'],
    ['files', [1, 2], '檔案數', '2'],
    ['tooFew', true, '清查結果', '未達門檻，不予受理'],
    ['determination', 'supplement-due', '審定', '通知補提'],
    ['handedOverAt', '2026-09-02T01:00:00.000Z', '交付時間', '2026-09-02T01:00:00.000Z'],
    ['wrappedKeySha256', digest, '交付之金鑰 sha-256', digest],
    ['subjectAfter', 'CN=王小明', '新憑證主體', 'CN=王小明'],
    ['day', '2026-09-02', '停止上班日', '2026-09-02'],
    ['kind', 'natural-disaster', '停止上班事由', '天然災害停止上班'],
    ['outcome', 'upheld', '決定', '有理由'],
    ['remedy', uuid, '申請案編號', uuid],
    ['from', 'R01', '原查對結果', '不計入（R01）'],
    ['to', 'counted', '變更為', '計入'],
    ['rolesBefore', ['auditor', 'approver'], '原角色', '稽核人員（auditor）、核可人員（approver）'],
    ['rolesAfter', [], '新角色', '無'],
    [
      'moves',
      [
        { case: '9001', round: 1, from: '2026-09-02', to: '2026-09-03' },
        { case: 'R9002', from: '2026-09-02', to: '2026-09-04' },
      ],
      '順延之案件及末日',
      '9001：2026-09-02 → 2026-09-03、R9002：2026-09-02 → 2026-09-04',
    ],
    ['moves', [], '順延之案件及末日', '無'],
  ])('%s %j', (member, value, name, shown) => {
    expect(linesOf({ [member]: value })).toEqual([[name, shown]]);
  });

  it.each<[string, string, unknown]>([
    ['a number as text', 'records', '218'],
    ['a list that is none', 'files', 2],
    ['an outcome that nobody knows', 'determination', 'won'],
    ['an outcome that is a number', 'tooFew', 1],
    ['a time without its milliseconds', 'handedOverAt', '2026-09-02T01:00:00Z'],
    ['a time that is a number', 'handedOverAt', 0],
    ['a digest cut short', 'wrappedKeySha256', digest.slice(2)],
    ['a digest that is a number', 'wrappedKeySha256', 1],
    ['two lines', 'subjectAfter', 'CN=王\n核可：是'],
    ['a line that is too long', 'reason', '字'.repeat(501)],
    ['a line that is a list', 'reason', ['x']],
    ['a day that is none', 'day', '2026/09/02'],
    ['a day that is a number', 'day', 20260902],
    ['an identifier that is none', 'remedy', 'x'],
    ['an identifier that is a number', 'remedy', 1],
    ['a verdict that is none', 'to', 'counts'],
    ['a verdict that is a number', 'to', 1],
    ['roles that are no list', 'rolesAfter', 'auditor'],
    ['a role that nobody knows', 'rolesAfter', ['auditor', 'owner']],
    ['a role that every object has', 'rolesAfter', ['constructor']],
    ['a role that is a number', 'rolesAfter', [1]],
    ['moves that are no list', 'moves', '9001'],
    ['a move that is text', 'moves', ['9001']],
    ['a move that is nothing', 'moves', [null]],
    ['a move of no case', 'moves', [{ from: '2026-09-02', to: '2026-09-03' }]],
    ['a move of a case that can’t be', 'moves', [{ case: '案', from: '2026-09-02', to: '2026-09-03' }]],
    ['a move from no day', 'moves', [{ case: '9001', to: '2026-09-03' }]],
    ['a move to no day', 'moves', [{ case: '9001', from: '2026-09-02' }]],
    ['a move to what is no day', 'moves', [{ case: '9001', from: '2026-09-02', to: 'soon' }]],
  ])('is not shown %s', (_what, member, value) => {
    expect(linesOf({ [member]: value })).toEqual([]);
  });

  it('has no lines of what is no JSON object', () => {
    expect(approvalContentLines(Buffer.from('[1'))).toEqual([]);
  });
});

describe('an action', () => {
  it.each([
    ['purge', /^.+（purge）$/],
    ['something-new', /^something-new$/],
  ])('%s', (action, name) => {
    expect(approvalActionName(action)).toMatch(name);
  });
});
