import { CommanderError, Option } from 'commander';
import { type AuditExportBackend, registerAuditExport } from './audit-export.js';
import { registerAuditVerify } from './audit-verify.js';
import { type CardBackend, registerCard } from './card.js';
import { type RunDemo, registerDemo } from './demo.js';
import { describeFailure, failureOf, OperatorError } from './failure.js';
import type { CardOpeners } from './card-options.js';
import { type KeyFiles, registerInit, registerIntakeKey } from './init.js';
import { registerLeadExport } from './lead-export.js';
import { registerLeadOpen } from './lead-open.js';
import { registerLeadProgress } from './lead-progress.js';
import { registerLeadStruckOut } from './lead-struck-out.js';
import { registerLeadSubmit } from './lead-submit.js';
import { LocalizedCommand, usageExitCode } from './localized-command.js';
import { registerMigrate } from './migrate.js';
import { registerMisuseReport } from './misuse-report.js';
import { registerMoiAnswer } from './moi-answer.js';
import { registerMoiOpen } from './moi-open.js';
import type { OfficeAccess } from './office-key.js';
import { registerPkiCrl } from './pki-crl.js';
import { registerPkiVerify } from './pki-verify.js';
import { registerReceiptVerify } from './receipt-verify.js';
import { registerRecordOpen } from './record-open.js';
import { type OpenRescueSource, registerRescueExport } from './rescue-export.js';
import { registerRosterOpen } from './roster-open.js';
import { registerServe, type Served, type ServeOptions } from './serve.js';
import { ServerRefusal } from './server-connection.js';
import { type OpenStaff, registerStaff } from './staff.js';
import type { Terminal } from './terminal.js';
import { printable } from './terminal-text.js';
import { languageFor, languages, Translator } from './translator.js';
import { registerWorker, type Working } from './worker.js';

/**
 * Runs one command line and sets `process.exitCode`: 0 (or undefined) success; 1 the verification failed or the command failed; 2 wrong
 * usage; 130 interrupted. An error is printed as one sentence; with `--json`, as `{"failure":code}` on standard output.
 */
export async function runCommandLine(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  backends: Backends,
): Promise<void> {
  const translator = new Translator(languageFor(words, environment));
  try {
    await createProgram(translator, backends).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    // Commander has already printed its own errors.
    if (!(error instanceof CommanderError)) report(error, translator, words.includes('--json'));
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
  return error instanceof OperatorError ? error.exitCode : 1;
}

function report(error: unknown, translator: Translator, json: boolean): void {
  const failure = error instanceof ServerRefusal ? { code: error.code } : failureOf(error);
  if (json && failure !== undefined) {
    const { code, values } = { values: undefined, ...failure };
    console.log(JSON.stringify({ failure: code, values }));
  } else if (error instanceof ServerRefusal) {
    console.error(printable(`${error.sentence} [${error.code}]`));
  } else {
    console.error(describeFailure(error, translator));
  }
}

/** What commands need besides files. The composition root provides it, and loads each part only when its command runs. */
export interface Backends {
  /** Of the program, such as `0.1.0 (048a3b8c1d2e)`. */
  readonly version: string;
  serve(options: ServeOptions): Promise<Served>;
  worker(): Promise<Working>;
  demo(): Promise<RunDemo>;
  card(): Promise<CardBackend>;
  migrate(): Promise<readonly string[]>;
  keyFiles(): Promise<KeyFiles>;
  auditExport(): Promise<AuditExportBackend>;
  readonly staff: OpenStaff;
  readonly rescueSource: OpenRescueSource;
  /** Opens the cards of leads. */
  readonly cards: CardOpeners;
  readonly officeKey: OfficeAccess['officeKey'];
  /** Where the person sits who is asked. */
  readonly terminal: Terminal;
}

/** The command line `lianshu` in the translator's language. For wrong usage, commander prints the error and throws a CommanderError. */
function createProgram(translator: Translator, backends: Backends): LocalizedCommand {
  const program = new LocalizedCommand(translator, 'lianshu');
  program
    .description(translator.text('help.program'))
    .addOption(new Option('--lang <language>', translator.text('help.lang')).choices(languages))
    .version(backends.version, '-V, --version', translator.text('help.version'))
    .helpOption('-h, --help', translator.text('usage.help-option'))
    .helpCommand('help [command]', translator.text('usage.help-command'))
    .addHelpText('after', `\n${translator.text('help.exit-codes')}`)
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();
  registerServe(program, translator, (options) => backends.serve(options));
  registerWorker(program, translator, () => backends.worker());
  registerDemo(program, translator, () => backends.demo());
  registerCard(program, translator, () => backends.card());
  registerInit(program, translator, () => backends.keyFiles());
  registerMigrate(program, translator, () => backends.migrate());
  registerIntakeKey(program, translator, () => backends.keyFiles());
  registerStaff(program, translator, backends.staff);
  registerLeadOpen(program, translator, backends);
  registerLeadProgress(program, translator, backends);
  registerLeadSubmit(program, translator, backends);
  registerLeadExport(program, translator, backends);
  registerLeadStruckOut(program, translator, backends);
  registerMisuseReport(program, translator, backends);
  registerRecordOpen(program, translator);
  registerReceiptVerify(program, translator);
  registerRosterOpen(program, translator);
  registerMoiOpen(program, translator, backends);
  registerMoiAnswer(program, translator, backends);
  registerAuditVerify(program, translator);
  registerAuditExport(program, translator, () => backends.auditExport());
  registerRescueExport(program, translator, backends.rescueSource);
  registerPkiVerify(program, translator);
  registerPkiCrl(program, translator);
  return program;
}
