import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, type Result } from '../core/result.js';
import { CrlIndex, type CrlIndexTransfer } from '../core/revocation/index.js';
import type { Certificate } from '../core/x509/index.js';
import {
  directListReader,
  type ListErrorCode,
  type ListReader,
  type RevocationList,
  revocationList,
} from './revocation-list.js';

/** What the thread is given. */
export interface ListWork {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Certificates, DER. */
  readonly authorities: readonly Uint8Array[];
}

/** What the thread sends back. */
export type ListWorkOutcome = Result<TransferredIndex, ListErrorCode>;

/** A verified index on its way between threads. */
interface TransferredIndex {
  readonly transfer: CrlIndexTransfer;
  /** SubjectPublicKeyInfo, DER. */
  readonly authorityKey: Uint8Array;
}

/** A list of fewer bytes is read faster than a thread starts. */
export const threadWorthyBytes = 256 * 1024;

/**
 * Reads large lists in a separate thread, so that a list of 20 MB delays no intake. Small ones are read at once. Where the thread
 * fails, `read` rejects, and the CRL refresh records a failure of that source.
 */
export class WorkerListReader implements ListReader {
  constructor(private readonly start: (work: ListWork) => Worker = startThread) {}

  async read(
    bytes: Uint8Array,
    authorities: readonly Certificate[],
  ): Promise<Result<RevocationList, ListErrorCode>> {
    if (bytes.length < threadWorthyBytes) return directListReader.read(bytes, authorities);
    const ders = authorities.map(({ der }) => Uint8Array.from(der));
    const worker = this.start({ bytes: Uint8Array.from(bytes), authorities: ders });
    try {
      // Rejects on the thread's `error`.
      const [outcome] = (await once(worker, 'message')) as [ListWorkOutcome];
      return outcome.ok ? ok(received(outcome.value)) : outcome;
    } finally {
      await worker.terminate();
    }
  }
}

const received = ({ transfer, authorityKey }: TransferredIndex): RevocationList =>
  revocationList({ index: CrlIndex.fromTransfer(transfer), authorityKey });

/** The script beside this file, built or not. */
const script = new URL(`./list-worker${extname(import.meta.url)}`, import.meta.url);

const startThread = (work: ListWork): Worker =>
  new Worker(script, { workerData: work, transferList: [work.bytes.buffer] });
