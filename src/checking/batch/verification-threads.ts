import { encodeLeadRecord } from '../../core/cms/index.js';
import type { PastTrustConfiguration, RevocationArchive } from '../../trust/index.js';
import type { StoredRecord } from '../ports.js';
import type { Claim } from './claim.js';
import { openerWith } from './round-context.js';
import type { RoundVerifier, RoundVerifiers } from './round-verifier.js';
import type { RoundMaterial } from './submitted-round.js';
import type { RecordOutcome, RecordsToThread } from './thread-messages.js';
import { type ThreadRound, VerificationThread } from './thread-handle.js';
import type { CheckedRecord } from './verdict.js';

/** Records that a thread is sent at once: enough to be worth a message, few enough that all threads end a chunk together. */
const recordsAtOnce = 64;

/** Bytes of archived lists that all threads together keep in memory. */
const readyBytes = 384 * 1024 * 1024;
/** What one thread keeps at least: the lists of a day of both generations of MOICA. */
const leastReadyBytes = 64 * 1024 * 1024;

/** What {@link VerificationThreads} works with. */
export interface ThreadDependencies {
  readonly trust: PastTrustConfiguration;
  readonly archive: Pick<RevocationArchive, 'get'>;
  /** At least one. */
  readonly threads: number;
}

/**
 * Verifies records in threads, on every core. They are started with the first records, and started anew where one ended. A round key in
 * memory is handed to them as the key object that it is; of one in a hardware module they get nothing: those records are opened here.
 */
export class VerificationThreads implements RoundVerifiers {
  private readonly threads: VerificationThread[];
  private rounds = 0;

  constructor({ trust, archive, threads }: ThreadDependencies) {
    const start = { trust, readyBytes: Math.max(leastReadyBytes, Math.floor(readyBytes / threads)) };
    this.threads = Array.from({ length: threads }, () => new VerificationThread(start, archive));
  }

  open({ leadKey, commissionKey, rules }: RoundMaterial): RoundVerifier {
    const { inMemory } = commissionKey;
    this.rounds += 1;
    const keys = inMemory && { lead: leadKey, commission: inMemory };
    const round: ThreadRound = { kind: 'round', round: this.rounds, rules, keys };
    const openHere = openerWith(leadKey, commissionKey);
    const bytesOf =
      keys !== undefined
        ? ({ record }: StoredRecord) => record
        : ({ record }: StoredRecord) => openedBytes(openHere(record));
    const run = (kind: RecordsToThread['kind'], records: readonly StoredRecord[]) =>
      this.run(round, kind, records.map(bytesOf));
    return {
      verify: async (records) => {
        const outcomes = await run('verify', records);
        return records.map((record, index) => checkedOf(record, outcomes[index]));
      },
      claimsOf: async (records) => {
        const outcomes = await run('claims', records);
        return records.map((record, index) => claimOf(record, outcomes[index]));
      },
      close: () => {
        for (const thread of this.threads) thread.forget(round.round);
      },
    };
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private async run(
    round: ThreadRound,
    kind: RecordsToThread['kind'],
    records: readonly Uint8Array[],
  ): Promise<readonly RecordOutcome[]> {
    const tasks: Promise<readonly RecordOutcome[]>[] = [];
    for (let start = 0; start < records.length; start += recordsAtOnce) {
      const part = records.slice(start, start + recordsAtOnce);
      tasks.push(this.idlest().run(round, kind, part));
    }
    return (await Promise.all(tasks)).flat();
  }

  /** The thread with the fewest records before it. */
  private idlest(): VerificationThread {
    const [first, ...others] = this.threads;
    if (first === undefined) throw new Error('no thread to verify in');
    return others.reduce((idlest, each) => (each.waiting < idlest.waiting ? each : idlest), first);
  }
}

const notOpened = new Uint8Array();

/** What was opened here, as the thread reads it; what doesn't open is empty. */
function openedBytes(opened: ReturnType<ReturnType<typeof openerWith>>): Uint8Array {
  if (opened === undefined) return notOpened;
  return encodeLeadRecord({ nationalId: opened.nationalId, sealedEvidence: opened.evidence });
}

function checkedOf({ commitment }: StoredRecord, outcome: RecordOutcome | undefined): CheckedRecord {
  if (outcome === undefined) throw new Error('a record without an outcome');
  return typeof outcome === 'string'
    ? { kind: 'struck-out', commitment, code: outcome }
    : { kind: 'good', claim: { ...outcome, commitment } };
}

function claimOf({ commitment }: StoredRecord, outcome: RecordOutcome | undefined): Claim {
  if (outcome === undefined || typeof outcome === 'string') throw new Error('a record without a claim');
  return { ...outcome, commitment };
}
