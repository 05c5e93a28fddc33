import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RecordContent } from '../core/cms/index.js';
import { GroupedWork } from '../core/grouped-work.js';
import { buffersOf, octetSeries, type OctetSeries, partsOf } from '../core/octet-series.js';
import { type RecordSealing, type RoundKeys, SealingHere } from './record-sealing.js';

/** What the thread is sent: co-signatures to seal, in the same order in all three. It answers the sealed records in that order. */
export interface ToSeal {
  readonly nationalIds: readonly (string | undefined)[];
  readonly keys: readonly RoundKeys[];
  readonly evidence: OctetSeries;
}

/** One co-signature to seal. */
interface Content {
  readonly content: RecordContent;
  readonly keys: RoundKeys;
}

/** The script beside this file, built or not. */
const script = new URL(`./sealing-thread${extname(import.meta.url)}`, import.meta.url);

/** Starts a thread of `sealing-thread.ts`. `execArgv` says how node is told to load the sources, where it has to be. */
export const startSealingThread = (execArgv?: string[]): Worker =>
  new Worker(script, execArgv && { execArgv });

/** Sealed together, at most: few, so that the thread that asks has something to go on with while the others are sealed. */
const group = 8;

/**
 * Seals in a thread of its own: the two agreements of a record are a fifth of what a co-signature costs, and a server with a core to spare takes
 * more with them there. What arrives while the thread works goes to it together. Where the thread ends or fails, this one seals, and the next
 * group starts a new thread.
 */
export class SealingInThread implements RecordSealing {
  private worker: Worker | undefined;
  private readonly here = new SealingHere();
  private readonly groups = new GroupedWork<Content, Uint8Array>((contents) => this.sealAll(contents), {
    group,
    underWay: 1,
  });

  constructor(private readonly start: () => Worker = startSealingThread) {}

  seal(content: RecordContent, keys: RoundKeys): Promise<Uint8Array> {
    return this.groups.add({ content, keys });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private async sealAll(contents: readonly Content[]): Promise<readonly Uint8Array[]> {
    try {
      return await this.sealThere(contents);
    } catch {
      this.forget();
      return contents.map(({ content, keys }) => this.here.sealed(content, keys));
    }
  }

  private async sealThere(contents: readonly Content[]): Promise<readonly Uint8Array[]> {
    const worker = (this.worker ??= this.started());
    const evidence = octetSeries(contents.map(({ content }) => content.evidence));
    const message: ToSeal = {
      nationalIds: contents.map(({ content }) => content.nationalId),
      keys: contents.map(({ keys }) => keys),
      evidence,
    };
    worker.postMessage(message, buffersOf(evidence));
    worker.ref();
    // Rejects on the thread's `error`, which comes before its end.
    const [sealed] = (await once(worker, 'message')) as [OctetSeries];
    worker.unref();
    return partsOf(sealed);
  }

  private started(): Worker {
    const worker = this.start();
    worker.on('exit', () => worker.emit('error', new Error('the thread that seals has ended')));
    worker.on('error', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    return worker;
  }

  private forget(): void {
    const { worker } = this;
    this.worker = undefined;
    if (worker !== undefined) void worker.terminate();
  }
}
