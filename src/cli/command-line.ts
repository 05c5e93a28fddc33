import { type Command, CommanderError, Option } from 'commander';
import { type AuditExportBackend, registerAuditExport } from './audit-export.js';
import { registerAuditVerify } from './audit-verify.js';
import { type DemoRun, registerDemo } from './demo.js';
import { describeFailure, diagnose, OperatorMistake } from './failure.js';
import { ServerRefusal } from './lead-client.js';
import { registerLeadExport } from './lead-export.js';
import { commandGroup, LocalizedCommand, usageExitCode } from './localized-command.js';
import { registerMigrate } from './migrate.js';
import { registerPkiCrl } from './pki-crl.js';
import { registerPkiVerify } from './pki-verify.js';
import { registerReceiptVerify } from './receipt-verify.js';
import { registerRecordOpen } from './record-open.js';
import { type OpenRescueSource, registerRescueExport } from './rescue-export.js';
import { registerRosterOpen } from './roster-open.js';
import { registerServe, type Served } from './serve.js';
import { type OpenStaff, registerStaff } from './staff.js';
import { languageFor, languages, Voice } from './voice.js';

/**
 * Runs one command line and leaves `process.exitCode`: 0 done (undefined means it too); 1 what was checked doesn't hold, or it failed; 2
 * wrong usage; 130 interrupted. Whatever ends a command is said in one sentence; with `--json` as `{"failure":code}` on standard output.
 */
export async function runCommandLine(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  backends: Backends,
): Promise<void> {
  const voice = new Voice(languageFor(words, environment));
  try {
    await createProgram(voice, backends).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    // Commander has said what it had to say.
    if (!(error instanceof CommanderError)) report(error, voice, words.includes('--json'));
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
  return error instanceof OperatorMistake ? error.exitCode : 1;
}

function report(error: unknown, voice: Voice, json: boolean): void {
  const failure = error instanceof ServerRefusal ? { code: error.code } : diagnose(error);
  if (json && failure !== undefined) {
    const { code, values } = { values: undefined, ...failure };
    console.log(JSON.stringify({ failure: code, values }));
  } else if (error instanceof ServerRefusal) {
    console.error(`${error.sentence} [${error.code}]`);
  } else {
    console.error(describeFailure(error, voice));
  }
}

/** What commands work on beyond files: the composition root hands it in, and loads each only when its command runs. */
export interface Backends {
  serve(): Promise<Served>;
  demo(): Promise<DemoRun>;
  migrate(): Promise<readonly string[]>;
  auditExport(): Promise<AuditExportBackend>;
  readonly staff: OpenStaff;
  readonly rescueSource: OpenRescueSource;
}

/** The whole command line `lianshu`, in a language. A wrong one throws commander's error, after saying what is wrong. */
function createProgram(voice: Voice, backends: Backends): LocalizedCommand {
  const program = new LocalizedCommand(voice, 'lianshu');
  program
    .description(voice.say('help.program'))
    .addOption(new Option('--lang <language>', voice.say('help.lang')).choices(languages))
    .helpOption('-h, --help', voice.say('usage.help-option'))
    .helpCommand('help [command]', voice.say('usage.help-command'))
    .addHelpText('after', `\n${voice.say('help.exit-codes')}`)
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();
  registerServe(program, voice, () => backends.serve());
  registerDemo(program, voice, () => backends.demo());
  registerMigrate(program, voice, () => backends.migrate());
  registerStaff(program, voice, backends.staff);
  registerLeadExport(program, voice);
  registerRecordOpen(program, voice);
  registerReceiptVerify(program, voice);
  registerRosterOpen(program, voice);
  registerAuditVerify(program, voice);
  registerAuditExport(program, voice, () => backends.auditExport());
  registerRescueExport(program, voice, backends.rescueSource);
  registerPki(program, voice);
  return program;
}

/** `lianshu pki`: verify certificates, read CRLs. */
export function registerPki(program: Command, voice: Voice): void {
  const pki = commandGroup(program, 'pki', voice.say('help.pki'));
  registerPkiVerify(pki, voice);
  registerPkiCrl(pki, voice);
}
