import type { PastCertificateValidator, StoredRecord } from '../ports.js';
import type { Claim } from './claim.js';
import { contextOf } from './round-context.js';
import type { RoundMaterial } from './submitted-round.js';
import type { CheckedRecord } from './verdict.js';
import { claimOf, type VerificationContext, verifyRecord } from './verify-record.js';

/** Verifies records of one round, many at once, in this thread or in others. */
export interface RoundVerifier {
  /**
   * Verifies these records, in their order. The content of a record never makes it reject. Rejects with `ArchiveIncompleteError` where the
   * archive lacks revocation data that one of them was accepted by.
   */
  verify(records: readonly StoredRecord[]): Promise<readonly CheckedRecord[]>;
  /** The claims of records that were found good, in their order, without verifying them again. Rejects where one can't have been. */
  claimsOf(records: readonly StoredRecord[]): Promise<readonly Claim[]>;
  /** Forgets the round's keys. */
  close(): void;
}

/** Opens verifiers of rounds. */
export interface RoundVerifiers {
  open(material: RoundMaterial): RoundVerifier;
  /** Ends the threads, if there are any. */
  end(): Promise<void>;
}

/** Injection token for {@link RoundVerifiers}. */
export const ROUND_VERIFIERS = Symbol('RoundVerifiers');

/** Injection token for the number of threads that verify records. With 0, the thread that asks does it. */
export const CHECK_THREADS = Symbol('threads that verify records');

/** Records verified at the same time, so that not every record waits for archived revocation data by itself. */
const concurrency = 8;

/** Opens verifiers that work in this thread. */
export function verifiersHere(validator: PastCertificateValidator): RoundVerifiers {
  return {
    open: (material) => verifierHere(contextOf(material, validator)),
    end: () => Promise.resolve(),
  };
}

/** Verifies in this thread. */
export function verifierHere(context: VerificationContext): RoundVerifier {
  return {
    verify: (records) => mapBounded(records, concurrency, (record) => verifyRecord(record, context)),
    claimsOf: (records) => Promise.resolve(records.map((record) => claimOf(record, context))),
    close: () => undefined,
  };
}

/** Applies `work` to every item, at most `limit` at a time, and gives the answers in the items' order. */
export async function mapBounded<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Array<Answer>(items.length);
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return answers;
}
