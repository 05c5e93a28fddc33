import type { AuditEntry } from '../../audit/index.js';
import type { RoundId } from '../../core/identifiers.js';
import type { PaperPlace } from './paper-row.js';

/** The two entries of the same rows, by two people (兩次登錄). */
export const entryNames = ['first', 'second'] as const;
export type EntryName = (typeof entryNames)[number];

/** The person who entered rows: their membership, and the holder of their certificate. */
export interface EnteredBy {
  /** UUID of the member. */
  readonly memberId: string;
  /** See `holderDigest`. */
  readonly holderDigest: Uint8Array;
}

/** One person's entry of the paper rows of a round. */
export interface PaperEntry extends EnteredBy {
  readonly name: EntryName;
  /** UUID version 7 of this file: another one in its place has another. */
  readonly id: string;
  readonly rows: number;
  /** SHA-256 of the sealed parts, one after the other. */
  readonly sha256: Uint8Array;
  readonly enteredAt: Date;
}

/** Rows of an entry, sealed to the commission's decryption certificate. */
export interface SealedPart {
  /** From 0. */
  readonly part: number;
  /** The place of its first row. */
  readonly first: PaperPlace;
  /** CMS AuthEnvelopedData, DER; inside, CSV with a header. */
  readonly sealed: Uint8Array;
}

/** What of a row the two entries disagree on. */
export const differenceKinds = [
  'number',
  'code',
  'number-and-code',
  /** Only the second entry has the row. */
  'not-in-first',
  /** Only the first entry has the row. */
  'not-in-second',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A row on which the two entries disagree. */
export interface Difference extends PaperPlace {
  readonly kind: DifferenceKind;
}

/** What holds for a row on which the entries disagree: what one of them has, be it nothing, or a third value. */
export type SettledAs = EntryName | 'other';

/** How a person settled a difference. */
export interface Settlement {
  readonly settledAs: SettledAs;
  /** The third value, sealed as a part of one row is. With `other` alone. */
  readonly sealed: Uint8Array | undefined;
  /** UUID of the member. */
  readonly settledBy: string;
  readonly settledAt: Date;
}

/** A difference, and how it was settled if it was. */
export interface StoredDifference extends Difference {
  readonly settlement: Settlement | undefined;
}

/** How many differences there are, and how many are not settled. */
export interface DifferenceCounts {
  readonly found: number;
  readonly open: number;
}

/**
 * Entries of paper rows: sealed, or without any number. Nothing can be written for a round that is not submitted, nor once its check has
 * begun. Every method that writes is one transaction, with its audit entry.
 */
export interface PaperStore {
  entries(round: RoundId): Promise<readonly PaperEntry[]>;
  /** Stores a part of a file that is not an entry yet. */
  addPart(round: RoundId, file: string, part: SealedPart): Promise<void>;
  /** Removes the parts of every file of the round that is no entry: an upload was cut off. */
  dropLooseParts(round: RoundId): Promise<void>;
  /** The parts of a file, in order, each read when the one before it has been taken. */
  parts(round: RoundId, file: string): AsyncIterable<SealedPart>;
  /** The part of a file in which the row with this place stands, if there is such a row. */
  partWith(round: RoundId, file: string, place: PaperPlace): Promise<SealedPart | undefined>;
  /** Makes the file an entry, in the place of an earlier one of this name. The differences take the place of all earlier ones. */
  keepEntry(
    round: RoundId,
    entry: PaperEntry,
    differences: readonly Difference[],
    audit: AuditEntry,
  ): Promise<void>;
  /** Removes the entry of this name, and all differences. */
  removeEntry(round: RoundId, name: EntryName, audit: AuditEntry): Promise<void>;
  counts(round: RoundId): Promise<DifferenceCounts>;
  /** Up to `limit` differences after this place, in order. */
  differences(
    round: RoundId,
    after: PaperPlace | undefined,
    limit: number,
  ): Promise<readonly StoredDifference[]>;
  difference(round: RoundId, place: PaperPlace): Promise<StoredDifference | undefined>;
  /** Settles a difference, also one that was settled before. */
  settle(round: RoundId, place: PaperPlace, settlement: Settlement, audit: AuditEntry): Promise<void>;
  /** Appends the entry of an act that changes nothing else. */
  note(audit: AuditEntry): Promise<void>;
}

/** Injection token for {@link PaperStore}. */
export const PAPER_STORE = Symbol('PaperStore');
