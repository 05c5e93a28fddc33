import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { PaperVerdict } from '../paper/paper-verdicts.js';
import type { Batch, DrawnUpResult } from '../ports.js';
import type { ReasonCode } from '../reason-codes.js';
import type { RosterRow } from './roster.js';

/** A file of the roster or of MOI's answer: sealed, with the name that the manifest gives to its content. */
export interface SealedFile {
  readonly name: string;
  readonly sealed: Uint8Array;
}

/** Where the roster, MOI's answer and its results are stored: sealed, or without any national ID number. */
export interface RosterStore {
  /** Up to `limit` rows of the roster after this `seq`. */
  rows(batch: Batch, afterSeq: number, limit: number): Promise<readonly RosterRow[]>;
  /** Stores the sealed roster and moves the batch to `sent`. */
  saveRoster(batch: Batch, files: readonly SealedFile[]): Promise<void>;
  /** The sealed roster, by name. */
  roster(batch: Batch): Promise<readonly SealedFile[]>;
  /** The names of the roster's files. */
  rosterNames(batch: Batch): Promise<readonly string[]>;
  /** Stores a sealed file of an answer until it is approved, replacing an earlier one of this name. */
  keepAnswerFile(batch: Batch, file: SealedFile): Promise<void>;
  /** Removes the files of an answer that was handed in. */
  discardAnswer(batch: Batch): Promise<void>;
  /** The answer handed in, by name. */
  stagedAnswer(batch: Batch): Promise<readonly SealedFile[]>;
  /** Strikes out by `seq`, changes the verdicts on these paper rows, and moves the batch to `answered`. */
  applyAnswer(
    batch: Batch,
    answer: ReadonlyMap<number, ReasonCode>,
    paper: readonly PaperVerdict[],
    outcome: DrawnUpResult,
  ): Promise<void>;
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
