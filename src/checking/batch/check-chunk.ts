import { equalOctets } from '../../core/octets.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { Batch, RecordSource, StoredRecord, VerdictStore } from '../ports.js';
import { sealClaims } from './chunk-claims.js';
import type { RoundVerifier } from './round-verifier.js';
import { type CheckedRecord, verdictOn } from './verdict.js';

/** What {@link checkChunk} works with. */
export interface ChunkCheck {
  readonly records: Pick<RecordSource, 'ofChunk'>;
  readonly verdicts: Pick<VerdictStore, 'addChunk'>;
  readonly verifier: Pick<RoundVerifier, 'verify'>;
  readonly commissionDecryptionKey: Pick<CommissionDecryptionKey, 'certificate'>;
}

/**
 * Checks one chunk of a batch and writes its verdicts, in one transaction. Answers the batch with them; undefined where the chunk has
 * verdicts already. A run that is killed before it has written left nothing behind: whoever takes the chunk next begins it anew.
 */
export async function checkChunk(
  batch: Batch,
  chunk: number,
  { records, verdicts, verifier, commissionDecryptionKey }: ChunkCheck,
): Promise<Batch | undefined> {
  const stored = await records.ofChunk(batch.roundId, chunk);
  if (stored === undefined) return undefined;
  const checked = await verifier.verify(stored);
  const given = checked.map(verdictOn);
  // Each record gets its own verdict. A verdict on another record, or a missing one, is a bug that must stop the batch.
  const own = given.length === stored.length && given.every((each, index) => isOn(each, stored[index]));
  if (!own) throw new Error('a verdict that is not on the record checked');
  const sealed = sealClaims({ batch, chunk }, claimsIn(checked), commissionDecryptionKey.certificate);
  return verdicts.addChunk(batch, chunk, given, sealed);
}

function isOn(verdict: Pick<StoredRecord, 'commitment'>, record: StoredRecord | undefined): boolean {
  return record !== undefined && equalOctets(record.commitment, verdict.commitment);
}

function claimsIn(checked: readonly CheckedRecord[]) {
  return checked.flatMap((each) => (each.kind === 'good' ? [each.claim] : []));
}
