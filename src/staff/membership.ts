import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../audit/index.js';
import type { JsonValue } from '../core/canonical-json.js';
import type { Clock } from '../core/clock.js';
import { hex } from '../core/octets.js';
import { parseDerOrPem } from '../core/pem.js';
import { fail, ok, type Result } from '../core/result.js';
import { type Certificate, certificateExtensions, KeyUsage, parseCertificate } from '../core/x509/index.js';
import type { MemberErrorCode, RolesErrorCode } from './errors.js';
import { certificateDigest, parseStaffRoles, type StaffMember } from './member.js';
import type { MemberStore } from './ports.js';

/** A member to register, as the operator enters them. */
export interface NewMember {
  readonly name: string;
  /** One certificate, DER or PEM. */
  readonly certificate: Uint8Array;
  readonly roles: readonly string[];
}

const maximumNameLength = 100;

/**
 * Registers a member of staff by their card's signing certificate. The certificate is validated at each sign-in, not
 * here, so the first members can be registered before there is any revocation data.
 */
export async function registerMember(
  store: Pick<MemberStore, 'add'>,
  clock: Clock,
  wanted: NewMember,
): Promise<Result<StaffMember, MemberErrorCode>> {
  const name = wanted.name.trim().normalize('NFC');
  if (name === '' || name.length > maximumNameLength) return fail('member-name-unfit');
  const roles = parseStaffRoles(wanted.roles);
  if (!roles.ok) return roles;
  const certificate = signingCertificate(wanted.certificate);
  if (!certificate.ok) return certificate;
  const member = {
    id: randomUUID(),
    name,
    certificateDigest: certificateDigest(certificate.value.der),
    roles: roles.value,
    active: true,
  };
  return (await store.add(member, registrationEntry(member, clock.now())))
    ? ok(member)
    : fail('member-exists');
}

function registrationEntry(member: StaffMember, at: Date): AuditEntry {
  return {
    at,
    actor: 'system',
    action: 'staff-member-added',
    details: {
      member: member.id,
      roles: member.roles,
      certificate: hex(member.certificateDigest),
    },
  };
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

type Members = Pick<MemberStore, 'change'>;

/**
 * Deactivates a member: they can't sign in any more, and their open sessions end with the next request. What they did
 * stays in the log. Deactivating them again is a success. Failure: `member-unknown`, no member has this UUID.
 */
export async function deactivateMember(
  members: Members,
  clock: Clock,
  id: string,
): Promise<Result<StaffMember, 'member-unknown'>> {
  const entry = memberEntry(clock, 'staff-member-deactivated', { member: id });
  return memberOrUnknown(await members.change(id, { active: false }, entry));
}

/**
 * Replaces a member's roles, in their open sessions too, from the next request. It is a success if they have exactly
 * these roles already. Failures: `member-role-unknown`, `member-without-role`, `member-unknown`.
 */
export async function changeMemberRoles(
  members: Members,
  clock: Clock,
  id: string,
  wanted: readonly string[],
): Promise<Result<StaffMember, RolesErrorCode | 'member-unknown'>> {
  const roles = parseStaffRoles(wanted);
  if (!roles.ok) return roles;
  const details = { member: id, roles: roles.value };
  const entry = memberEntry(clock, 'staff-member-roles-changed', details);
  return memberOrUnknown(await members.change(id, { roles: roles.value }, entry));
}

function memberEntry(clock: Clock, action: string, details: Readonly<Record<string, JsonValue>>): AuditEntry {
  return { at: clock.now(), actor: 'system', action, details };
}

function memberOrUnknown(member: StaffMember | undefined): Result<StaffMember, 'member-unknown'> {
  return member === undefined ? fail('member-unknown') : ok(member);
}
