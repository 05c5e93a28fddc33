import type { Command } from 'commander';
import type { StaffMember } from '../staff/index.js';
import { displayWidth, padded } from './display-width.js';
import { printable } from './printable.js';
import { type OpenStaff, withStaff } from './staff/backend.js';
import { memberJson } from './staff/member-report.js';
import type { Voice } from './voice.js';

/** `lianshu staff list`: who is registered, active or not. Nothing of their certificates, and nothing that they didn't tell us. */
export function registerStaffList(staff: Command, voice: Voice, open: OpenStaff): void {
  staff
    .command('list')
    .description(voice.say('help.staff-list'))
    .option('--json', voice.say('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const members = await withStaff(open, (backend) => backend.members.list());
      if (json === true) console.log(JSON.stringify({ members: members.map(memberJson) }));
      else console.log(members.length === 0 ? voice.say('staff.none') : table(members, voice));
    });
}

/** A line for each: the name comes last, as nobody knows how wide it is. */
function table(members: readonly StaffMember[], voice: Voice): string {
  const rows = members.map(({ id, name, roles, active }) => ({
    id,
    state: voice.say(active ? 'staff.active' : 'staff.inactive'),
    roles: roles.join(', '),
    name: printable(name),
  }));
  const widest = (column: 'state' | 'roles') => Math.max(...rows.map((row) => displayWidth(row[column])));
  const [states, roles] = [widest('state'), widest('roles')];
  return rows
    .map((row) => [row.id, padded(row.state, states), padded(row.roles, roles), row.name].join('  '))
    .join('\n');
}
