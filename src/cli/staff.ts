import type { Command } from 'commander';
import { commandGroup } from './command-group.js';
import { registerStaffAdd } from './staff-add.js';
import { registerStaffDeactivate } from './staff-deactivate.js';
import { registerStaffList } from './staff-list.js';
import { registerStaffRoles } from './staff-roles.js';
import type { OpenStaff } from './staff/backend.js';
import type { Voice } from './voice.js';

/** `lianshu staff`: who works for the commission, and what they may do. */
export function registerStaff(program: Command, voice: Voice, open: OpenStaff): void {
  const staff = commandGroup(program, 'staff', voice.say('help.staff'));
  registerStaffAdd(staff, voice, open);
  registerStaffList(staff, voice, open);
  registerStaffRoles(staff, voice, open);
  registerStaffDeactivate(staff, voice, open);
}
