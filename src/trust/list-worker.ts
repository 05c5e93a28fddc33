import { parentPort, workerData } from 'node:worker_threads';
import { parseCertificate } from '../core/x509/index.js';
import { readVerifiedIndex } from './revocation-list.js';
import type { ListWork, ListWorkOutcome } from './worker-list-reader.js';

/** All that the thread does: it reads and verifies one list, sends its buffers back, and ends. */
const { bytes, authorities } = workerData as ListWork;
const certificates = authorities.map(parseCertificate).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
const verified = readVerifiedIndex(bytes, certificates);
if (verified.ok) {
  const { index, authorityKey } = verified.value;
  // The digest is computed here too, so that the main thread does not have to.
  const { data: transfer, transferList } = index.toTransfer();
  parentPort?.postMessage(
    { ok: true, value: { transfer, authorityKey } } satisfies ListWorkOutcome,
    transferList,
  );
} else {
  parentPort?.postMessage(verified satisfies ListWorkOutcome);
}
