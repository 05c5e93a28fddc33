import cluster from 'node:cluster';
import path from 'node:path';
import 'reflect-metadata';
import { runCommandLine } from './cli/command-line.js';
import type { Served, ServeOptions } from './cli/serve.js';
import { StandardTerminal } from './cli/terminal.js';
import { systemClock } from './adapters/clock/system-clock.js';
import { describeBuild, readBuild } from './configuration/build.js';

// What needs the application or the database is loaded only when its command runs: a receipt is verified without either.
const application = () => import('./application.js');
const database = () => import('./adapters/postgres/for-commands.js');
const configuration = async () =>
  (await import('./configuration/configuration.js')).readConfiguration(process.env);

// Whoever reads our output may stop reading (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runCommandLine(process.argv.slice(2), process.env, {
  version: describeBuild(readBuild()),
  serve: async ({ processes, only }) => {
    if (processes > 1 && cluster.isPrimary) return serveTogether(processes, only);
    const server = await (await application()).serve(only);
    return cluster.isPrimary ? server : { ...server, address: undefined };
  },
  worker: async () => (await import('./worker.js')).work(),
  demo: async () => (await import('./demo.js')).runDemo,
  card: () => import('./card.js'),
  migrate: async () => (await database()).migrateDatabase(await configuration()),
  keyFiles: async () => {
    const [{ makePlatformKeys, rotateIntakeKey }, { publishIntakeKey }, settings] = await Promise.all([
      import('./adapters/keys/platform-keys.js'),
      database(),
      configuration(),
    ]);
    const folder = path.join(settings.home, 'keys');
    return {
      folder,
      make: () => makePlatformKeys(folder, settings.token !== undefined),
      rotate: async () => {
        const publish = (publicKey: Uint8Array) => publishIntakeKey(settings, publicKey, systemClock.now());
        const { token } = settings;
        if (token === undefined) return { place: folder, ...(await rotateIntakeKey(folder, publish)) };
        const { rotateTokenIntakeKey } = await import('./adapters/pkcs11/token-intake-key.js');
        return { place: token.token, ...(await rotateTokenIntakeKey(token, publish)) };
      },
    };
  },
  staff: async () => ({
    ...(await (await database()).openStaffDatabase(await configuration())),
    clock: systemClock,
  }),
  auditExport: async () => (await database()).openStaffDatabase(await configuration()),
  rescueSource: async (url) => (await import('./adapters/postgres/lead-rounds.js')).openRescueSource(url),
  cards: {
    pkcs12: async (files, passphrase) => {
      const { openPkcs12Card } = await import('./adapters/cards/pkcs12-card.js');
      return openPkcs12Card({ files, passphrase, clock: systemClock });
    },
    pkcs11: async (module, token) => {
      const { openPkcs11Card } = await import('./adapters/cards/pkcs11-card.js');
      return openPkcs11Card({ module, token, clock: systemClock });
    },
  },
  officeKey: async (file, passphrase) => {
    const { openPkcs12Key } = await import('./adapters/cards/pkcs12-card.js');
    return openPkcs12Key(file, passphrase);
  },
  terminal: new StandardTerminal(),
});

// The channel to the first of several processes would keep this one up.
if (cluster.isWorker) process.exit();

/** Where the first process doesn't start, it has said why itself, and this one ends as it did. */
async function serveTogether(count: number, only: ServeOptions['only']): Promise<Served> {
  const { ProcessNotStarted, serveProcesses } = await import('./processes.js');
  try {
    return await serveProcesses(count, only);
  } catch (error) {
    if (error instanceof ProcessNotStarted) process.exit(error.exitCode);
    throw error;
  }
}
