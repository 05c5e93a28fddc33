import { describe, expect, it } from '@jest/globals';
import {
  changeMemberRoles,
  deactivateMember,
  type MemberErrorCode,
  type Operator,
  type StaffMember,
} from '../../../src/staff/index.js';
import { MemoryMembers, memberWith } from '../../support/staff/memory-members.js';

const at = new Date('2026-03-02T01:00:00Z');
const clock = { now: () => at };
const nobody = '00000000-0000-4000-8000-000000000000';
const [auditor, registrar, approver, second] = [
  memberWith('auditor'),
  memberWith('registrar'),
  memberWith('approver'),
  memberWith('approver', 'verifier'),
];
const removed = { ...memberWith('approver'), active: false };
const few = [auditor, registrar, approver, removed];
const enough = [...few, second];

const operator = (members: MemoryMembers, emergency?: string): Operator =>
  emergency === undefined ? { members, clock } : { members, clock, emergency };

describe('the operator, before there are enough members', () => {
  it('deactivates one, and logs which', async () => {
    const members = new MemoryMembers(few);
    const value = { ...auditor, active: false };
    expect(await deactivateMember(operator(members), auditor.id)).toEqual({ ok: true, value });
    const details = { member: auditor.id };
    expect(members.entries).toEqual([{ at, actor: 'system', action: 'staff-member-deactivated', details }]);
  });

  it('replaces the roles, each once and in order', async () => {
    const members = new MemoryMembers(few);
    const roles = ['approver', 'verifier'];
    const changed = await changeMemberRoles(operator(members), auditor.id, ['verifier', ...roles]);
    expect(changed).toEqual({ ok: true, value: { ...auditor, roles } });
    const details = { member: auditor.id, roles };
    expect(members.entries).toEqual([{ at, actor: 'system', action: 'staff-member-roles-changed', details }]);
  });

  type Change = (by: Operator) => ReturnType<typeof deactivateMember>;
  it.each<[string, MemberErrorCode, Change]>([
    ['nobody', 'member-unknown', (by) => deactivateMember(by, nobody)],
    ['nobody’s roles', 'member-unknown', (by) => changeMemberRoles(by, nobody, ['auditor'])],
    ['somebody twice', 'member-inactive', (by) => deactivateMember(by, removed.id)],
    [
      'the roles of whoever was removed',
      'member-inactive',
      (by) => changeMemberRoles(by, removed.id, ['auditor']),
    ],
    ['nothing', 'member-unchanged', (by) => changeMemberRoles(by, auditor.id, ['auditor'])],
    ['to no role', 'member-without-role', (by) => changeMemberRoles(by, auditor.id, [])],
    ['to an empty role', 'member-role-unknown', (by) => changeMemberRoles(by, auditor.id, [''])],
    [
      'to an unknown role',
      'member-role-unknown',
      (by) => changeMemberRoles(by, auditor.id, ['auditor', 'root']),
    ],
    ['to a role in capitals', 'member-role-unknown', (by) => changeMemberRoles(by, auditor.id, ['Auditor'])],
  ])('does not change %s', async (_what, code, change) => {
    const members = new MemoryMembers(few);
    expect(await change(operator(members))).toMatchObject({ ok: false, failure: { code } });
    expect([members.all, members.entries]).toEqual([few, []]);
  });
});

describe('the operator, once two people can do it', () => {
  it.each<[string, StaffMember[], boolean]>([
    ['a registrar and two approvers', [registrar, approver, second], true],
    ['two approvers, of whom one asks', [{ ...approver, roles: ['approver', 'registrar'] }, second], true],
    ['no registrar', [approver, second], false],
    ['one approver', [registrar, approver], false],
    ['a second approver who was removed', [registrar, approver, removed], false],
    ['a second approver who lost the role', [registrar, approver, { ...second, roles: ['verifier'] }], false],
  ])('with %s', async (_who, all, refused) => {
    const members = new MemoryMembers([...all, auditor]);
    const changed = await deactivateMember(operator(members), auditor.id);
    expect(changed.ok ? undefined : changed.failure.code).toBe(refused ? 'members-by-two-people' : undefined);
  });

  it('changes them in an emergency, and the log says by which document', async () => {
    const members = new MemoryMembers(enough);
    const changed = await changeMemberRoles(operator(members, '中選務字第1150000001號'), auditor.id, [
      'registrar',
    ]);
    expect(changed).toMatchObject({ ok: true, value: { roles: ['registrar'] } });
    expect(members.entries).toEqual([
      {
        ...{ at, actor: 'system', action: 'staff-emergency' },
        details: {
          ...{ member: auditor.id, roles: ['registrar'] },
          ...{ change: 'staff-member-roles-changed', document: '中選務字第1150000001號' },
        },
      },
    ]);
  });

  it.each(['', ' ', 'a b', 'a\nb', '<b>', 'x'.repeat(41)])('takes no document %j', async (document) => {
    const members = new MemoryMembers(enough);
    const changed = await deactivateMember(operator(members, document), auditor.id);
    expect(changed).toEqual({ ok: false, failure: { code: 'emergency-document-unfit' } });
    expect(members.entries).toEqual([]);
  });

  it.each([registrar, approver])('leaves enough, even in an emergency', async ({ id }) => {
    const members = new MemoryMembers(enough);
    const tooFew = { ok: false, failure: { code: 'members-too-few' } };
    expect(await deactivateMember(operator(members, 'X-1'), id)).toEqual(tooFew);
    expect(await changeMemberRoles(operator(members, 'X-1'), id, ['auditor'])).toEqual(tooFew);
    expect(members.entries).toEqual([]);
  });
});
