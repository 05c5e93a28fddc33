import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, type JsonValue } from '../../../src/core/canonical-json.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { ok } from '../../../src/core/result.js';
import {
  ApprovalActions,
  type ApprovedAction,
  memberContent,
  MemberSteps,
  type StaffMember,
} from '../../../src/staff/index.js';
import { MemoryMembers, memberWith } from '../../support/staff/memory-members.js';

// What somebody with staff's login can put into a request, and what has changed since an honest one: the approver has signed it in each row.

const [registrar, approver, second, other] = [
  memberWith('registrar'),
  memberWith('approver'),
  memberWith('approver'),
  memberWith('auditor'),
];
const added = memberWith('verifier');
const everybody = [registrar, approver, second, other];
const requestId = '01920000-0000-7000-8000-000000000001';

let members: MemoryMembers;
let actions: ApprovalActions;
beforeEach(() => {
  members = new MemoryMembers(everybody);
  actions = new ApprovalActions();
  const holder = { identifier: '1', issuerName: Buffer.from('MOICA') };
  new MemberSteps({
    members,
    approvals: { request: () => Promise.reject(new Error('nothing is asked for')) },
    validator: { validateCertificate: () => Promise.resolve(ok({ holder })) },
    clock: { now: () => new Date(0) },
  }).register(actions);
});

const roles = { ...other, roles: ['verifier'] } satisfies StaffMember;
const changing = memberContent('change-member-roles', { before: other, after: roles });
const removing = memberContent('remove-member', { before: other, after: { ...other, active: false } });
const adding = memberContent('add-member', { before: undefined, after: added }, Buffer.alloc(32));

const execute = (action: string, content: Uint8Array, more: Partial<ApprovedAction> = {}) =>
  actions.find(action)?.({
    ...{ requestId, content, requestedBy: registrar.id, approvedBy: approver.id, approvedAt: new Date(0) },
    ...more,
  });

it.each([
  ['add-member', adding, added],
  ['change-member-roles', changing, roles],
  ['remove-member', removing, { ...other, active: false }],
])('%s is done as it was approved', async (action, content, after) => {
  expect(await execute(action, content)).toEqual({ ok: true, value: undefined });
  expect(members.all.find(({ id }) => id === after.id)).toEqual(after);
  expect(members.entries).toMatchObject([{ actor: `staff:${approver.id}`, details: { request: requestId } }]);
});

describe('nothing is done for', () => {
  const edited = (content: Uint8Array, change: Readonly<Record<string, JsonValue>>): Uint8Array => {
    const members = JSON.parse(Buffer.from(content).toString()) as Record<string, JsonValue>;
    return Buffer.from(canonicalJson({ ...members, ...change }));
  };
  it.each<[string, string, Uint8Array]>([
    ['no JSON', 'remove-member', Buffer.from('x')],
    ['the content of another action', 'remove-member', changing],
    ['an action of its own', 'remove-member', edited(removing, { action: 'purge' })],
    ['a further member', 'remove-member', edited(removing, { also: registrar.id })],
    ['somebody unknown', 'remove-member', edited(removing, { member: added.id })],
    ['another name', 'remove-member', edited(removing, { name: '王' })],
    ['another certificate', 'remove-member', edited(removing, { certificateSha256: '00'.repeat(32) })],
    ['roles that they didn’t have', 'change-member-roles', edited(changing, { rolesBefore: ['approver'] })],
    ['roles that were theirs', 'change-member-roles', edited(changing, { rolesAfter: ['auditor'] })],
    ['no role', 'change-member-roles', edited(changing, { rolesAfter: [] })],
    ['an unknown role', 'change-member-roles', edited(changing, { rolesAfter: ['root'] })],
    ['a role twice', 'change-member-roles', edited(changing, { rolesAfter: ['verifier', 'verifier'] })],
    ['roles in another order', 'add-member', edited(adding, { rolesAfter: ['verifier', 'auditor'] })],
    ['a removal that leaves roles', 'remove-member', edited(removing, { rolesAfter: ['auditor'] })],
    ['a name of two lines', 'add-member', edited(adding, { name: '李\n四' })],
    ['somebody’s identifier', 'add-member', edited(adding, { member: other.id })],
    [
      'a member’s certificate',
      'add-member',
      memberContent('add-member', {
        before: undefined,
        after: { ...added, certificateDigest: other.certificateDigest },
      }),
    ],
    ['spaces between', 'remove-member', Buffer.from(`${Buffer.from(removing).toString()} `)],
  ])('%s', async (_what, action, content) => {
    expect(await execute(action, content)).toMatchObject({
      ok: false,
      failure: { code: 'approval-outdated' },
    });
    expect([members.all, members.entries]).toEqual([everybody, []]);
  });

  it.each<[string, readonly StaffMember[]]>([
    ['an approver who has been removed', [registrar, { ...approver, active: false }, second, other]],
    ['an approver who lost the role', [registrar, { ...approver, roles: ['auditor'] }, second, other]],
    ['an approver who isn’t there', [registrar, second, other]],
    ['a member who has been removed', [registrar, approver, second, { ...other, active: false }]],
    ['a member with other roles now', [registrar, approver, second, { ...other, roles: ['registrar'] }]],
  ])('%s', async (_what, now) => {
    members.all = now;
    expect(await execute('remove-member', removing)).toMatchObject({
      failure: { code: 'approval-outdated' },
    });
    expect(members.entries).toEqual([]);
  });

  it('one too many', async () => {
    const last = memberContent('remove-member', { before: second, after: { ...second, active: false } });
    expect(await execute('remove-member', last)).toMatchObject({ failure: { code: 'members-too-few' } });
    expect(members.entries).toEqual([]);
  });

  it('a case', async () => {
    const on = { caseNumber: '9001' as CaseNumber };
    expect(await execute('remove-member', removing, on)).toMatchObject({
      failure: { code: 'approval-not-verified' },
    });
    expect(members.entries).toEqual([]);
  });
});
