import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buffersOf, octetSeries } from '../../core/octet-series.js';
import type { RevocationArchive } from '../../trust/index.js';
import type { FromThread, RecordOutcome, RecordsToThread, ThreadStart, ToThread } from './thread-messages.js';
import { ArchiveIncompleteError } from './verify-record.js';

/** A round, as a thread is told of it. */
export type ThreadRound = Extract<ToThread, { kind: 'round' }>;

interface Task {
  readonly records: number;
  readonly done: (outcomes: readonly RecordOutcome[]) => void;
  readonly failed: (error: Error) => void;
}

/** The script beside this file, built or not. */
const script = new URL(`./verification-thread${extname(import.meta.url)}`, import.meta.url);

/** Starts a thread of `verification-thread.ts`. */
export const startThread = (start: ThreadStart, execArgv?: string[]): Worker =>
  new Worker(script, { workerData: start, ...(execArgv && { execArgv }) });

/** A thread that verifies records: started when it is first needed, and once more after it ended. It keeps the process alive while it works. */
export class VerificationThread {
  private worker: Worker | undefined;
  private readonly known = new Set<number>();
  private readonly tasks = new Map<number, Task>();
  private sent = 0;

  constructor(
    private readonly start: () => Worker,
    private readonly archive: Pick<RevocationArchive, 'get'>,
  ) {}

  /** Records that it has been sent and not answered. */
  get waiting(): number {
    return [...this.tasks.values()].reduce((sum, { records }) => sum + records, 0);
  }

  /** Sends records, and answers their outcomes in their order. Rejects as `RoundVerifier.verify`, and where the thread ends. */
  run(
    round: ThreadRound,
    kind: RecordsToThread['kind'],
    records: readonly Uint8Array[],
  ): Promise<readonly RecordOutcome[]> {
    const worker = (this.worker ??= this.started());
    if (!this.known.has(round.round)) worker.postMessage(round satisfies ToThread);
    this.known.add(round.round);
    this.sent += 1;
    const task = this.sent;
    const series = octetSeries(records);
    const message: ToThread = { kind, task, round: round.round, records: series };
    worker.postMessage(message, buffersOf(series));
    worker.ref();
    return new Promise((done, failed) => {
      this.tasks.set(task, { records: records.length, done, failed });
    });
  }

  /** Has it forget the keys of a round. */
  forget(round: number): void {
    if (this.known.delete(round)) this.worker?.postMessage({ kind: 'forget', round } satisfies ToThread);
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker {
    const worker = this.start();
    worker.on('message', (message: FromThread) => {
      this.take(message, worker);
    });
    const ended = (error: Error): void => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.known.clear();
      for (const { failed } of this.tasks.values()) failed(error);
      this.tasks.clear();
    };
    worker.on('error', ended);
    worker.on('exit', () => {
      ended(new Error('a thread that verifies records has ended'));
    });
    return worker;
  }

  private take(message: FromThread, worker: Worker): void {
    if (message.kind === 'list-wanted') {
      void this.sendList(worker, message.list, message.sha256);
      return;
    }
    const task = this.tasks.get(message.task);
    this.tasks.delete(message.task);
    if (this.tasks.size === 0) worker.unref();
    if (message.kind === 'outcomes') task?.done(message.outcomes);
    else task?.failed(message.archive ? new ArchiveIncompleteError() : new Error(message.bug));
  }

  private async sendList(worker: Worker, list: number, sha256: Uint8Array): Promise<void> {
    // An archive that can't be read counts as missing data.
    const bytes = await this.archive.get(sha256).catch(() => undefined);
    worker.postMessage({ kind: 'list', list, bytes: bytes && Uint8Array.from(bytes) } satisfies ToThread);
  }
}
