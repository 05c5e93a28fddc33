import { signatureIn } from './event.js';
import { auditLine, checkpointLine, signedDataLine } from './exported-line.js';
import type { AuditLog, CheckpointStore, StoredCheckpoint } from './ports.js';

/** What an export is made from. */
export interface ExportedStores {
  readonly log: Pick<AuditLog, 'page' | 'signedData'>;
  readonly checkpoints: Pick<CheckpointStore, 'last' | 'after'>;
}

const perPage = 1000;

/**
 * The whole log as lines of JSONL with their line ends: each event from the first, after it the SignedData that its `signature` names,
 * and the checkpoints whose head it is. Only one page is in memory at a time. Nothing is checked: what is missing or wrong in the
 * database is so in the export, for `verifyExport` to find.
 */
export async function* exportAuditLog({ log, checkpoints }: ExportedStores): AsyncGenerator<string> {
  const waiting = new WaitingCheckpoints(checkpoints);
  // Those signed from now on are left out: their events may come after the last page.
  await waiting.start();
  let last = 0;
  yield* waiting.upTo(last);
  for (;;) {
    const events = await log.page(last, perPage);
    const signedData = await log.signedData(events.flatMap((event) => signatureIn(event) ?? []));
    for (const event of events) {
      yield `${auditLine(event)}\n`;
      const signed = signedData.get(signatureIn(event) ?? '');
      if (signed !== undefined) yield `${signedDataLine(signed)}\n`;
      yield* waiting.upTo(event.seq);
    }
    const final = events.at(-1);
    if (final === undefined) break;
    last = final.seq;
  }
  yield* waiting.upTo(Infinity);
}

/** The checkpoints that there were at the start, in order, page by page. */
class WaitingCheckpoints {
  private page: StoredCheckpoint[] = [];
  private read = 0;
  private last = 0;

  constructor(private readonly checkpoints: ExportedStores['checkpoints']) {}

  async start(): Promise<void> {
    this.last = (await this.checkpoints.last())?.number ?? 0;
  }

  /** Those of no more than so many events that haven't been taken. */
  async *upTo(events: number): AsyncGenerator<string> {
    for (
      let next = await this.next();
      next !== undefined && next.events <= events;
      next = await this.next()
    ) {
      yield `${checkpointLine(next.jws)}\n`;
      this.page.shift();
    }
  }

  private async next(): Promise<StoredCheckpoint | undefined> {
    if (this.page.length === 0 && this.read < this.last) {
      this.page = [...(await this.checkpoints.after(this.read, Math.min(perPage, this.last - this.read)))];
      // A gap, which only the owner can make, ends the reading: the verification shows it.
      this.read = this.page.at(-1)?.number ?? this.last;
    }
    return this.page[0];
  }
}
