import { describe, expect, it } from '@jest/globals';
import { commitmentOfRecord } from '../../../src/core/ceremony/round-records.js';
import { commitmentOf } from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { sha256 } from '../../../src/core/sha256.js';
import {
  matchApprovalStatement,
  matchKeyStatement,
  matchSubmissionStatement,
  renderApprovalStatement,
  renderStatement,
} from '../../../src/core/statement/index.js';

const caseNumber = '9001' as CaseNumber;
const round = { caseNumber, round: 1 } as const;
const content = new TextEncoder().encode('{"member":"a"}');
const approval = { action: 'add-member', contentDigest: sha256(content), requestId: '0192' };
const origin = 'https://lianshu.test.invalid';

describe('a signed statement', () => {
  it.each([
    ['nothing', ''],
    ['an origin that is none', '連署平臺：\n'],
    ['lines of something else', '公開金鑰 sha-256：00\n'],
  ])('is none of these where it is %s', (_what, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(matchKeyStatement(bytes, round)).toBeUndefined();
    expect(
      matchSubmissionStatement(bytes, { ...round, recordCount: 1, merkleRoot: sha256(bytes) }),
    ).toBeUndefined();
    expect(matchApprovalStatement(bytes, { ...approval, caseNumber })).toBeUndefined();
  });

  it('of an approval on no case names none', () => {
    const statement = renderApprovalStatement({ ...approval, content, origin });
    expect(new TextDecoder().decode(statement)).not.toContain('案號');
    expect(matchApprovalStatement(statement, approval)).toEqual({ origin });
    expect(matchApprovalStatement(statement, { ...approval, caseNumber })).toBeUndefined();
  });

  it('is never rendered around what is not the text of a line', () => {
    const fields = { ...round, mainText: '主文', documentDigest: sha256(content), origin };
    expect(() => renderStatement(fields, 'A1\n' as NationalId, 'c')).toThrow(RangeError);
  });
});

describe('the commitment of a record', () => {
  it('is the same by WebCrypto', async () => {
    expect(await commitmentOfRecord(content)).toEqual(new Uint8Array(commitmentOf(content)));
  });
});
