import type { AuditEntry } from '../audit/index.js';
import { hex } from '../core/octets.js';
import type { StaffMember } from './member.js';
import type { MemberChange } from './membership.js';

/** What the audit log has of a change of members, whoever made it: identifiers, roles and digests, never a name. */
export function memberEvent(
  { kind }: MemberChange,
  { id, roles, certificateDigest }: StaffMember,
): Required<Pick<AuditEntry, 'action' | 'details'>> {
  switch (kind) {
    case 'add':
      return {
        action: 'staff-member-added',
        details: { member: id, roles, certificate: hex(certificateDigest) },
      };
    case 'roles':
      return { action: 'staff-member-roles-changed', details: { member: id, roles } };
    case 'remove':
      return { action: 'staff-member-deactivated', details: { member: id } };
  }
}
