/**
 * `npm run bench -- make-records [records]`: makes the records of a round for `npm run bench -- check`, once: real signatures, a certificate
 * and key of its own for each, sealed in both layers, and the mix of faults of `plannedVerdict`. They are kept in `.lianshu/bench`.
 */
import { benchArguments } from '../support/bench/arguments.js';
import { madeRecords } from '../support/bench/made-records.js';

const { count } = benchArguments('make-records', { name: 'records', usual: 20_000, least: 1 });
const began = performance.now();
const { files } = await madeRecords(count);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${count} records in ${files.length} files, ${seconds} s`);
