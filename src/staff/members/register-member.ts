import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../audit/index.js';
import type { Clock } from '../../core/clock.js';
import { fail, ok, type Result } from '../../core/result.js';
import {
  type Certificate,
  certificateExtensions,
  KeyUsage,
  parseCertificate,
} from '../../core/x509/index.js';
import type { MemberErrorCode } from '../errors.js';
import type { MemberStore } from '../ports.js';
import { parseStaffRoles } from '../roles.js';
import { certificateDigest, type StaffMember } from './member.js';

/** Who is to be registered, as an operator says it. */
export interface NewMember {
  readonly name: string;
  /** One certificate, DER or PEM. */
  readonly certificate: Uint8Array;
  readonly roles: readonly string[];
}

const maximumNameLength = 100;

/**
 * Registers a member of staff by their card's signing certificate. Whether it is trusted is judged whenever they sign in, not here, so
 * that the first members can be registered before any revocation data is there.
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
  return (await store.add(member, registered(member, clock.now()))) ? ok(member) : fail('member-exists');
}

function registered(member: StaffMember, at: Date): AuditEntry {
  return {
    at,
    actor: 'system',
    action: 'staff-member-added',
    details: {
      member: member.id,
      roles: member.roles,
      certificate: Buffer.from(member.certificateDigest).toString('hex'),
    },
  };
}

function signingCertificate(
  bytes: Uint8Array,
): Result<Certificate, 'member-certificate-malformed' | 'member-certificate-not-for-signing'> {
  const certificate = parseCertificate(fromPem(bytes));
  if (!certificate.ok) return fail('member-certificate-malformed');
  const extensions = certificateExtensions(certificate.value);
  if (!extensions.ok) return fail('member-certificate-malformed');
  const usage = extensions.value.keyUsage;
  return usage === undefined || (usage & KeyUsage.digitalSignature) !== 0
    ? certificate
    : fail('member-certificate-not-for-signing');
}

/** The DER inside a PEM file of one certificate (RFC 7468 5.1); anything else as it is. */
function fromPem(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const block = /^-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/.exec(
    text,
  )?.[1];
  return block === undefined ? bytes : Buffer.from(block, 'base64');
}
