/**
 * `npm run drill -- overload [TIMES] [SECONDS]`: ten times the rate that the server can take, for 30 s. Prints the report as JSON. PostgreSQL, the
 * server and this process, which sends, share the machine.
 */
import 'reflect-metadata';
import { overload } from '../support/drill/overload.js';

const [times = 10, seconds = 30] = process.argv.slice(2).map(Number);
const report = await overload(times, seconds);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(report.otherwise === 0 ? 0 : 1);
