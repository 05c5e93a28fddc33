import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../src/audit/index.js';
import {
  changeMemberRoles,
  deactivateMember,
  type MemberChange,
  type MemberErrorCode,
  type StaffMember,
} from '../../../src/staff/index.js';

const at = new Date('2026-03-02T01:00:00Z');
const clock = { now: () => at };
const id = '3f0c6a7e-5a64-4c0e-9b7e-0a4b1c2d3e4f';
const nobody = '00000000-0000-4000-8000-000000000000';
const member: StaffMember = {
  id,
  name: '李',
  certificateDigest: new Uint8Array(32),
  roles: ['auditor'],
  active: true,
};

let asked: { id: string; change: MemberChange; entry: AuditEntry }[];
const members = {
  change: (wanted: string, change: MemberChange, entry: AuditEntry) => {
    asked.push({ id: wanted, change, entry });
    return Promise.resolve(wanted === id ? { ...member, ...change } : undefined);
  },
};
beforeEach(() => {
  asked = [];
});

describe('changing a member of staff', () => {
  it('deactivates one, and logs which', async () => {
    expect(await deactivateMember(members, clock, id)).toEqual({
      ok: true,
      value: { ...member, active: false },
    });
    const entry = { at, actor: 'system', action: 'staff-member-deactivated', details: { member: id } };
    expect(asked).toEqual([{ id, change: { active: false }, entry }]);
  });

  it('replaces the roles, each once and in order', async () => {
    const roles = ['approver', 'verifier'];
    const changed = await changeMemberRoles(members, clock, id, ['verifier', 'approver', 'verifier']);
    expect(changed).toEqual({ ok: true, value: { ...member, roles } });
    const details = { member: id, roles };
    const entry = { at, actor: 'system', action: 'staff-member-roles-changed', details };
    expect(asked).toEqual([{ id, change: { roles }, entry }]);
  });

  it('refuses an unknown identifier', async () => {
    const unknown = { ok: false, failure: { code: 'member-unknown' } };
    expect(await deactivateMember(members, clock, nobody)).toEqual(unknown);
    expect(await changeMemberRoles(members, clock, nobody, ['auditor'])).toEqual(unknown);
  });

  const refusals: readonly [string, MemberErrorCode, readonly string[]][] = [
    ['no role', 'member-without-role', []],
    ['an empty role', 'member-role-unknown', ['']],
    ['an unknown role among known ones', 'member-role-unknown', ['auditor', 'root']],
    ['a role in capitals', 'member-role-unknown', ['Auditor']],
  ];
  it.each(refusals)('refuses %s, and asks for no change', async (_name, code, roles) => {
    expect(await changeMemberRoles(members, clock, id, roles)).toMatchObject({
      ok: false,
      failure: { code },
    });
    expect(asked).toEqual([]);
  });
});
