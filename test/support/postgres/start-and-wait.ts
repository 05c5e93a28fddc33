import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/embedded-postgres.js';

// Starts the embedded server, says where, and does nothing more: a test kills this process and looks what is left.
const folder = process.argv.at(2);
if (folder === undefined) throw new Error('no folder');
const server = await startEmbeddedPostgres({ folder, durable: false });
process.stdout.write(`${server.url}\n`);
setInterval(() => undefined, 60_000);
