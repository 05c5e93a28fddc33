import { Option } from 'commander';
import { type AuditExportBackend, registerAuditExport } from './audit-export.js';
import { registerAuditVerify } from './audit-verify.js';
import { type DemoRun, registerDemo } from './demo.js';
import { registerLeadExport } from './lead-export.js';
import { LocalizedCommand } from './localized-command.js';
import { registerMigrate } from './migrate.js';
import { registerPki } from './pki.js';
import { registerReceiptVerify } from './receipt-verify.js';
import { registerRecordOpen } from './record-open.js';
import { type OpenRescueSource, registerRescueExport } from './rescue-export.js';
import { registerRosterOpen } from './roster-open.js';
import { registerServe, type Served } from './serve.js';
import { registerStaff } from './staff.js';
import type { OpenStaff } from './staff/backend.js';
import { languages, type Voice } from './voice.js';

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
export function createProgram(voice: Voice, backends: Backends): LocalizedCommand {
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
