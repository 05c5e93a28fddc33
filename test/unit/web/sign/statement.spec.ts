import { describe, expect, it } from '@jest/globals';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { sha256Hex } from '../../../../src/core/sha256.js';
import {
  caseDocument,
  renderStatement,
  type StatementFields,
  statementAroundNationalId,
} from '../../../../src/core/statement/index.js';
import type { NationalId } from '../../../../src/core/national-id.js';
import { statementToSign } from '../../../../src/web/pages/sign/statement';
import { statementLines } from '../../../../src/web/parts/statement-lines';

const here = 'https://lianshu.test.invalid';
const nationalId = 'A123456789' as NationalId;
const texts = { mainText: '你是否同意圖書館於例假日延長開放至晚間九時？', reason: '讓上班的人也能使用。' };
const document = caseDocument(texts.mainText, texts.reason);
const referendum = { ...texts, number: '9001', documentDigest: sha256Hex(document), origin: here };
const fields: StatementFields = {
  caseNumber: '9001' as CaseNumber,
  round: 1,
  mainText: texts.mainText,
  documentDigest: Buffer.from(referendum.documentDigest, 'hex'),
  origin: here,
};
const challenge = { challenge: 'abc_-123', statement: statementAroundNationalId(fields, 'abc_-123') };

describe('the statement that a page lets the card sign', () => {
  it('is byte for byte what the server will render', async () => {
    const content = await statementToSign(referendum, { round: 1 }, challenge, nationalId, here);
    expect(content).toEqual({ ok: true, value: renderStatement(fields, nationalId, 'abc_-123') });
  });

  const { beforeNationalId, afterNationalId } = challenge.statement;
  const withStatement = (statement: typeof challenge.statement) => ({ ...challenge, statement });
  it.each([
    [
      'another case number before the number',
      withStatement({ beforeNationalId: beforeNationalId.replace('9001', '9002'), afterNationalId }),
    ],
    [
      'another main text',
      withStatement({ beforeNationalId: beforeNationalId.replace('九時', '十時'), afterNationalId }),
    ],
    [
      'a line more after the number',
      withStatement({ beforeNationalId, afterNationalId: `${afterNationalId}附註：無\n` }),
    ],
    [
      'another origin in the text',
      withStatement({
        beforeNationalId,
        afterNationalId: afterNationalId.replace(here, 'https://other.invalid'),
      }),
    ],
    ['another challenge in the text than beside it', { ...challenge, challenge: 'zzz' }],
    ['a challenge that forges a line', { ...challenge, challenge: 'abc\n案號：9002' }],
  ])('is refused with %s', async (_edit, answered) => {
    const content = await statementToSign(referendum, { round: 1 }, answered, nationalId, here);
    expect(content).toMatchObject({ ok: false, failure: { code: 'statement-differs' } });
  });

  it.each([
    ['a main text that is not the document’s', { mainText: '你是否同意別的？' }],
    ['a reason that is not the document’s', { reason: '別的理由。' }],
    ['another digest', { documentDigest: '0'.repeat(64) }],
    ['another number', { number: '9002' }],
  ])('is refused where the case has %s', async (_edit, edit) => {
    const content = await statementToSign(
      { ...referendum, ...edit },
      { round: 1 },
      challenge,
      nationalId,
      here,
    );
    expect(content).toMatchObject({ ok: false, failure: { code: 'statement-differs' } });
  });

  it('is refused for another round, and at another address than the case’s platform', async () => {
    expect(await statementToSign(referendum, { round: 2 }, challenge, nationalId, here)).toMatchObject({
      failure: { code: 'statement-differs' },
    });
    const other = 'https://1ianshu.test.invalid';
    expect(await statementToSign(referendum, { round: 1 }, challenge, nationalId, other)).toEqual({
      ok: false,
      failure: { code: 'origin', values: { here: other, there: here } },
    });
  });

  it('is shown whole: its lines make the text again', () => {
    const content = renderStatement(fields, nationalId, 'abc_-123');
    const lines = statementLines(content);
    expect(lines.slice(0, 3)).toEqual([
      { name: '', value: '公民投票案電子連署書' },
      { name: '', value: '本人依公民投票法第十二條連署下列公民投票案' },
      { name: '版本：', value: '1' },
    ]);
    const text = lines.map(({ name, value }) => `${name}${value}\n`).join('');
    expect(text).toBe(new TextDecoder().decode(content));
  });
});
