import type { AuditEntry } from '../audit/index.js';
import type { CaseMove } from '../cases/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../core/identifiers.js';
import type { BorneCharacters } from '../core/national-id.js';
import type { Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { PastTrustQuestion } from '../trust/index.js';
import type { Verdict } from './batch/verdict.js';
import type { PauseReason } from './pause-reasons.js';
import type { ReasonCode } from './reason-codes.js';
import type { RosterRow } from './exchange/roster.js';
import type { PaperPlace } from './paper/paper-row.js';
import type { PaperVerdict } from './paper/paper-verdicts.js';

/** A sealed record as stored. */
export interface StoredRecord {
  readonly commitment: Commitment;
  readonly record: Uint8Array;
}

/** The sealed records of submitted rounds. Row-level security hides those of every other round. */
export interface RecordSource {
  /** Up to `limit` records after this commitment, in the order of their commitments. */
  page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly StoredRecord[]>;
  /** The records of a chunk of the round's batch that has no verdicts yet; undefined where it has them. Throws where one of them is gone. */
  ofChunk(round: RoundId, chunk: number): Promise<readonly StoredRecord[] | undefined>;
  /** The records with these commitments, in any order. */
  withCommitments(round: RoundId, commitments: readonly Commitment[]): Promise<readonly StoredRecord[]>;
  /** Every commitment of the round, sorted. */
  commitments(round: RoundId): Promise<readonly Commitment[]>;
}

/** Injection token for {@link RecordSource}. */
export const RECORD_SOURCE = Symbol('RecordSource');

/** Where verdicts are kept. Every method that writes is one transaction. */
export interface VerdictStore {
  /** Moves the case and creates the round's batch with its chunks. If the case has moved already, only answers the batch. */
  begin(batch: NewBatch, move: CaseMove): Promise<Batch>;
  /** The round's batch. */
  batchOf(round: RoundId): Promise<Batch | undefined>;
  /** Every batch whose records are being checked, paused ones too. */
  underWay(): Promise<readonly Batch[]>;
  /** The chunks that have no verdicts yet, in order. */
  openChunks(batch: Batch): Promise<readonly number[]>;
  /**
   * Adds the verdicts of a chunk, with the claims of its good records, sealed. Undefined, with nothing written, where another has added
   * them meanwhile: of two that check one chunk, the second to write changes nothing.
   */
  addChunk(
    batch: Batch,
    chunk: number,
    verdicts: readonly Verdict[],
    sealedClaims: Uint8Array,
  ): Promise<Batch | undefined>;
  /** What {@link addChunk} kept of a chunk's claims. Throws where it has no verdicts yet. */
  sealedClaims(batch: Batch, chunk: number): Promise<Uint8Array>;
  /** Says why a batch is not worked on, or with undefined that it is. With an entry, where a person decided that, for the audit log. */
  pause(batch: Batch, reason: PauseReason | undefined, entry?: AuditEntry): Promise<void>;
  /** Throws every verdict of a batch away, and pauses it: it begins anew once it is resumed. Throws unless its records are being checked. */
  beginAnew(batch: Batch, entry: AuditEntry): Promise<void>;
  /** Records that got their verdicts in the last minute. */
  recordsPerMinute(batch: Batch): Promise<number>;
  /**
   * Strikes out duplicates, stores the roster's order and a verdict for each paper row, forgets the claims, and moves the batch to
   * `judged`. Throws unless each record has exactly one verdict.
   */
  finishVerdicts(
    batch: Batch,
    duplicates: readonly Commitment[],
    roster: Iterable<RosterRow>,
    paper: readonly PaperVerdict[],
  ): Promise<void>;
  /** Up to `limit` verdicts after this commitment, sorted by commitment. */
  page(batch: Batch, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]>;
  /** The verdict on one record. */
  verdictOn(batch: Batch, commitment: Commitment): Promise<Verdict | undefined>;
  /** Records by reason; `undefined` is the number of those that count. */
  counts(batch: Batch): Promise<ReadonlyMap<ReasonCode | undefined, number>>;
  /** Up to `limit` verdicts on paper rows after this place, in order of page and line. */
  paperPage(batch: Batch, after: PaperPlace | undefined, limit: number): Promise<readonly PaperVerdict[]>;
  /** Paper rows by reason; `undefined` is the number of those that count. */
  paperCounts(batch: Batch): Promise<ReadonlyMap<ReasonCode | undefined, number>>;
  /**
   * What {@link counts} and {@link paperCounts} answered when the verdicts were written last, kept so that whoever looks counts nothing. What is
   * signed and published is counted. Empty before every record has its verdict.
   */
  keptCounts(batch: Batch): Promise<VerdictCounts>;
}

/** Records and paper rows by reason; `undefined` is the number of those that count. */
export type VerdictCounts = Readonly<
  Record<'electronic' | 'paper', ReadonlyMap<ReasonCode | undefined, number>>
>;

/** Injection token for {@link VerdictStore}. */
export const VERDICT_STORE = Symbol('VerdictStore');

/** What is drawn up when a batch is answered. */
export interface DrawnUpResult {
  /** Canonical JSON of the result, not public yet. */
  readonly result: Uint8Array;
  /** The struck-out list 不合格清冊, signed by the commission and encrypted to the lead. */
  readonly struckOutList: Uint8Array;
}

/** Where a commitment was recorded (intake role). */
export interface RecordedCommitments {
  /** The round of the record with this commitment, also after the record itself was purged. */
  find(commitment: Commitment): Promise<
    | {
        readonly roundId: RoundId;
        readonly caseNumber: CaseNumber;
        readonly round: RoundOrdinal;
        readonly submitted: boolean;
      }
    | undefined
  >;
}

/** Injection token for {@link RecordedCommitments}. */
export const RECORDED_COMMITMENTS = Symbol('RecordedCommitments');

/** Destroys a case's records (REG 12). */
export interface PurgeStore {
  /** The number of roster rows and sealed files of the check, those of the paper rows among them, for a dry run. */
  extent(caseNumber: CaseNumber): Promise<{ readonly rosterRows: number; readonly files: number }>;
  /**
   * Destroys the case's sealed records, roster, files, paper rows and struck-out lists. Stores the signed note and appends the
   * entry to the audit log, in the same transaction. `keptUntil`, the last day on which the records are kept, holds for
   * a case that was closed before such a day was stored at the closing. Throws if the day that holds hasn't passed.
   */
  purge(caseNumber: CaseNumber, note: Uint8Array, entry: AuditEntry, keptUntil: TaipeiDate): Promise<void>;
  /** The note, if the case has been purged. */
  noteOf(caseNumber: CaseNumber): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link PurgeStore}. */
export const PURGE_STORE = Symbol('PurgeStore');

/** The struck-out lists, encrypted to their leads (lead role). */
export interface StruckOutLists {
  /** The list of a round whose result is confirmed, or of the latest such: CMS EnvelopedData, DER. */
  find(caseNumber: CaseNumber, round?: RoundOrdinal): Promise<Uint8Array | undefined>;
  /** The same for the lead, with the entry of this handing over in the audit log, in one transaction. No entry where there is no list. */
  fetch(caseNumber: CaseNumber, entry: AuditEntry, round?: RoundOrdinal): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link StruckOutLists}. */
export const STRUCK_OUT_LISTS = Symbol('StruckOutLists');

/** Injection token for MOI's certificate, DER. */
export const MINISTRY_CERTIFICATE = Symbol('ministry certificate');

/** What the check needs of a validated certificate. */
export interface HolderDigits {
  /** What the certificate bears of the national ID number. Undefined where its policy says that it bears nothing. */
  readonly nationalIdPart: BorneCharacters | undefined;
}

/** Validates certificates as of a past time, with archived revocation data. */
export interface PastCertificateValidator {
  validateCertificateAsOf(question: PastTrustQuestion): Promise<Result<{ readonly holder: HolderDigits }>>;
}

/** The phase of a round's check. Each change is one transaction, and each but the first needs two people. */
export type BatchPhase =
  /** Records are being checked, chunk by chunk. */
  | 'judging'
  /** Every record has a verdict, duplicates are struck out, and the order of the roster is fixed. */
  | 'judged'
  /** The sealed roster is ready for MOI. */
  | 'sent'
  /** MOI's answer is imported and the result is drawn up. */
  | 'answered'
  /** The result is confirmed and public. */
  | 'published';

/** A verification batch: the check of one submitted round. */
export interface Batch {
  /** UUID version 7. */
  readonly id: string;
  readonly roundId: RoundId;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly submittedOn: TaipeiDate;
  readonly phase: BatchPhase;
  /** Records the lead signed for. */
  readonly records: number;
  /** Records that have a verdict. */
  readonly judged: number;
  /** How many chunks its records are in. Each is checked on its own, by whoever takes it first. */
  readonly chunks: number;
  /** Why it isn't worked on, where it isn't. */
  readonly paused: PauseReason | undefined;
  /** Paper rows that two people closed. */
  readonly paperRows: number;
  /** SHA-256 over what they closed: see `closingDigest`. Undefined where an earlier version, which had no paper rows, began the batch. */
  readonly paperSha256: Uint8Array | undefined;
}

/** A new batch. */
export type NewBatch = Omit<Batch, 'phase' | 'judged' | 'chunks' | 'paused'>;
