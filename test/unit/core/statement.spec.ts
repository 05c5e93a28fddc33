import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import {
  caseDocument,
  checkCaseText,
  coSignatureHeading,
  isLineText,
  renderApprovalStatement,
  remedyKinds,
  renderKeyStatement,
  renderRemedyStatement,
  renderSignIn,
  renderStatement,
  renderSubmissionStatement,
  type StatementFields,
  statementAroundNationalId,
} from '../../../src/core/statement/index.js';

const caseNumber = '9001' as CaseNumber;
const nationalId = 'A123456789' as NationalId;
const zeros = '00'.repeat(32);
const fields: StatementFields = {
  caseNumber,
  round: 1,
  mainText: '你是否同意：公民投票得以電子方式連署？',
  documentDigest: new Uint8Array(32),
  origin: 'https://connect.example.gov.tw',
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('the co-signature statement', () => {
  it('is these bytes', () => {
    expect(text(renderStatement(fields, nationalId, 'challenge'))).toBe(
      `公民投票案電子連署書
本人依公民投票法第十二條連署下列公民投票案
版本：1
案號：9001
連署階段：1
主文：你是否同意：公民投票得以電子方式連署？
案件文件 sha-256：${zeros}
國民身分證統一編號：A123456789
連署平臺：https://connect.example.gov.tw
查驗碼：challenge
`,
    );
  });

  it('is its two parts with the number between them, byte for byte', () => {
    const number = fc.constantFrom('A123456789', 'F131104093').map((each) => each as NationalId);
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isLineText);
    fc.assert(
      fc.property(number, line, line, fc.constantFrom(1, 2), (nationalId, mainText, challenge, round) => {
        const whole = { ...fields, mainText, round } as const;
        const { beforeNationalId, afterNationalId } = statementAroundNationalId(whole, challenge);
        expect(`${beforeNationalId}${nationalId}${afterNationalId}`).toBe(
          text(renderStatement(whole, nationalId, challenge)),
        );
        expect(beforeNationalId.endsWith('\n國民身分證統一編號：')).toBe(true);
      }),
    );
  });

  it('begins with the sentence of the law', () => {
    expect(coSignatureHeading[1]).toBe('本人依公民投票法第十二條連署下列公民投票案');
  });

  const edits: [string, () => Uint8Array][] = [
    [
      'case number',
      () => renderStatement({ ...fields, caseNumber: '9002' as CaseNumber }, nationalId, 'challenge'),
    ],
    ['round', () => renderStatement({ ...fields, round: 2 }, nationalId, 'challenge')],
    ['main text', () => renderStatement({ ...fields, mainText: '你是否反對' }, nationalId, 'challenge')],
    [
      'document',
      () =>
        renderStatement({ ...fields, documentDigest: new Uint8Array(32).fill(1) }, nationalId, 'challenge'),
    ],
    ['origin', () => renderStatement({ ...fields, origin: 'https://fake.example' }, nationalId, 'challenge')],
    ['national ID', () => renderStatement(fields, 'F131104093' as NationalId, 'challenge')],
    ['challenge', () => renderStatement(fields, nationalId, 'another')],
  ];
  it.each(edits)('differs with another %s', (_field, render) => {
    expect(render()).not.toEqual(renderStatement(fields, nationalId, 'challenge'));
  });

  it.each([
    ['a line break', 'x\n國民身分證統一編號：F131104093'],
    ['a carriage return', 'x\ry'],
    ['a line separator', 'x\u2028y'],
    ['a next line', 'x\u0085y'],
    ['nothing', ''],
    ['a space at the end', 'x '],
    ['a text that is not NFC', 'e\u0301'],
  ])('can’t be rendered with %s in a value', (_what, mainText) => {
    expect(() => renderStatement({ ...fields, mainText }, nationalId, 'challenge')).toThrow(RangeError);
  });
});

describe('other statements', () => {
  it('a sign-in says for whom, and that it is no co-signature', () => {
    expect(text(renderSignIn('staff', fields.origin, 'c'))).toBe(
      '電子連署系統登入聲明\n本人以自然人憑證登入下列平臺，本聲明不是連署\n版本：1\n目的：中央選舉委員會人員登入\n連署平臺：https://connect.example.gov.tw\n查驗碼：c\n',
    );
    expect(renderSignIn('lead', fields.origin, 'c')).not.toEqual(
      renderSignIn('co-signer', fields.origin, 'c'),
    );
  });

  it('a key statement holds origin, mode, the digests and each paragraph of the undertaking', () => {
    const statement = renderKeyStatement({
      caseNumber,
      round: 2,
      origin: fields.origin,
      mode: 'two-key',
      publicKeyDigest: new Uint8Array(32),
      commissionKeyDigest: new Uint8Array(32).fill(17),
      wrappedKeyDigest: new Uint8Array(32).fill(255),
      undertaking: '本人切結一。\r\n\n  本人切結二。\n案號：9002',
    });
    expect(text(statement)).toBe(
      `電子連署金鑰聲明書
本人為提案人之領銜人，聲明下列金鑰為本人所持有，並切結如下
版本：1
案號：9001
連署階段：2
連署平臺：https://connect.example.gov.tw
模式：領銜人不得讀取連署人之任何資料（two-key）
公開金鑰 sha-256：${zeros}
中選會公開金鑰 sha-256：${'11'.repeat(32)}
封裝金鑰 sha-256：${'ff'.repeat(32)}
切結：本人切結一。
切結：本人切結二。
切結：案號：9002
`,
    );
  });

  it('a submission statement fixes origin, count and root', () => {
    const statement = renderSubmissionStatement({
      caseNumber,
      round: 1,
      origin: fields.origin,
      recordCount: 293_228,
      merkleRoot: new Uint8Array(32),
      wrappedKeyDigest: new Uint8Array(32),
    });
    expect(text(statement)).toContain(
      `\n連署平臺：https://connect.example.gov.tw\n連署筆數：293228\n默克爾樹根 sha-256：${zeros}\n`,
    );
  });

  const approval = {
    action: 'start-check',
    caseNumber,
    origin: fields.origin,
    contentDigest: new Uint8Array(32),
    requestId: '0198',
  };

  it('an approval says in words what is approved, and fixes it by digest', () => {
    const content = Buffer.from(
      `{"action":"start-check","case":"9001","merkleRoot":"${'0'.repeat(64)}","records":293228,"round":1,"threshold":289667,"tooFew":false}`,
    );
    expect(text(renderApprovalStatement({ ...approval, content }))).toBe(
      `電子連署作業核可書
本人核可下列作業
版本：2
連署平臺：https://connect.example.gov.tw
作業：開始查對（start-check）
案號：9001
連署階段：1
連署筆數：293228
連署門檻：289667
清查結果：達門檻，開始查對
默克爾樹根 sha-256：${zeros}
核可內容 sha-256：${zeros}
申請編號：0198
`,
    );
  });

  it.each<[string, string, readonly string[]]>([
    ['a roster', '{"rows":12,"round":2}', ['連署階段：2', '送查人數：12']],
    ['an answer', '{"files":[{"name":"a"},{"name":"b"}]}', ['檔案數：2']],
    [
      'a result',
      '{"determination":"supplement-due","threshold":6,"valid":4}',
      ['合格人數：4', '連署門檻：6', '審定：通知補提'],
    ],
    ['a refusal', '{"tooFew":true}', ['清查結果：未達門檻，不予受理']],
    [
      'a purge',
      '{"closedOn":"2026-03-02","dueOn":"2028-03-02","rosterRows":3}',
      ['結案日：2026-03-02', '保存至：2028-03-02', '名冊筆數：3'],
    ],
    [
      'members of another kind',
      '{"records":"3","files":2,"closedOn":"soon","merkleRoot":"00","valid":null,"determination":1}',
      [],
    ],
    [
      'roles',
      '{"name":"王小明","rolesBefore":[],"rolesAfter":["auditor","verifier"]}',
      ['人員名稱：王小明', '原角色：無', '新角色：稽核人員（auditor）、查對人員（verifier）'],
    ],
    ['roles and names that are none', '{"name":3,"rolesBefore":"auditor","rolesAfter":["chief",1]}', []],
    ['a name that breaks a line', '{"name":"a\\nb"}', []],
    ['unknown members', '{"more":1}', []],
    ['no JSON', 'content', []],
    ['no object', '[1]', []],
  ])('an approval of %s', (_what, content, lines) => {
    const statement = text(renderApprovalStatement({ ...approval, content: Buffer.from(content) }));
    expect(statement.split('\n').slice(6, -3)).toEqual(lines);
  });

  it('an approval of an action without a name bears its code', () => {
    const statement = renderApprovalStatement({
      ...approval,
      action: 'test-action',
      content: new Uint8Array(),
    });
    expect(text(statement)).toContain('\n作業：test-action\n');
  });
});

describe('what is signed in a rehearsal', () => {
  const rehearsal = 'R9001' as CaseNumber;
  const digest = new Uint8Array(32);
  const { origin } = fields;
  const round = { round: 1, origin } as const;
  const keys = { publicKeyDigest: digest, commissionKeyDigest: digest, wrappedKeyDigest: digest };
  const totals = { recordCount: 1, merkleRoot: digest, wrappedKeyDigest: digest };
  const approved = { action: 'purge', origin, content: digest, contentDigest: digest, requestId: 'x' };
  const statements: readonly [string, (caseNumber: CaseNumber) => Uint8Array][] = [
    ['co-signature', (number) => renderStatement({ ...fields, caseNumber: number }, nationalId, 'c')],
    [
      'key statement',
      (number) =>
        renderKeyStatement({ ...round, ...keys, caseNumber: number, mode: 'two-key', undertaking: '切結' }),
    ],
    ['submission', (number) => renderSubmissionStatement({ ...round, ...totals, caseNumber: number })],
    ['approval', (number) => renderApprovalStatement({ ...approved, caseNumber: number })],
    ...remedyKinds.map((kind): [string, (caseNumber: CaseNumber) => Uint8Array] => [
      kind,
      (number) =>
        renderRemedyStatement({
          kind,
          caseNumber: number,
          commitment: undefined,
          account: '說明',
          origin,
          challenge: 'c',
        }),
    ]),
  ];

  it.each(statements)('a %s says in both heading lines that it has no legal effect', (_name, render) => {
    const [title, declaration] = text(render(rehearsal)).split('\n');
    const real = text(render(caseNumber)).split('\n');
    expect(title).toContain('（演練，不具法律效力）');
    expect(declaration).toContain('不具任何法律效力');
    expect(real.join('\n')).not.toContain('演練');
    expect([title, declaration]).not.toEqual(real.slice(0, 2));
  });

  it('differs from the real case’s in nothing but the heading and the number', () => {
    for (const [, render] of statements) {
      const lines = (number: CaseNumber): string[] => text(render(number)).split('\n').slice(2);
      expect(lines(rehearsal).map((line) => line.replace('：R9001', '：9001'))).toEqual(lines(caseNumber));
    }
  });

  it('a co-signature does not rest on the article of the law', () => {
    expect(text(statements[0]![1](rehearsal))).not.toContain('依公民投票法');
  });
});

describe('checkCaseText', () => {
  const reason = '第一段。\n\n　　第二段。';

  it('brings texts into their one form', () => {
    expect(
      checkCaseText({ mainText: ' cafe\u0301？\n', reason: '\r\n第一段。  \r\n\r　　第二段。\n' }),
    ).toEqual({
      ok: true,
      value: { mainText: 'café？', reason },
    });
  });

  it('counts characters, not code units', () => {
    expect(checkCaseText({ mainText: '𠮷'.repeat(100), reason: '𠮷'.repeat(2000) }).ok).toBe(true);
  });

  it.each<[string, string, string, string]>([
    ['an empty main text', ' ', reason, 'case-main-text-length'],
    ['101 characters', '字'.repeat(101), reason, 'case-main-text-length'],
    ['a main text without end', '字'.repeat(16_001), reason, 'case-main-text-length'],
    ['a line break', '主文\n案號：1', reason, 'case-main-text-character'],
    ['a tab', '主\t文', reason, 'case-main-text-character'],
    ['a right-to-left override', '主\u202e文', reason, 'case-main-text-character'],
    ['a lone surrogate', '主\ud800文', reason, 'case-main-text-character'],
    ['a paragraph separator', '主\u2029文', reason, 'case-main-text-character'],
    ['an empty reason', '主文', '\n', 'case-reason-length'],
    ['2,001 characters', '主文', '字'.repeat(2001), 'case-reason-length'],
    ['a reason without end', '主文', '\n'.repeat(16_001), 'case-reason-length'],
    ['a bell in the reason', '主文', '理\u0007由', 'case-reason-character'],
  ])('refuses %s', (_what, mainText, reasonText, code) => {
    expect(checkCaseText({ mainText, reason: reasonText })).toMatchObject({ failure: { code } });
  });
});

describe('the case document', () => {
  it('is these bytes, and the digest is theirs', () => {
    const document = caseDocument('主文', '第一段。\n第二段。');
    expect(text(document)).toBe(
      '公民投票案主文及理由書\n版本：1\n主文：主文\n理由書：\n第一段。\n第二段。\n',
    );
  });
});

describe('docs/protocol.md', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/protocol.md'), 'utf8');
  const digest = new Uint8Array(32);
  const { origin } = fields;
  const keys = { publicKeyDigest: digest, commissionKeyDigest: digest, wrappedKeyDigest: digest };
  const round = { caseNumber, round: 1, origin } as const;
  const approval = { action: 'purge', caseNumber, origin, content: digest, contentDigest: digest };
  const statements: readonly [string, Uint8Array][] = [
    ['co-signature', renderStatement(fields, nationalId, 'c')],
    ['sign-in', renderSignIn('staff', origin, 'c')],
    ['key statement', renderKeyStatement({ ...round, ...keys, mode: 'two-key', undertaking: '切結' })],
    [
      'submission',
      renderSubmissionStatement({ ...round, recordCount: 1, merkleRoot: digest, wrappedKeyDigest: digest }),
    ],
    ['approval', renderApprovalStatement({ ...approval, requestId: 'x' })],
  ];

  it.each(statements)('shows both heading lines of the %s as they are signed', (_name, statement) => {
    const shown = page.split(/[\n`]/);
    expect(shown).toEqual(expect.arrayContaining(text(statement).split('\n').slice(0, 2)));
  });

  it('shows the heading of a co-signature in a rehearsal as it is signed', () => {
    const statement = renderStatement({ ...fields, caseNumber: 'R1' as CaseNumber }, nationalId, 'c');
    for (const line of text(statement).split('\n').slice(0, 2)) expect(page).toContain(line);
  });
});
