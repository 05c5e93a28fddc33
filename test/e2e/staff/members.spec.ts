import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditEvent, type AuditLog } from '../../../src/audit/index.js';
import type { OpenStaff } from '../../../src/cli/staff.js';
import { signInStaff } from '../../../src/devkit/index.js';
import {
  MEMBER_STORE,
  type MemberStore,
  type StaffMember,
  type StaffRole,
} from '../../../src/staff/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { TestInstallation } from '../../support/application/installation.js';
import { runCli } from '../../support/cli/run-cli.js';
import { Spawned } from '../../support/cli/spawned.js';

let installation: TestInstallation;
let application: TestApplication;
let members: MemberStore;
let closed = 0;
const folder = mkdtempSync(join(tmpdir(), 'lianshu-staff-'));
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  members = application.get<MemberStore>(MEMBER_STORE);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await installation.remove();
});

const staff: OpenStaff = () =>
  Promise.resolve({ members, clock: installation.clock, close: () => Promise.resolve(void (closed += 1)) });
const run = (...words: string[]) => runCli(['staff', ...words], { staff });
const nobody = '00000000-0000-4000-8000-000000000000';
const events = () => application.get<AuditLog>(AUDIT_LOG).page(0, 1000);
const json = ({ id, name, roles, active }: StaffMember, change: Partial<StaffMember> = {}) => ({
  ...{ member: id, name, roles, active },
  ...change,
});

let holders = 100;
async function signedIn(...roles: readonly StaffRole[]) {
  const card = installation.card(`holder ${(holders += 1)}`);
  const member = await application.member(card, ...roles);
  const token = (await signInStaff(application.api, card)).token ?? '';
  const status = async (path: string) =>
    (await application.request.get(`/api/v1/staff/${path}`).set('authorization', `Bearer ${token}`)).status;
  return { card, member, status };
}

describe('lianshu staff list', () => {
  it('says so where nobody is registered', async () => {
    expect(await run('list')).toMatchObject({ code: 0, out: expect.stringContaining('lianshu staff add') });
    expect((await run('list', '--json')).out).toBe('{"members":[]}');
  });

  it('shows each on a line, active or not, and nothing of their certificates', async () => {
    const on = await application.member(installation.card('holder 1'), 'auditor', 'approver');
    const off = await application.member(installation.card('holder 2'), 'registrar');
    await run('deactivate', off.id);
    const { out, error, code } = await run('list');
    expect([error, code]).toEqual(['', 0]);
    expect(out.split('\n').sort()).toEqual(
      [`${on.id}  active    approver, auditor  測試`, `${off.id}  inactive  registrar          測試`].sort(),
    );
    expect((await run('list', '--lang', 'zh-TW')).out).toContain(`${off.id}  停用  registrar          測試`);
    const listed = JSON.parse((await run('list', '--json')).out) as { members: object[] };
    expect(listed.members).toHaveLength(2);
    expect(listed.members).toEqual(expect.arrayContaining([json(on), json(off, { active: false })]));
  });

  it('obeys no name', async () => {
    const file = join(folder, 'named.der');
    writeFileSync(file, installation.card('holder 3').signingCertificate);
    const name = 'a\u001b[31m\nb';
    const added = await run('add', '--certificate', file, '--roles', 'auditor', '--name', name);
    expect(added).toMatchObject({ code: 1, out: '', error: expect.stringContaining('[member-name-unfit]') });
    // An earlier version took such names.
    await application.databases.owner.query(
      `INSERT INTO staff_member VALUES (gen_random_uuid(), $1, sha256('named'), '{auditor}', true)`,
      [name],
    );
    expect((await run('list')).out).toContain('a\ufffd[31m\ufffdb');
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject({
      members: expect.arrayContaining([expect.objectContaining({ name })]),
    });
  });
});

describe('lianshu staff deactivate', () => {
  it('ends open sessions at once, and lets nobody sign in again', async () => {
    const { card, member, status } = await signedIn('auditor');
    const other = await signedIn('auditor');
    expect(await status('audit')).toBe(200);
    const ran = await run('deactivate', member.id);
    expect(ran).toMatchObject({ code: 0, error: '' });
    expect(ran.out).toContain(`cannot sign in; open sessions have ended (member ${member.id})`);
    expect([await status('audit'), await other.status('audit')]).toEqual([401, 200]);
    await expect(signInStaff(application.api, card)).rejects.toMatchObject({ status: 401 });
  });

  it('does it once, however the identifier is spelt, and leaves one event', async () => {
    const { member } = await signedIn('verifier');
    const before = (await events()).length;
    const { out, code } = await run('deactivate', member.id.toUpperCase(), '--json');
    expect([JSON.parse(out), code]).toEqual([json(member, { active: false }), 0]);
    const again = await run('deactivate', member.id, '--json');
    expect([JSON.parse(again.out), again.code]).toEqual([{ failure: 'member-inactive' }, 1]);
    expect((await events()).slice(before)).toMatchObject([
      { actor: 'system', action: 'staff-member-deactivated', case: null, details: { member: member.id } },
    ]);
  });
});

describe('lianshu staff roles', () => {
  it('changes what open sessions may do at once', async () => {
    const { member, status } = await signedIn('registrar');
    expect(await status('audit')).toBe(403);
    const before = (await events()).length;
    const ran = await run('roles', member.id, '--roles', 'verifier, auditor,verifier');
    expect(ran).toMatchObject({ code: 0, error: '' });
    expect(ran.out).toContain('are now auditor, verifier, effective at once');
    expect(await status('audit')).toBe(200);
    expect((await events()).slice(before)).toMatchObject([
      {
        ...{ actor: 'system', action: 'staff-member-roles-changed', case: null },
        details: { member: member.id, roles: ['auditor', 'verifier'] },
      },
    ]);
    const { out } = await run('roles', member.id, '--roles', 'registrar', '--json');
    expect(JSON.parse(out)).toEqual(json(member, { roles: ['registrar'] }));
    expect(await status('audit')).toBe(403);
  });

  it('does not bring back whoever was taken off', async () => {
    const { member, status } = await signedIn('auditor');
    await run('deactivate', member.id);
    const ran = await run('roles', member.id, '--roles', 'auditor,verifier');
    expect(ran).toMatchObject({ code: 1, error: expect.stringContaining('[member-inactive]') });
    expect(await status('audit')).toBe(401);
  });
});

describe('what can’t be done', () => {
  const refusals: readonly [name: string, words: readonly string[], failure: object][] = [
    ['taking nobody off', ['deactivate', nobody], { failure: 'member-unknown' }],
    ['nobody’s roles', ['roles', nobody, '--roles', 'auditor'], { failure: 'member-unknown' }],
    [
      'an unknown role',
      ['roles', nobody, '--roles', 'auditor,root'],
      { failure: 'member-role-unknown', values: { role: 'root' } },
    ],
    [
      'an empty role',
      ['roles', nobody, '--roles', ''],
      { failure: 'member-role-unknown', values: { role: '' } },
    ],
  ];

  it.each(refusals)(
    '%s: 1, and a sentence with its code in either language',
    async (_name, words, failure) => {
      const before = [await members.list(), await events()];
      const { failure: code } = failure as { failure: string };
      const english = await run(...words);
      expect(english).toMatchObject({
        code: 1,
        out: '',
        error: expect.stringMatching(`^[ -~]+ \\[${code}\\]$`),
      });
      const chinese = await run(...words, '--lang', 'zh-TW');
      expect(chinese).toMatchObject({ code: 1, out: '', error: expect.stringMatching(`。 \\[${code}\\]$`) });
      const asJson = await run(...words, '--json');
      expect([asJson.code, asJson.error, JSON.parse(asJson.out)]).toEqual([1, '', failure]);
      expect([await members.list(), await events()]).toEqual(before);
    },
  );

  const wrong: readonly [name: string, words: readonly string[]][] = [
    ['no member', ['deactivate']],
    ['an identifier that is none', ['deactivate', '1']],
    ['an identifier with more', ['deactivate', `${nobody}0`]],
    ['an identifier with a line break', ['deactivate', `${nobody}\n`]],
    ['SQL', ['roles', `' OR true --`, '--roles', 'auditor']],
    ['no roles', ['roles', nobody]],
    ['two members', ['deactivate', nobody, nobody]],
    ['a member to list', ['list', nobody]],
  ];
  it.each(wrong)('%s: 2, before the database is opened', async (_name, words) => {
    const before = closed;
    const english = await run(...words);
    expect(english).toMatchObject({ code: 2, out: '', error: expect.stringContaining('lianshu staff ') });
    const chinese = await run(...words, '--lang', 'zh-TW');
    expect(chinese).toMatchObject({ code: 2, error: expect.stringMatching(/。\n用法請見：lianshu staff/) });
    expect(closed).toBe(before);
  });

  it('closes what it opened, whatever became of it', async () => {
    const before = closed;
    await run('list');
    await run('deactivate', nobody);
    const broken = { list: () => Promise.reject(new Error('a bug')) } as unknown as MemberStore;
    const open: OpenStaff = async () => ({ ...(await staff()), members: broken });
    const ran = await runCli(['staff', 'list'], { staff: open });
    expect([ran.code, closed]).toEqual([1, before + 3]);
  });
});

describe('lianshu in a process of its own', () => {
  it('lists and changes with the check’s login alone', async () => {
    const { member, status } = await signedIn('auditor');
    const environment = { DATABASE_URL: application.database.url, LIANSHU_HOME: folder };
    const lianshu = (...words: string[]) => Spawned.lianshu(['staff', ...words], folder, environment).ended;
    const roles = await lianshu('roles', member.id, '--roles', 'registrar', '--json');
    expect({ ...roles, out: JSON.parse(roles.out) as object }).toEqual({
      ...{ code: 0, error: '' },
      out: json(member, { roles: ['registrar'] }),
    });
    expect(await status('audit')).toBe(403);
    expect(await lianshu('deactivate', member.id, '--json')).toMatchObject({ code: 0 });
    expect(await status('audit')).toBe(401);
    const { out } = await lianshu('list', '--json');
    expect(JSON.parse(out)).toMatchObject({
      members: expect.arrayContaining([json(member, { roles: ['registrar'], active: false })]),
    });
  });
});

describe('once two people can do it', () => {
  it('the operator is told how to go on, and in an emergency everybody sees what was done', async () => {
    await signedIn('registrar');
    const [lost] = [await signedIn('approver'), await signedIn('approver')];
    const file = join(folder, 'new.der');
    writeFileSync(file, installation.card('with a new card').signingCertificate);
    const add = ['add', '--certificate', file, '--roles', 'approver', '--name', '新卡'];
    const before = await members.list();
    for (const words of [
      add,
      ['deactivate', lost.member.id],
      ['roles', lost.member.id, '--roles', 'auditor'],
    ]) {
      const english = await run(...words);
      expect(english).toMatchObject({
        code: 1,
        out: '',
        error: expect.stringContaining('[members-by-two-people]'),
      });
      expect(english.error).toContain('POST /api/v1/staff/members');
      const chinese = await run(...words, '--lang', 'zh-TW');
      expect(chinese.error).toMatch(/緊急|--emergency/);
    }
    expect(await members.list()).toEqual(before);
    const shown = async () =>
      (await application.request.get('/api/v1/emergencies')).body as { events: AuditEvent[] };
    expect(await shown()).toEqual({ events: [] });
    const added = await run(...add, '--emergency', '中選務字第1150000001號', '--json');
    const { member } = JSON.parse(added.out) as { member: string };
    expect(await run('deactivate', lost.member.id, '--emergency', 'X-2')).toMatchObject({ code: 0 });
    expect(await lost.status('requests')).toBe(401);
    const { events: seen } = await shown();
    expect(seen).toMatchObject([
      {
        actor: 'system',
        details: { change: 'staff-member-deactivated', member: lost.member.id, document: 'X-2' },
      },
      { details: { change: 'staff-member-added', member, document: '中選務字第1150000001號' } },
    ]);
    expect((await events()).filter(({ action }) => action === 'staff-emergency').reverse()).toEqual(seen);
    expect(JSON.stringify(seen)).not.toContain('新卡');
  });
});
