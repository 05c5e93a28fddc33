import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../../src/audit/index.js';
import { ok, type Result } from '../../../src/core/result.js';
import { sha256 } from '../../../src/core/sha256.js';
import type { MemberStore, MemberWrite, StaffMember, StaffRole } from '../../../src/staff/index.js';

/** A member with these roles and a certificate of their own. */
export function memberWith(...roles: readonly StaffRole[]): StaffMember {
  const id = randomUUID();
  return { id, name: '李', certificateDigest: sha256(id), roles, active: true };
}

/** Members in memory, with what was logged of them. */
export class MemoryMembers implements Pick<MemberStore, 'list' | 'change'> {
  readonly entries: AuditEntry[] = [];

  constructor(public all: readonly StaffMember[] = []) {}

  list(): Promise<readonly StaffMember[]> {
    return Promise.resolve(this.all);
  }

  change<Code extends string>(
    decide: (members: readonly StaffMember[]) => Result<MemberWrite, Code>,
  ): Promise<Result<StaffMember, Code>> {
    const decided = decide(this.all);
    if (!decided.ok) return Promise.resolve(decided);
    const { member, entry } = decided.value;
    this.all = [...this.all.filter(({ id }) => id !== member.id), member];
    this.entries.push(entry);
    return Promise.resolve(ok(member));
  }
}
