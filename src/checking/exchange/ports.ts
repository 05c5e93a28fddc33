import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { PaperVerdict } from '../paper/paper-verdicts.js';
import type { Batch, DrawnUpResult } from '../ports.js';
import type { ReasonCode } from '../reason-codes.js';
import type { RosterOrder, RosterRow } from './roster.js';

/** A file of the roster or of MOI's answer: sealed, with the name that the manifest gives to its content. */
export interface SealedFile {
  readonly name: string;
  readonly sealed: Uint8Array;
}

/** A file of an answer that was handed in. */
export interface StagedFile {
  readonly name: string;
  /** SHA-256 of the bytes as they came, sealed. */
  readonly sha256: Uint8Array;
}

/** A part of a roster that is not sent yet. */
export interface KeptPart extends SealedFile {
  readonly rows: number;
  /** What the manifest will say of it, sealed to the commission: see `sealEntry`. */
  readonly entry: Uint8Array;
}

/** Where the roster, MOI's answer and its results are stored: sealed, or without any national ID number. */
export interface RosterStore {
  /** Up to `limit` rows of the roster after this `seq`. */
  rows(batch: Batch, afterSeq: number, limit: number): Promise<readonly RosterRow[]>;
  /** The order as it was drawn; undefined where it was not kept, in a batch judged by an earlier version. */
  order(batch: Batch): Promise<RosterOrder | undefined>;
  /** Keeps a part until the roster is sent, in the place of an earlier one of this name. Nobody can fetch it. */
  keepPart(batch: Batch, part: KeptPart): Promise<void>;
  /** The entry of a part that is kept. */
  keptEntry(batch: Batch, name: string): Promise<Uint8Array | undefined>;
  /** The parts that are kept and this manifest become the roster, the batch `sent`, and the step of this request carried out. */
  saveRoster(batch: Batch, manifest: SealedFile, requestId: string): Promise<void>;
  /** The sealed roster, by name. */
  roster(batch: Batch): Promise<readonly SealedFile[]>;
  /** The names of the roster's files. */
  rosterNames(batch: Batch): Promise<readonly string[]>;
  /** Stores a sealed file of an answer until it is approved, replacing an earlier one of this name. */
  keepAnswerFile(batch: Batch, file: SealedFile): Promise<void>;
  /** Removes the files of an answer that was handed in. */
  discardAnswer(batch: Batch): Promise<void>;
  /** The files of the answer handed in: name and SHA-256 of the sealed bytes, by name. */
  stagedAnswer(batch: Batch): Promise<readonly StagedFile[]>;
  /** The sealed bytes of one of them. */
  stagedFile(batch: Batch, name: string): Promise<Uint8Array | undefined>;
  /** Strikes out by `seq`, changes the verdicts on these paper rows, and moves the batch to `answered`; the step of this request is carried out. */
  applyAnswer(batch: Batch, answered: AppliedAnswer, requestId: string): Promise<void>;
}

/** What an answer does, once it is imported. */
export interface AppliedAnswer {
  /** Why records of the roster don't count, by `seq`. */
  readonly answer: ReadonlyMap<number, ReasonCode>;
  readonly paper: readonly PaperVerdict[];
  readonly outcome: DrawnUpResult;
}

/** Lets one step of a case be executed at a time, on however many servers. */
export interface CaseLock {
  /** Runs `work`, unless something else holds the case: then `step-under-way`, at once. */
  exclusively<Value, Code extends string>(
    caseNumber: CaseNumber,
    work: () => Promise<Result<Value, Code>>,
  ): Promise<Result<Value, Code | 'step-under-way'>>;
}

/** Injection token for {@link CaseLock}. */
export const CASE_LOCK = Symbol('CaseLock');

/** Injection token for {@link RosterStore}. */
export const ROSTER_STORE = Symbol('RosterStore');
