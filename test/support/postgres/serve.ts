import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabase } from '../../../src/adapters/postgres/database.js';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/embedded-postgres.js';
import { createTemplate, shareAmongSpecs } from './database.js';

// A process beside jest, whose global setup can't load ES modules written in TypeScript: starts the server, prints where
// the template is, and cleans up when its standard input closes, however jest ended.
const given = process.env.DATABASE_URL;
const folder = await mkdtemp(join(tmpdir(), 'lianshu-test-'));
const embedded = given === undefined ? await startEmbeddedPostgres({ folder, durable: false }) : undefined;
const made = await createTemplate(embedded?.url ?? given ?? '');
const installations = embedded === undefined ? 1 : await shareAmongSpecs(embedded.url);
process.stdout.write(`${JSON.stringify({ ...made, installations })}\n`);
process.stdin.resume().once('end', () => {
  void (async () => {
    await (embedded === undefined ? dropDatabase(made.serverUrl, made.template) : embedded.stop());
    await rm(folder, { recursive: true, force: true });
  })();
});
