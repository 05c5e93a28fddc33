import type { Command } from 'commander';
import { changeMemberRoles, type StaffMember } from '../staff/index.js';
import { listedRoles, memberIdOf } from './staff/arguments.js';
import { type OpenStaff, withStaff } from './staff/backend.js';
import { reportMember, sayOfMember } from './staff/member-report.js';
import type { Voice } from './voice.js';

interface Options {
  readonly roles: string;
  readonly json?: true;
}

/** `lianshu staff roles`: replaces what a member may do, at once and in every open session. */
export function registerStaffRoles(staff: Command, voice: Voice, open: OpenStaff): void {
  staff
    .command('roles')
    .description(voice.say('help.staff-roles'))
    .argument('<member-id>', voice.say('argument.member'))
    .requiredOption('--roles <list>', voice.say('option.roles'))
    .option('--json', voice.say('option.json'))
    .action(async (text: string, options: Options, command: Command) => {
      const id = memberIdOf(text, command, voice);
      const roles = listedRoles(options.roles);
      const changed = await withStaff(open, ({ members, clock }) =>
        changeMemberRoles(members, clock, id, roles),
      );
      reportMember(changed, options, voice, (member) => replaced(member, voice));
    });
}

function replaced(member: StaffMember, voice: Voice): string {
  const sentence = sayOfMember('staff.roles-replaced', member, voice);
  return member.active ? sentence : voice.paragraph(sentence, voice.say('staff.still-inactive'));
}
