import { randomUUID } from 'node:crypto';
import { parseDerOrPem } from '../core/pem.js';
import { fail, ok, type Result } from '../core/result.js';
import { isLineText } from '../core/statement/index.js';
import { type Certificate, certificateExtensions, KeyUsage, parseCertificate } from '../core/x509/index.js';
import type { MemberChangeErrorCode, NewMemberErrorCode } from './errors.js';
import { certificateDigest, parseStaffRoles, type StaffMember, type StaffRole } from './member.js';

/** A member to register, as somebody entered them. */
export interface NewMember {
  readonly name: string;
  /** One certificate, DER or PEM. */
  readonly certificate: Uint8Array;
  readonly roles: readonly string[];
}

const maximumNameLength = 100;

/** Whether colleagues can be called this: it stands in a line of what an approver signs. */
export const isMemberName = (name: string): boolean => name.length <= maximumNameLength && isLineText(name);

/**
 * The member that they would become, with a new identifier, and the certificate, which is not stored. It is not validated here.
 * Failures: {@link NewMemberErrorCode}.
 */
export function newMember(
  wanted: NewMember,
): Result<{ readonly member: StaffMember; readonly certificate: Certificate }, NewMemberErrorCode> {
  const name = wanted.name.trim().normalize('NFC');
  if (!isMemberName(name)) return fail('member-name-unfit');
  const roles = parseStaffRoles(wanted.roles);
  if (!roles.ok) return roles;
  const certificate = signingCertificate(wanted.certificate);
  if (!certificate.ok) return certificate;
  const digest = certificateDigest(certificate.value.der);
  const member = { id: randomUUID(), name, certificateDigest: digest, roles: roles.value, active: true };
  return ok({ member, certificate: certificate.value });
}

function signingCertificate(
  bytes: Uint8Array,
): Result<Certificate, 'member-certificate-malformed' | 'member-certificate-not-for-signing'> {
  const blocks = parseDerOrPem(bytes, 'CERTIFICATE');
  const [der, ...others] = blocks.ok ? blocks.value : [];
  if (der === undefined || others.length > 0) return fail('member-certificate-malformed');
  const certificate = parseCertificate(der);
  if (!certificate.ok) return fail('member-certificate-malformed');
  const extensions = certificateExtensions(certificate.value);
  if (!extensions.ok) return fail('member-certificate-malformed');
  const usage = extensions.value.keyUsage;
  return usage === undefined || (usage & KeyUsage.digitalSignature) !== 0
    ? certificate
    : fail('member-certificate-not-for-signing');
}

/** A change of the members. Who was removed stays removed, and stays on record. */
export type MemberChange =
  | { readonly kind: 'add'; readonly member: StaffMember }
  | { readonly kind: 'roles'; readonly id: string; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'remove'; readonly id: string };

/** A member before and after a change. Before they were added there was none. */
export interface ChangedMember {
  readonly before: StaffMember | undefined;
  readonly after: StaffMember;
}

/** What this change makes of these members. Failures: {@link MemberChangeErrorCode}; nothing may be written then. */
export function changedMember(
  members: readonly StaffMember[],
  change: MemberChange,
): Result<ChangedMember, MemberChangeErrorCode> {
  const changed = change.kind === 'add' ? added(members, change.member) : altered(members, change);
  if (!changed.ok || !canActByTwo(members)) return changed;
  const { before, after } = changed.value;
  const others = members.filter((member) => member !== before);
  return canActByTwo([...others, after]) ? changed : fail('members-too-few');
}

function added(members: readonly StaffMember[], member: StaffMember): Result<ChangedMember, 'member-exists'> {
  const same = ({ id, certificateDigest: known }: StaffMember): boolean =>
    id === member.id || Buffer.compare(known, member.certificateDigest) === 0;
  return members.some(same) ? fail('member-exists') : ok({ before: undefined, after: member });
}

function altered(
  members: readonly StaffMember[],
  change: Exclude<MemberChange, { kind: 'add' }>,
): Result<ChangedMember, MemberChangeErrorCode> {
  const before = members.find(({ id }) => id === change.id);
  if (before === undefined) return fail('member-unknown');
  if (!before.active) return fail('member-inactive');
  if (change.kind === 'remove') return ok({ before, after: { ...before, active: false } });
  if (change.roles.join() === before.roles.join()) return fail('member-unchanged');
  return ok({ before, after: { ...before, roles: change.roles } });
}

/** How many active members must hold a role: whoever asks, and an approver besides, also where one of two approvers asks. */
const holdersNeeded: readonly (readonly [role: StaffRole, count: number])[] = [
  ['registrar', 1],
  ['approver', 2],
];

/**
 * Whether these members can change who is a member by two people: a registrar asks, and two approvers are there, so that each
 * request has one who didn't make it.
 */
export function canActByTwo(members: readonly StaffMember[]): boolean {
  return holdersNeeded.every(
    ([role, count]) => members.filter(({ active, roles }) => active && roles.includes(role)).length >= count,
  );
}
