/**
 * `npm run drill -- standby [PEOPLE]`: a primary with a synchronous standby is killed under load, and the standby promoted. Prints the
 * report as JSON, and ends with 1 where an answer did not hold.
 */
import 'reflect-metadata';
import { allKept } from '../support/drill/kept-answers.js';
import { standbyDrill } from '../support/drill/standby.js';

const report = await standbyDrill(Number(process.argv[2] ?? 3000));
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(allKept(report) ? 0 : 1);
