/*
 * A server in a process of its own, as in production but for its time, which stands still, and its batches: their chunks are of a few records, and
 * it never comes to write the verdicts of the second, as where its database hangs. A test kills it there. Its argument is a configuration as JSON,
 * with the time; it says where it listens.
 */
import { startApplication } from '../../../src/application.js';
import { VERDICT_STORE, type VerdictStore } from '../../../src/checking/index.js';
import type { Configuration } from '../../../src/configuration/configuration.js';
import { ManualClock } from '../../../src/devkit/index.js';
import { TrustService } from '../../../src/trust/index.js';

/** What the process is told. */
export type ServerSettings = Configuration & { readonly now: string; readonly recordsPerChunk: number };

// It does not outlive whoever started it.
process.stdin.once('end', () => process.exit()).resume();
const [given = ''] = process.argv.slice(2);
const { now, recordsPerChunk, ...configuration } = JSON.parse(given) as ServerSettings;
const { app, address } = await startApplication(configuration, new ManualClock(new Date(now)));
const store = app.get<VerdictStore>(VERDICT_STORE, { strict: false });
const addChunk = store.addChunk.bind(store);
let written = 0;
const untilKilled: VerdictStore['addChunk'] = (...chunk) =>
  written++ === 0 ? addChunk(...chunk) : new Promise(() => undefined);
Object.assign(store, { recordsPerChunk, addChunk: untilKilled });
await app.get(TrustService, { strict: false }).refresh();
process.stdout.write(`${address}\n`);
