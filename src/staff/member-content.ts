import { canonicalJson } from '../core/canonical-json.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { equalOctets, hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { makesLead } from './lead-replacement-content.js';
import { isStaffRole, parseStaffRoles, type StaffRole } from './member.js';
import { type ChangedMember, isMemberName, type MemberChange } from './membership.js';

/** The actions on members that take two people, by their stable code, with the change that each makes. */
export const memberActions = {
  'add-member': 'add',
  'change-member-roles': 'roles',
  'remove-member': 'remove',
} as const satisfies Readonly<Record<string, MemberChange['kind']>>;
export type MemberAction = keyof typeof memberActions;

/** What two people decide about a member, as it was read. */
interface MemberContent {
  readonly action: MemberAction;
  readonly change: MemberChange;
  /** SHA-256 of the member's certificate, 32 bytes. */
  readonly certificateDigest: Uint8Array;
  /** Whose certificate it is (`holderDigest`), 32 bytes; known only where somebody is added. */
  readonly holderDigest: Uint8Array | undefined;
  /** The roles that the member gets and didn't have. */
  readonly newRoles: readonly StaffRole[];
}

/** Exactly what two people decide: canonical JSON (RFC 8785). The certificate of somebody new is named by digest, its holder too. */
export function memberContent(
  action: MemberAction,
  { before, after }: ChangedMember,
  holderDigest?: Uint8Array,
): Uint8Array {
  const content = {
    action,
    member: after.id,
    name: after.name,
    certificateSha256: hex(after.certificateDigest),
    rolesBefore: before?.roles ?? [],
    rolesAfter: after.active ? after.roles : [],
    ...(holderDigest === undefined ? {} : { holderSha256: hex(holderDigest) }),
  };
  return Buffer.from(canonicalJson(content));
}

const bounds = { size: 4096, depth: 2 };
const digest = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the content of a decision about a member; undefined for any other. Whoever has staff's login can write some of their own. */
export function readMemberContent(content: Uint8Array): MemberContent | undefined {
  const read = parseJson(content, bounds, (json): MemberContent | undefined => {
    json.only('action', 'member', 'name', 'certificateSha256', 'rolesBefore', 'rolesAfter', 'holderSha256');
    const action = json.member('action').oneOf(...(Object.keys(memberActions) as MemberAction[]));
    const before = rolesOf(json.member('rolesBefore'));
    const after = rolesOf(json.member('rolesAfter'));
    const certificateDigest = Buffer.from(json.member('certificateSha256').text(digest), 'hex');
    const holder = json.optional('holderSha256')?.text(digest);
    const change = changeOf(json, action, after, certificateDigest);
    if (change === undefined) return undefined;
    return {
      ...{ action, change, certificateDigest },
      holderDigest: holder === undefined ? undefined : Buffer.from(holder, 'hex'),
      newRoles: after.filter((role) => !before.includes(role)),
    };
  });
  return read.ok ? read.value : undefined;
}

function changeOf(
  json: JsonReader,
  action: MemberAction,
  wanted: readonly StaffRole[],
  certificateDigest: Uint8Array,
): MemberChange | undefined {
  const id = json.member('member').text(uuid);
  const name = json.member('name').text();
  const kind = memberActions[action];
  if (kind === 'remove') return { kind, id };
  const roles = parseStaffRoles(wanted);
  if (!roles.ok || !isMemberName(name)) return undefined;
  if (kind === 'roles') return { kind, id, roles: roles.value };
  return { kind, member: { id, name, certificateDigest, roles: roles.value, active: true } };
}

const rolesOf = (json: JsonReader): readonly StaffRole[] =>
  json.items((item) => item.parsed((text) => (isStaffRole(text) ? ok(text) : fail('member-role-unknown'))));

/** Who approves, by what is known of them. */
interface Approver {
  readonly memberId: string | undefined;
  readonly certificateDigest: Uint8Array;
  /** Of the holder of their certificate. */
  readonly holderDigest: Uint8Array;
}

/**
 * Refuses an approver whom the content would give a role: the member themselves, or somebody new with their certificate or another card
 * of theirs; or would make them the lead of a case. Content about anything else passes. Failure: `approval-of-own-role`.
 */
export function checkNoOwnRole(
  content: Uint8Array,
  approver: Approver,
): Result<void, 'approval-of-own-role'> {
  if (makesLead(content, approver)) return fail('approval-of-own-role');
  const read = readMemberContent(content);
  if (read === undefined || read.newRoles.length === 0) return ok(undefined);
  const { change, certificateDigest, holderDigest } = read;
  const id = change.kind === 'add' ? change.member.id : change.id;
  const own =
    id === approver.memberId ||
    equalOctets(certificateDigest, approver.certificateDigest) ||
    (holderDigest !== undefined && equalOctets(holderDigest, approver.holderDigest));
  return own ? fail('approval-of-own-role') : ok(undefined);
}
