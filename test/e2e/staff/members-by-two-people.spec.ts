import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditLog } from '../../../src/audit/index.js';
import { base64, type MockCard, signatureJson, signInStaff } from '../../../src/devkit/index.js';
import {
  MEMBER_STORE,
  type MemberStore,
  type StaffMember,
  type StaffRole,
} from '../../../src/staff/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { TestInstallation } from '../../support/application/installation.js';

interface SignedIn {
  readonly card: MockCard;
  readonly member: StaffMember;
  readonly token: string;
}
interface Answer {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly statement: string;
    readonly state?: string;
    readonly code?: string;
  };
}

let installation: TestInstallation;
let application: TestApplication;
let registrar: SignedIn;
let first: SignedIn;
let second: SignedIn;
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  registrar = await signedIn('registrar', 'approver');
  first = await signedIn('approver', 'verifier');
  second = await signedIn('approver');
});
afterAll(() => installation.remove());

let cards = 0;
const newCard = () => installation.card(`member ${(cards += 1)}`);
const tokenOf = async (card: MockCard) => (await signInStaff(application.api, card)).token ?? '';
async function signedIn(...roles: readonly StaffRole[]): Promise<SignedIn> {
  const card = newCard();
  return { card, member: await application.member(card, ...roles), token: await tokenOf(card) };
}

async function post(path: string, token: string, body: object = {}): Promise<Answer> {
  const answer = await application.request
    .post(`/api/v1/staff/${path}`)
    .set('authorization', `Bearer ${token}`)
    .send(body);
  return { status: answer.status, body: answer.body as Answer['body'] };
}
const get = (path: string, token: string) =>
  application.request.get(`/api/v1/staff/${path}`).set('authorization', `Bearer ${token}`);
const adding = (card: MockCard, ...roles: readonly StaffRole[]) =>
  post('members', registrar.token, { name: '王小明', certificate: base64(card.signingCertificate), roles });
const rolesOf = ({ member }: SignedIn, ...roles: readonly StaffRole[]) =>
  post(`members/${member.id}/roles`, registrar.token, { roles });
const removalOf = ({ member }: SignedIn) => post(`members/${member.id}/removal`, registrar.token);
async function signs({ body: { id, statement } }: Answer, by: SignedIn): Promise<Answer> {
  const signature = signatureJson(await by.card.sign(Buffer.from(statement), 'cms-attached'));
  return post(`requests/${id}/approval`, by.token, { signature });
}
const members = () => application.get<MemberStore>(MEMBER_STORE).list();
const found = async (id: string) => (await members()).find((each) => each.id === id);
const events = async (after: number) =>
  (await application.get<AuditLog>(AUDIT_LOG).page(0, 1000))
    .slice(after)
    .filter(({ action }) => /^staff-member/.test(action));

describe('members by two people', () => {
  it('somebody is added once another signs what they read: who, which certificate, which roles', async () => {
    const card = newCard();
    const asked = await adding(card, 'auditor', 'approver');
    expect([asked.status, asked.body]).toMatchObject([201, { action: 'add-member', state: 'pending' }]);
    expect(asked.body).not.toHaveProperty('case');
    const [, id = ''] = /人員編號：(.*)/.exec(asked.body.statement) ?? [];
    const digest = /人員憑證 sha-256：([0-9a-f]{64})/.exec(asked.body.statement)?.[1];
    expect(asked.body.statement).toContain(
      [
        '作業：新增人員（add-member）',
        `人員編號：${id}`,
        '人員名稱：王小明',
        `人員憑證 sha-256：${String(digest)}`,
        '原角色：無',
        '新角色：核可人員（approver）、稽核人員（auditor）',
        '核可內容 sha-256：',
      ].join('\n'),
    );
    expect(await found(id)).toBeUndefined();
    await expect(signInStaff(application.api, card)).rejects.toMatchObject({ status: 401 });
    expect(await signs(asked, first)).toMatchObject({ status: 200, body: { state: 'executed' } });
    expect(await found(id)).toMatchObject({ roles: ['approver', 'auditor'], active: true });
    const listed = (await get('members', second.token)).body as { members: object[] };
    expect(listed.members).toContainEqual({
      ...{ id, name: '王小明', roles: ['approver', 'auditor'], active: true },
      certificateDigest: digest,
    });
    expect((await get('audit', await tokenOf(card))).status).toBe(200);
    expect((await events(0)).at(-1)).toMatchObject({
      ...{ actor: `staff:${first.member.id}`, action: 'staff-member-added', case: null },
      details: { member: id, roles: ['approver', 'auditor'], certificate: digest, request: asked.body.id },
    });
  });

  it('roles are changed, in open sessions at once', async () => {
    const other = await signedIn('verifier');
    const asked = await rolesOf(other, 'auditor');
    expect(asked.body.statement).toContain('\n原角色：查對人員（verifier）\n新角色：稽核人員（auditor）\n');
    expect((await get('audit', other.token)).status).toBe(403);
    expect(await signs(asked, first)).toMatchObject({ status: 200 });
    expect((await get('audit', other.token)).status).toBe(200);
    expect((await events(0)).at(-1)).toMatchObject({
      ...{ actor: `staff:${first.member.id}`, action: 'staff-member-roles-changed' },
      details: { member: other.member.id, roles: ['auditor'], request: asked.body.id },
    });
  });

  it('somebody is removed, and their sessions end at once', async () => {
    const other = await signedIn('auditor');
    const asked = await removalOf(other);
    expect(asked.body.statement).toContain('\n作業：停用人員（remove-member）\n');
    expect(asked.body.statement).toContain('\n原角色：稽核人員（auditor）\n新角色：無\n');
    expect((await get('audit', other.token)).status).toBe(200);
    expect(await signs(asked, first)).toMatchObject({ status: 200 });
    expect((await get('audit', other.token)).status).toBe(401);
    const ended = await application.databases.owner.query<{ ended: boolean }[]>(
      'SELECT ended FROM session WHERE member_id = $1',
      [other.member.id],
    );
    expect(ended).toEqual([{ ended: true }]);
  });
});

describe('nobody', () => {
  it('approves what they asked for', async () => {
    const asked = await adding(newCard(), 'auditor');
    expect(await signs(asked, registrar)).toMatchObject({
      status: 403,
      body: { code: 'approval-by-requester' },
    });
  });

  it('gives themselves a role', async () => {
    const asked = await rolesOf(second, 'approver', 'registrar');
    expect(await signs(asked, second)).toMatchObject({ status: 403, body: { code: 'approval-of-own-role' } });
    expect(await found(second.member.id)).toMatchObject({ roles: ['approver'] });
    expect(await signs(asked, first)).toMatchObject({ status: 200 });
  });

  it('gives another card of theirs a role', async () => {
    const [held, further] = [installation.card('two cards'), installation.card('two cards', { edition: 1 })];
    const member = await application.member(held, 'approver');
    const by = { card: held, member, token: await tokenOf(held) };
    const asked = await adding(further, 'registrar');
    expect(asked.status).toBe(201);
    expect(await signs(asked, by)).toMatchObject({ status: 403, body: { code: 'approval-of-own-role' } });
  });

  it('without the role asks, nor signs', async () => {
    const verifier = await signedIn('verifier', 'auditor');
    for (const path of [
      'members',
      `members/${second.member.id}/roles`,
      `members/${second.member.id}/removal`,
    ])
      expect(await post(path, verifier.token)).toMatchObject({
        status: 403,
        body: { code: 'role-required' },
      });
    const asked = await removalOf(verifier);
    expect(await signs(asked, verifier)).toMatchObject({ status: 403, body: { code: 'role-required' } });
  });
});

describe('what was approved and is no more so', () => {
  it('is not done', async () => {
    const other = await signedIn('verifier');
    const [roles, removal] = [await rolesOf(other, 'auditor'), await removalOf(other)];
    expect(await signs(roles, first)).toMatchObject({ status: 200 });
    expect(await signs(removal, first)).toMatchObject({ status: 409, body: { code: 'approval-outdated' } });
    expect(await found(other.member.id)).toMatchObject({ active: true, roles: ['auditor'] });
  });

  it('is done once of two at the same time', async () => {
    const other = await signedIn('verifier');
    const asked = [await removalOf(other), await removalOf(other)];
    const before = (await events(0)).length;
    const answers = await Promise.all(asked.map((each, index) => signs(each, index === 0 ? first : second)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await events(0)).length).toBe(before + 1);
  });

  it('is not done by an approver who lost the role since', async () => {
    const third = await signedIn('approver');
    const other = await signedIn('verifier');
    const [removal, loss] = [await removalOf(other), await rolesOf(third, 'auditor')];
    expect(await signs(loss, first)).toMatchObject({ status: 200 });
    expect(await signs(removal, third)).toMatchObject({ status: 403, body: { code: 'role-required' } });
  });
});
