import type { AuditEntry } from '../audit/index.js';
import type { CaseMove } from '../cases/index.js';
import type { CertifiedSigner } from '../core/cms/signer-info.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../core/identifiers.js';
import type { Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { PastTrustQuestion } from '../trust/index.js';
import type { Verdict } from './batch/verdict.js';
import type { ReasonCode, RegisterReason } from './reason-codes.js';
import type { RosterRow } from './exchange/roster.js';

/** A sealed record as stored. */
export interface StoredRecord {
  readonly commitment: Commitment;
  readonly record: Uint8Array;
}

/** The sealed records of submitted rounds; of any other round it knows nothing (row-level security). */
export interface RecordSource {
  /** Up to `limit` records after this commitment, in the order of their commitments. */
  page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly StoredRecord[]>;
  /** The records with these commitments, in any order. */
  withCommitments(round: RoundId, commitments: readonly Commitment[]): Promise<readonly StoredRecord[]>;
  /** Every commitment of the round, sorted. */
  commitments(round: RoundId): Promise<readonly Commitment[]>;
}

/** Injection token for {@link RecordSource}. */
export const RECORD_SOURCE = Symbol('RecordSource');

/** Where verdicts are kept. Every method that writes is one transaction. */
export interface VerdictStore {
  /** Moves the case and makes the round's batch; if the case has moved already, only answers the batch. */
  begin(batch: NewBatch, move: CaseMove): Promise<Batch>;
  /** The round's batch. */
  batchOf(round: RoundId): Promise<Batch | undefined>;
  /** Adds a page of verdicts and moves the batch's cursor to the page's last commitment; throws if it moved meanwhile. */
  addPage(batch: Batch, verdicts: readonly Verdict[]): Promise<Batch>;
  /** Strikes out duplicates, stores the roster's order and moves the batch to `judged`. */
  finishJudging(batch: Batch, duplicates: readonly Commitment[], roster: readonly RosterRow[]): Promise<void>;
  /** Up to `limit` verdicts after this commitment, sorted by commitment. */
  page(batch: Batch, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]>;
  /** The verdict on one record. */
  verdictOn(batch: Batch, commitment: Commitment): Promise<Verdict | undefined>;
  /** Records by reason; `undefined` is the number of those that count. */
  counts(batch: Batch): Promise<ReadonlyMap<ReasonCode | undefined, number>>;
}

/** Injection token for {@link VerdictStore}. */
export const VERDICT_STORE = Symbol('VerdictStore');

/** A file as it goes out or came in: sealed, under the name that its content has in the manifest. */
export interface SealedFile {
  readonly name: string;
  readonly sealed: Uint8Array;
}

/** Where the roster, MOI's answer and what follows from it are kept: sealed, or without any number. */
export interface RosterStore {
  /** Up to `limit` rows of the roster after this `seq`. */
  rows(batch: Batch, afterSeq: number, limit: number): Promise<readonly RosterRow[]>;
  /** Stores the sealed roster and moves the batch to `sent`. */
  saveRoster(batch: Batch, files: readonly SealedFile[]): Promise<void>;
  /** The sealed roster, by name. */
  roster(batch: Batch): Promise<readonly SealedFile[]>;
  /** Keeps an answer that was handed in, as it came, until it is approved. The last one counts. */
  stageAnswer(batch: Batch, files: readonly SealedFile[]): Promise<void>;
  /** The answer handed in last. */
  stagedAnswer(batch: Batch): Promise<readonly SealedFile[]>;
  /** Strikes out by `seq` and moves the batch to `answered`. */
  applyAnswer(
    batch: Batch,
    answer: ReadonlyMap<number, RegisterReason>,
    outcome: DrawnUpResult,
  ): Promise<void>;
}

/** Injection token for {@link RosterStore}. */
export const ROSTER_STORE = Symbol('RosterStore');

/** What an answered batch leaves. */
export interface DrawnUpResult {
  /** Canonical JSON of the result, not public yet. */
  readonly result: Uint8Array;
  /** The struck-out list 不合格清冊, sealed to the lead. */
  readonly struckOutList: Uint8Array;
}

/** What is drawn up of a batch and made public once it is confirmed. */
export interface ResultStore {
  /** What an answered batch left; undefined before. */
  drawnUp(batch: Batch): Promise<DrawnUpResult | undefined>;
  /** Stores the signature over the result and moves the batch to `published`, and the case with it. */
  publish(batch: Batch, signature: Uint8Array, move: CaseMove): Promise<void>;
}

/** Injection token for {@link ResultStore}. */
export const RESULT_STORE = Symbol('ResultStore');

/** A result that two people have confirmed. */
export interface PublishedResult {
  readonly roundId: RoundId;
  readonly round: RoundOrdinal;
  /** Canonical JSON. */
  readonly result: Uint8Array;
  /** Detached CMS SignedData over `result`, DER. */
  readonly signature: Uint8Array;
}

/** What anybody may see of the check: nothing before a result is confirmed (the database holds to that too). */
export interface PublishedResults {
  /** The confirmed results of a case, by round. */
  ofCase(caseNumber: CaseNumber): Promise<readonly PublishedResult[]>;
  /** The verdict on a record of a round whose result is confirmed; undefined otherwise. */
  verdictOn(round: RoundId, commitment: Commitment): Promise<Verdict | undefined>;
  /** Up to `limit` verdicts of such a round after this commitment, sorted. */
  page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]>;
}

/** Injection token for {@link PublishedResults}. */
export const PUBLISHED_RESULTS = Symbol('PublishedResults');

/** Where a commitment was recorded (intake role). */
export interface RecordedCommitments {
  /** The round of the record with this commitment, be it there still or known by its published verdict alone. */
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

/** The end of a case's records (REG 12). */
export interface PurgeStore {
  /** How many roster rows and sealed files of the check there are: what a dry run tells. */
  extent(caseNumber: CaseNumber): Promise<{ readonly rosterRows: number; readonly files: number }>;
  /**
   * Destroys the case's sealed records, roster, files and struck-out lists, keeps the signed note of it, and appends the entry
   * to the audit log, in one transaction.
   */
  purge(caseNumber: CaseNumber, note: Uint8Array, entry: AuditEntry): Promise<void>;
  /** The note, if the case has been purged. */
  noteOf(caseNumber: CaseNumber): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link PurgeStore}. */
export const PURGE_STORE = Symbol('PurgeStore');

/** The struck-out lists, sealed to their leads (lead role). */
export interface StruckOutLists {
  /** The list of the latest round whose result is confirmed: CMS EnvelopedData, DER. */
  latest(caseNumber: CaseNumber): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link StruckOutLists}. */
export const STRUCK_OUT_LISTS = Symbol('StruckOutLists');

/** The keys kept for one case, such as the one its holder tags are made with. */
export interface CaseKeys {
  /** Destroys them for good; harmless when they are gone. */
  destroy(caseNumber: CaseNumber): Promise<void>;
}

/** Injection token for {@link CaseKeys}. */
export const CASE_KEYS = Symbol('CaseKeys');

/** The commission's key. It may live in hardware; only what is done with it is asked for. */
export interface CommissionKey extends CertifiedSigner {
  /** The content of a CMS message sealed to the commission's certificate; undefined when it doesn't open. */
  openWrapped(sealed: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link CommissionKey}. */
export const COMMISSION_KEY = Symbol('CommissionKey');

/** Injection token for the commission's certificate and those above it, PEM. */
export const COMMISSION_CERTIFICATES = Symbol('commission certificates');

/** Injection token for MOI's certificate, DER. */
export const MINISTRY_CERTIFICATE = Symbol('ministry certificate');

/** What the check needs to know of a certificate that was judged. */
export interface HolderDigits {
  readonly lastFourDigits: string;
}

/** Judges certificates as of a time that has passed, by archived revocation data. */
export interface PastCertificateValidator {
  validateCertificateAsOf(question: PastTrustQuestion): Promise<Result<{ readonly holder: HolderDigits }>>;
}

/** Where a round's check stands. Each step is one transaction, and each but the first needs two people. */
export type BatchPhase =
  /** Records are being judged, page by page. */
  | 'judging'
  /** Every record has a verdict, duplicates are struck, the order of the roster is fixed. */
  | 'judged'
  /** The sealed roster is there for MOI. */
  | 'sent'
  /** MOI's answer is in; the result is drawn up. */
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
  /** The greatest commitment that has a verdict: where a run that was killed goes on. */
  readonly cursor: Commitment | undefined;
}

/** A batch as it begins. */
export type NewBatch = Omit<Batch, 'phase' | 'judged' | 'cursor'>;
