import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../../../src/core/canonical-json.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { sha256, sha256Hex } from '../../../../src/core/sha256.js';
import { renderApprovalStatement } from '../../../../src/core/statement/index.js';
import type { ApprovalDetail } from '../../../../src/web/desk/desk-api';
import { shownApproval } from '../../../../src/web/desk/shown-approval';

const origin = 'https://lianshu.test.invalid';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A request as an honest server answers it. */
function requestFor(text: string): ApprovalDetail {
  const content = Buffer.from(text);
  const requestId = '019cac0f-2680-71f2-9c0e-a1803f720ca9';
  const statement = renderApprovalStatement({
    action: 'stop-case',
    caseNumber: '9001' as CaseNumber,
    origin,
    content,
    contentDigest: sha256(content),
    requestId,
  });
  return {
    id: requestId,
    action: 'stop-case',
    case: '9001',
    content: content.toString('base64'),
    subjectDigest: sha256Hex(content),
    statement: Buffer.from(statement).toString(),
    state: 'pending',
    requestedBy: '0b9e6a1e-6c1b-4a55-9b0a-1d1a6d1f6f11',
    requestedAt: '2026-03-02T01:00:00.000Z',
    expiresAt: '2026-03-05T01:00:00.000Z',
  };
}

const members = { action: 'stop-case', case: '9001', state: 'collecting' };
const honest = requestFor(canonicalJson(members));

describe('what is approved, as the page works it out', () => {
  it('has every member, the digest of just these, and the statement to sign', async () => {
    const shown = await shownApproval(honest, origin);
    expect(shown.ok && Object.fromEntries(shown.value.members)).toEqual(members);
    expect(shown.ok && shown.value.digest).toBe(honest.subjectDigest);
    expect(shown.ok && Buffer.from(shown.value.statement).toString()).toBe(honest.statement);
  });

  it.each<[string, ApprovalDetail, string]>([
    [
      'another member',
      { ...honest, content: base64(canonicalJson({ ...members, state: 'submitted' })) },
      'content',
    ],
    ['a member more', { ...honest, content: base64(canonicalJson({ ...members, more: 1 })) }, 'content'],
    ['another digest', { ...honest, subjectDigest: '0'.repeat(64) }, 'content'],
    ['content that is no JSON', requestFor('stop it'), 'content'],
    [
      'content that is not canonical, though its digest is right',
      requestFor(JSON.stringify(members, undefined, 1)),
      'content',
    ],
    ['a member twice', requestFor('{"action":"stop-case","case":"9001","case":"9001"}'), 'content'],
    ['content about another action', requestFor(canonicalJson({ ...members, action: 'purge' })), 'content'],
    ['content about another case', requestFor(canonicalJson({ ...members, case: '9002' })), 'content'],
    [
      'the digest of other octets',
      requestFor(
        canonicalJson({
          ...members,
          wrappedKey: base64('key'),
          wrappedKeySha256: sha256Hex(Buffer.from('other')),
        }),
      ),
      'content',
    ],
    [
      'octets without their digest',
      requestFor(canonicalJson({ ...members, statement: base64('statement') })),
      'content',
    ],
    ['the action of another request', { ...honest, action: 'purge' }, 'content'],
    ['another case', { ...honest, case: '9002' }, 'content'],
    ['another identifier', { ...honest, id: '019cac0f-2680-71f2-9c0e-a1803f720caa' }, 'statement'],
    ['another statement', { ...honest, statement: honest.statement.replace('停止', '恢復') }, 'statement'],
    ['a line more', { ...honest, statement: `${honest.statement}理由：無\n` }, 'statement'],
  ])('%s: nothing can be signed', async (_name, request, what) => {
    expect(await shownApproval(request, origin)).toEqual({
      ok: false,
      failure: expect.objectContaining({ code: `approval-${what}-differs` }),
    });
  });

  it('of another site: nothing can be signed', async () => {
    expect(await shownApproval(honest, 'https://lianshu.example.invalid')).toMatchObject({
      failure: { code: 'approval-statement-differs' },
    });
  });
});
