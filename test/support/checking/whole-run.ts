import { checkChunk, type ChunkCheck } from '../../../src/checking/batch/check-chunk.js';
import { type BatchFinish, finishBatch } from '../../../src/checking/batch/finish-batch.js';
import type { Batch, RecordSource, VerdictStore } from '../../../src/checking/ports.js';

/** What {@link runWhole} works with. */
export interface WholeRun extends ChunkCheck, BatchFinish {
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly commissionDecryptionKey: ChunkCheck['commissionDecryptionKey'] &
    BatchFinish['commissionDecryptionKey'];
}

/** Does all that is left of a batch, one chunk after the other, as `CheckRun` does. */
export async function runWhole(batch: Batch, run: WholeRun): Promise<void> {
  for (const chunk of await run.verdicts.openChunks(batch)) await checkChunk(batch, chunk, run);
  const checked = await run.verdicts.batchOf(batch.roundId);
  if (checked?.phase === 'judging') await finishBatch(checked, run);
}
