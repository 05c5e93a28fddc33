import { describe, expect, it } from '@jest/globals';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import {
  isAccount,
  maximumAccountLength,
  type RemedyKind,
  remedyKinds,
  renderRemedyStatement,
} from '../../../src/core/statement/index.js';

const text = (kind: RemedyKind, caseNumber: string, commitment?: Commitment): string =>
  Buffer.from(
    renderRemedyStatement({
      kind,
      caseNumber: caseNumber as CaseNumber,
      commitment,
      account: '卡片遺失。',
      origin: 'https://connect.example.gov.tw',
      challenge: 'AQID',
    }),
  ).toString('utf8');

describe('what a person signs about a co-signature after it was made', () => {
  it('names the case, the receipt, what happened, the platform and the challenge', () => {
    const commitment = new Uint8Array(32).fill(0xab) as Commitment;
    expect(text('objection', '9001', commitment).split('\n').slice(2)).toEqual([
      '版本：1',
      '案號：9001',
      `收據編號：${'ab'.repeat(32)}`,
      '說明：卡片遺失。',
      '連署平臺：https://connect.example.gov.tw',
      '查驗碼：AQID',
      '',
    ]);
  });

  it('says where no receipt was shown', () => {
    expect(text('misuse', '9001')).toContain('\n收據編號：未附收據\n');
  });

  it('can’t be taken for another of them, nor one of a rehearsal for a real one', () => {
    const all = remedyKinds.flatMap((kind) => ['9001', 'R9001'].map((number) => text(kind, number)));
    expect(new Set(all.map((each) => each.split('\n').slice(0, 2).join('\n'))).size).toBe(all.length);
    for (const kind of remedyKinds) {
      expect(text(kind, 'R9001')).toContain('不具');
      expect(text(kind, '9001')).not.toContain('演練');
    }
  });
});

describe('an account', () => {
  it.each<[string, string, boolean]>([
    ['a sentence', '卡片在三月遺失。', true],
    ['as long as it may be', '字'.repeat(maximumAccountLength), true],
    ['nothing', '', false],
    ['a space before it', ' 卡片', false],
    ['a space after it', '卡片 ', false],
    ['one character too many', '字'.repeat(maximumAccountLength + 1), false],
    ['two lines', '一\n二', false],
    ['text turned round', 'a\u202eb', false],
    ['text that is not in NFC', 'e\u0301', false],
  ])('%s', (_what, account, good) => {
    expect(isAccount(account)).toBe(good);
  });
});
