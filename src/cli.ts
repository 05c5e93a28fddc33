#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { registerAuditExport } from './cli/audit-export.js';
import { registerAuditVerify } from './cli/audit-verify.js';
import { registerDemo } from './cli/demo.js';
import { registerLeadExport } from './cli/lead-export.js';
import { registerMigrate } from './cli/migrate.js';
import { registerPki } from './cli/pki.js';
import { registerReceiptVerify } from './cli/receipt-verify.js';
import { registerRecordOpen } from './cli/record-open.js';
import { registerRescueExport } from './cli/rescue-export.js';
import { registerRosterOpen } from './cli/roster-open.js';
import { registerServe } from './cli/serve.js';
import { registerStaffAdd } from './cli/staff-add.js';

const program = new Command('lianshu').description(
  '電子連署 · electronic co-signing of national referendum cases in Taiwan',
);

// What needs the whole application is loaded only when its command runs: a receipt is verified without a database.
const application = () => import('./application.js');
const backends = () => import('./composition/command-backends.js');

registerServe(program, async () => (await application()).serve());
registerDemo(program, async () => (await import('./demo.js')).runDemo);
registerMigrate(program, async () => (await backends()).migrateDatabase());
registerStaffAdd(program, async () => (await backends()).openStaffAdd());
registerLeadExport(program);
registerRecordOpen(program);
registerReceiptVerify(program);
registerRosterOpen(program);
registerAuditExport(program, async () => (await backends()).openAuditExport());
registerAuditVerify(program);
registerRescueExport(program, async (url) =>
  (await import('./adapters/postgres/index.js')).openRescueSource(url),
);
registerPki(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  // An operator's mistake gets its sentence; a bug gets its stack, without values.
  const { describeFailure } = await import('./cli/failure.js');
  console.error(describeFailure(error));
}
