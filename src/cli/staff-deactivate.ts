import type { Command } from 'commander';
import { deactivateMember } from '../staff/index.js';
import { memberIdOf } from './staff/arguments.js';
import { type OpenStaff, withStaff } from './staff/backend.js';
import { reportMember, sayOfMember } from './staff/member-report.js';
import type { Voice } from './voice.js';

/** `lianshu staff deactivate`: takes a member off, at once and in every open session. Done before, it answers the same. */
export function registerStaffDeactivate(staff: Command, voice: Voice, open: OpenStaff): void {
  staff
    .command('deactivate')
    .description(voice.say('help.staff-deactivate'))
    .argument('<member-id>', voice.say('argument.member'))
    .option('--json', voice.say('option.json'))
    .action(async (text: string, options: { readonly json?: true }, command: Command) => {
      const id = memberIdOf(text, command, voice);
      const changed = await withStaff(open, ({ members, clock }) => deactivateMember(members, clock, id));
      reportMember(changed, options, voice, (member) => sayOfMember('staff.deactivated', member, voice));
    });
}
