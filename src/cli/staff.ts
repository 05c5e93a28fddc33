import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Clock } from '../core/clock.js';
import type { Result } from '../core/result.js';
import type { CliTextKey } from '../messages/index.js';
import {
  changeMemberRoles,
  deactivateMember,
  type MemberErrorCode,
  type MemberStore,
  type Operator,
  registerMember,
  type StaffMember,
} from '../staff/index.js';
import { commandGroup } from './localized-command.js';
import { displayWidth, padded, printable } from './terminal-text.js';
import type { Translator } from './translator.js';

/** `lianshu staff`: manages the commission's members of staff and their roles. */
export function registerStaff(program: Command, translator: Translator, open: OpenStaff): void {
  const staff = commandGroup(program, 'staff', translator.text('help.staff'));
  registerStaffAdd(staff, translator, open);
  registerStaffList(staff, translator, open);
  registerStaffRoles(staff, translator, open);
  registerStaffDeactivate(staff, translator, open);
}

interface AddOptions {
  readonly certificate: string;
  readonly roles: string;
  readonly name: string;
  readonly emergency?: string;
  readonly json?: true;
}

/**
 * `lianshu staff add`: registers a member of staff by the signing certificate of their card. Whoever runs it on the platform's machine
 * isn't known by a card, so the audit log names `system` as the actor, and it is for the first members alone.
 */
function registerStaffAdd(staff: Command, translator: Translator, open: OpenStaff): void {
  staff
    .command('add')
    .description(translator.text('help.staff-add'))
    .requiredOption('--certificate <file>', translator.text('option.member-certificate'))
    .requiredOption('--roles <list>', translator.text('option.roles'))
    .requiredOption('--name <name>', translator.text('option.member-name'))
    .option('--emergency <document>', translator.text('option.emergency'))
    .option('--json', translator.text('option.json'))
    .action((options: AddOptions) => addMember(options, translator, open));
}

async function addMember(options: AddOptions, translator: Translator, open: OpenStaff): Promise<void> {
  const certificate = await readFile(options.certificate);
  const wanted = { name: options.name, certificate, roles: listedRoles(options.roles) };
  const added = await withStaff(open, (backend) => registerMember(operatorOf(backend, options), wanted));
  reportMember(added, options, translator, (member) => memberSentence('staff.added', member, translator));
}

/** `lianshu staff list`: lists the members of staff, active or not. It shows no data from their certificates. */
function registerStaffList(staff: Command, translator: Translator, open: OpenStaff): void {
  staff
    .command('list')
    .description(translator.text('help.staff-list'))
    .option('--json', translator.text('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const members = await withStaff(open, (backend) => backend.members.list());
      if (json === true) console.log(JSON.stringify({ members: members.map(memberJson) }));
      else
        console.log(members.length === 0 ? translator.text('staff.none') : memberTable(members, translator));
    });
}

/** One line for each member. The name comes last, because its width is not known. */
function memberTable(members: readonly StaffMember[], translator: Translator): string {
  const rows = members.map(({ id, name, roles, active }) => ({
    id,
    state: translator.text(active ? 'staff.active' : 'staff.inactive'),
    roles: roles.join(', '),
    name: printable(name),
  }));
  const widest = (column: 'state' | 'roles') => Math.max(...rows.map((row) => displayWidth(row[column])));
  const [states, roles] = [widest('state'), widest('roles')];
  return rows
    .map((row) => [row.id, padded(row.state, states), padded(row.roles, roles), row.name].join('  '))
    .join('\n');
}

interface RolesOptions {
  readonly roles: string;
  readonly emergency?: string;
  readonly json?: true;
}

/** `lianshu staff roles`: replaces the roles of a member, with effect on open sessions at once. */
function registerStaffRoles(staff: Command, translator: Translator, open: OpenStaff): void {
  staff
    .command('roles')
    .description(translator.text('help.staff-roles'))
    .argument('<member-id>', translator.text('argument.member'))
    .requiredOption('--roles <list>', translator.text('option.roles'))
    .option('--emergency <document>', translator.text('option.emergency'))
    .option('--json', translator.text('option.json'))
    .action(async (text: string, options: RolesOptions, command: Command) => {
      const id = memberIdOf(text, command, translator);
      const roles = listedRoles(options.roles);
      const changed = await withStaff(open, (backend) =>
        changeMemberRoles(operatorOf(backend, options), id, roles),
      );
      reportMember(changed, options, translator, (member) =>
        memberSentence('staff.roles-replaced', member, translator),
      );
    });
}

interface DeactivateOptions {
  readonly emergency?: string;
  readonly json?: true;
}

/** `lianshu staff deactivate`: deactivates a member for good and ends their open sessions at once. */
function registerStaffDeactivate(staff: Command, translator: Translator, open: OpenStaff): void {
  staff
    .command('deactivate')
    .description(translator.text('help.staff-deactivate'))
    .argument('<member-id>', translator.text('argument.member'))
    .option('--emergency <document>', translator.text('option.emergency'))
    .option('--json', translator.text('option.json'))
    .action(async (text: string, options: DeactivateOptions, command: Command) => {
      const id = memberIdOf(text, command, translator);
      const changed = await withStaff(open, (backend) => deactivateMember(operatorOf(backend, options), id));
      reportMember(changed, options, translator, (member) =>
        memberSentence('staff.deactivated', member, translator),
      );
    });
}

/** A member in the JSON output, without the certificate's digest, which only the audit log needs. */
function memberJson({ id, name, roles, active }: StaffMember) {
  return { member: id, name, roles, active };
}

/** A sentence about a member, with the placeholders `name`, `roles` and `id`. */
function memberSentence(key: CliTextKey, { id, name, roles }: StaffMember, translator: Translator): string {
  return translator.text(key, { id, name: printable(name), roles: roles.join(', ') });
}

/** Prints the result of a command about one member, as JSON or a sentence. A failure sets exit code 1. */
function reportMember(
  outcome: Result<StaffMember, MemberErrorCode>,
  { json }: { readonly json?: true },
  translator: Translator,
  sentence: (member: StaffMember) => string,
): void {
  if (outcome.ok)
    console.log(json === true ? JSON.stringify(memberJson(outcome.value)) : sentence(outcome.value));
  else {
    process.exitCode = 1;
    const { code, values } = { values: undefined, ...outcome.failure };
    if (json === true) console.log(JSON.stringify({ failure: code, values }));
    else console.error(translator.explain(outcome.failure));
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The member's UUID in lower case, as in the audit log. Any other text is wrong usage; the database is not opened. */
function memberIdOf(text: string, command: Command, translator: Translator): string {
  if (!uuid.test(text)) command.error(translator.text('usage.member'));
  return text.toLowerCase();
}

/** The items of a list with commas. The staff capability checks whether they are roles. */
function listedRoles(text: string): readonly string[] {
  return text.split(',').map((role) => role.trim());
}

/** The store of members, opened for one command. */
export interface StaffBackend {
  readonly members: MemberStore;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Who changes members by these options. */
function operatorOf(
  { members, clock }: StaffBackend,
  { emergency }: { readonly emergency?: string },
): Operator {
  return emergency === undefined ? { members, clock } : { members, clock, emergency };
}

/** Opens the store of members. The composition root provides it. */
export type OpenStaff = () => Promise<StaffBackend>;

/** Runs work with the store of members, and closes the store afterwards in every case. */
async function withStaff<Value>(
  open: OpenStaff,
  work: (backend: StaffBackend) => Promise<Value>,
): Promise<Value> {
  const backend = await open();
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}
