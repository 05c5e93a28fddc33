import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Clock } from '../core/clock.js';
import { type MemberStore, registerMember, type StaffMember } from '../staff/index.js';
import { commandGroup } from './command-group.js';
import type { Voice } from './voice.js';

/** What the command works on, opened for one call. */
export interface StaffAddBackend {
  readonly members: MemberStore;
  readonly clock: Clock;
  close(): Promise<void>;
}

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
export function registerStaffAdd(program: Command, voice: Voice, open: () => Promise<StaffAddBackend>): void {
  commandGroup(program, 'staff', voice.say('help.staff'))
    .command('add')
    .description(voice.say('help.staff-add'))
    .requiredOption('--certificate <file>', voice.say('option.member-certificate'))
    .requiredOption('--roles <list>', voice.say('option.roles'))
    .requiredOption('--name <name>', voice.say('option.member-name'))
    .option('--json', voice.say('option.json'))
    .action((options: Options) => run(options, voice, open));
}

async function run(options: Options, voice: Voice, open: () => Promise<StaffAddBackend>): Promise<void> {
  const certificate = await readFile(options.certificate);
  const roles = options.roles.split(',').map((role) => role.trim());
  const backend = await open();
  try {
    const wanted = { name: options.name, certificate, roles };
    const added = await registerMember(backend.members, backend.clock, wanted);
    if (added.ok) report(added.value, options, voice);
    else {
      process.exitCode = 1;
      const { code } = added.failure;
      if (options.json === true) console.log(JSON.stringify({ failure: code }));
      else console.error(voice.explain(added.failure));
    }
  } finally {
    await backend.close();
  }
}

function report({ id, name, roles }: StaffMember, options: Options, voice: Voice): void {
  if (options.json === true) console.log(JSON.stringify({ member: id, name, roles }));
  else console.log(voice.say('staff.added', { name, roles: roles.join(', '), id }));
}
