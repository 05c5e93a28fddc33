/**
 * `npm run drill -- kill-rounds [ROUNDS]`: 100 rounds, in each of which the server or PostgreSQL is killed by SIGKILL while people co-sign. Prints
 * the report as JSON, and ends with 1 where an answer did not hold.
 */
import 'reflect-metadata';
import { allKept } from '../support/drill/kept-answers.js';
import { killRounds } from '../support/drill/kill-rounds.js';

const rounds = Number(process.argv[2] ?? 100);
const report = await killRounds(rounds, ['server', 'postgres'], (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${JSON.stringify({ rounds, ...report })}\n`);
process.exit(allKept(report) ? 0 : 1);
