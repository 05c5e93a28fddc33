import { parentPort } from 'node:worker_threads';
import { buffersOf, octetSeries, partsOf } from '../core/octet-series.js';
import { SealingHere } from './record-sealing.js';
import type { ToSeal } from './sealing-in-thread.js';

/**
 * The thread that `SealingInThread` starts: it seals the groups that it is sent, with the same code as `SealingHere`, and answers each with one
 * message. It has no private key and no database.
 */
const sealing = new SealingHere();

parentPort?.on('message', ({ nationalIds, keys, evidence }: ToSeal) => {
  const records = partsOf(evidence).flatMap((each, index) => {
    const roundKeys = keys[index];
    return roundKeys === undefined
      ? []
      : [sealing.sealed({ nationalId: nationalIds[index], evidence: each }, roundKeys)];
  });
  const sealed = octetSeries(records);
  parentPort?.postMessage(sealed, buffersOf(sealed));
});
