import { parentPort, workerData } from 'node:worker_threads';
import { bareWork } from './bare-cryptography.js';
import { BenchRound } from './bench-round.js';
import { recordsIn } from './made-records.js';

/* A thread of `bareMicroseconds`: it makes its inputs ready, says so, and does the bare cryptography of them when it is told to begin. */

const records = [...recordsIn(String(workerData))].slice(0, 4_000);
const work = bareWork(records, new BenchRound());
work();
parentPort?.postMessage('ready');
parentPort?.once('message', () => parentPort?.postMessage(work()));
