import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import type { RolesErrorCode } from './errors.js';

/** A member of the commission's staff, identified by the certificate they sign in with. */
export interface StaffMember {
  /** UUID version 4. */
  readonly id: string;
  /** What colleagues call them; not from the certificate. */
  readonly name: string;
  /** See {@link certificateDigest}. */
  readonly certificateDigest: Uint8Array;
  readonly roles: readonly StaffRole[];
  /** False after the member was deactivated: they can't sign in, and their sessions end at once. */
  readonly active: boolean;
}

/** SHA-256 of a certificate's DER, 32 bytes. */
export function certificateDigest(certificate: Uint8Array): Uint8Array {
  return sha256(certificate);
}

/** What a member of the commission's staff may do; a person may hold several. */
export const staffRoles = ['registrar', 'verifier', 'approver', 'auditor'] as const;

/**
 * `registrar`: registers cases and issues codes. `verifier`: requests what needs two people. `approver`: approves it as
 * the second person. `auditor`: reads the audit log.
 */
export type StaffRole = (typeof staffRoles)[number];

/** Whether this text names a role. */
export function isStaffRole(text: string): text is StaffRole {
  return staffRoles.some((role) => role === text);
}

/** The roles these texts name, each once, in alphabetical order. Failures: `member-role-unknown`, `member-without-role`. */
export function parseStaffRoles(texts: readonly string[]): Result<readonly StaffRole[], RolesErrorCode> {
  const roles = new Set<StaffRole>();
  for (const text of texts) {
    if (!isStaffRole(text)) return fail('member-role-unknown', { role: text });
    roles.add(text);
  }
  return roles.size === 0 ? fail('member-without-role') : ok([...roles].sort());
}
