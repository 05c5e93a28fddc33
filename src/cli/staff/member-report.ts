import type { Result } from '../../core/result.js';
import type { MemberErrorCode, StaffMember } from '../../staff/index.js';
import type { CliTextKey } from '../../messages/index.js';
import { printable } from '../printable.js';
import type { Voice } from '../voice.js';

/** A member as `--json` prints them: no digest, which only the audit log needs. */
export function memberJson({ id, name, roles, active }: StaffMember) {
  return { member: id, name, roles, active };
}

/** A sentence about a member; `name`, `roles` and `id` fill it. */
export function sayOfMember(key: CliTextKey, { id, name, roles }: StaffMember, voice: Voice): string {
  return voice.say(key, { id, name: printable(name), roles: roles.join(', ') });
}

/** Prints what came of a command about one member: JSON or a sentence. A refusal exits with 1. */
export function reportMember(
  outcome: Result<StaffMember, MemberErrorCode>,
  { json }: { readonly json?: true },
  voice: Voice,
  sentence: (member: StaffMember) => string,
): void {
  if (outcome.ok)
    console.log(json === true ? JSON.stringify(memberJson(outcome.value)) : sentence(outcome.value));
  else {
    process.exitCode = 1;
    const { code, values } = { values: undefined, ...outcome.failure };
    if (json === true) console.log(JSON.stringify({ failure: code, values }));
    else console.error(voice.explain(outcome.failure));
  }
}
