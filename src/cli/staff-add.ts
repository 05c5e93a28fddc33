import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { registerMember } from '../staff/index.js';
import { listedRoles } from './staff/arguments.js';
import { type OpenStaff, withStaff } from './staff/backend.js';
import { reportMember, sayOfMember } from './staff/member-report.js';
import type { Voice } from './voice.js';

interface Options {
  readonly certificate: string;
  readonly roles: string;
  readonly name: string;
  readonly json?: true;
}

/**
 * `lianshu staff add`: registers a member of staff by their card's signing certificate. Whoever may run it on the platform's machine can
 * make members, so the audit log says `system` did.
 */
export function registerStaffAdd(staff: Command, voice: Voice, open: OpenStaff): void {
  staff
    .command('add')
    .description(voice.say('help.staff-add'))
    .requiredOption('--certificate <file>', voice.say('option.member-certificate'))
    .requiredOption('--roles <list>', voice.say('option.roles'))
    .requiredOption('--name <name>', voice.say('option.member-name'))
    .option('--json', voice.say('option.json'))
    .action((options: Options) => run(options, voice, open));
}

async function run(options: Options, voice: Voice, open: OpenStaff): Promise<void> {
  const certificate = await readFile(options.certificate);
  const wanted = { name: options.name, certificate, roles: listedRoles(options.roles) };
  const added = await withStaff(open, ({ members, clock }) => registerMember(members, clock, wanted));
  reportMember(added, options, voice, (member) => sayOfMember('staff.added', member, voice));
}
