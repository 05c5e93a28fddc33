import 'reflect-metadata';
import { runCommandLine } from './cli/command-line.js';

// What needs the whole application is loaded only when its command runs: a receipt is verified without a database.

// What needs the whole application is loaded only when its command runs: a receipt is verified without a database.
const application = () => import('./application.js');
const backends = () => import('./composition/command-backends.js');
// Whoever reads our output may stop reading (`| head`): that is no failure of ours.

// Whoever reads our output may stop reading (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runCommandLine(process.argv.slice(2), process.env, {
  serve: async () => (await application()).serve(),
  demo: async () => (await import('./demo.js')).runDemo,
  migrate: async () => (await backends()).migrateDatabase(),
  staff: async () => (await backends()).openStaff(),
  auditExport: async () => (await backends()).openAuditExport(),
  rescueSource: async (url) => (await import('./adapters/postgres/lead-rounds.js')).openRescueSource(url),
});
