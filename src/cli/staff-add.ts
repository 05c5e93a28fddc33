import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Clock } from '../core/clock.js';
import { sentenceOf } from '../messages/index.js';
import { type MemberStore, registerMember, type StaffMember } from '../staff/index.js';
import { commandGroup } from './command-group.js';

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
export function registerStaffAdd(program: Command, open: () => Promise<StaffAddBackend>): void {
  commandGroup(program, 'staff', 'members of the commission’s staff')
    .command('add')
    .description('register a member of staff by the signing certificate of their card')
    .requiredOption('--certificate <file>', 'signing certificate, DER or PEM')
    .requiredOption('--roles <list>', 'registrar, verifier, approver, auditor; separated by commas')
    .requiredOption('--name <name>', 'what colleagues call them')
    .option('--json', 'print JSON')
    .action((options: Options) => run(options, open));
}

async function run(options: Options, open: () => Promise<StaffAddBackend>): Promise<void> {
  const certificate = await readFile(options.certificate);
  const roles = options.roles.split(',').map((role) => role.trim());
  const backend = await open();
  try {
    const wanted = { name: options.name, certificate, roles };
    const added = await registerMember(backend.members, backend.clock, wanted);
    if (added.ok) report(added.value, options);
    else {
      process.exitCode = 1;
      const { code } = added.failure;
      if (options.json === true) console.log(JSON.stringify({ failure: code }));
      else console.error(sentenceOf(added.failure, 'en'));
    }
  } finally {
    await backend.close();
  }
}

function report(member: StaffMember, options: Options): void {
  const { id, name, roles } = member;
  if (options.json === true) console.log(JSON.stringify({ member: id, name, roles }));
  else console.log(`${name} can sign in as ${roles.join(', ')} (member ${id}).`);
}
