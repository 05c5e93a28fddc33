import { parentPort, workerData } from 'node:worker_threads';
import { parseCertificate } from '../core/x509/index.js';
import { readVerifiedIndex } from './revocation-list.js';
import type { ListWork, ListWorkOutcome } from './worker-list-reader.js';

/** The thread's whole life: read and verify one list, hand its buffers back, end. */
const { bytes, authorities } = workerData as ListWork;
const certificates = authorities.map(parseCertificate).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
const verified = readVerifiedIndex(bytes, certificates);
if (verified.ok) {
  const { index, authorityKey } = verified.value;
  // Its digest is computed here, off the main thread.
  const { data: transfer, transferList } = index.toTransfer();
  parentPort?.postMessage(
    { ok: true, value: { transfer, authorityKey } } satisfies ListWorkOutcome,
    transferList,
  );
} else {
  parentPort?.postMessage(verified satisfies ListWorkOutcome);
}
