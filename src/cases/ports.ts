import type { AuditEntry } from '../audit/index.js';
import type { CaseNumber, RoundId } from '../core/identifiers.js';
import type { CaseMove } from './case-move.js';
import type { Case, Round } from './case.js';

/** A round as it begins, with the SHA-256 of its access code. */
export type NewRound = Pick<Round, 'id' | 'ordinal' | 'codeIssuedOn' | 'firstDay' | 'lastDay'> & {
  readonly accessCodeDigest: Uint8Array;
};

/**
 * Where cases are stored. Each method that writes is one transaction and answers whether it changed anything. If it
 * did, the entry is in the audit log.
 */
export interface CaseRepository {
  /** Adds a case without rounds; false when the number is taken. */
  add(referendum: Case, entry: AuditEntry): Promise<boolean>;
  find(number: CaseNumber): Promise<Case | undefined>;
  /** The case one of whose rounds has the access code of this SHA-256, and that round's ordinal. */
  findByAccessCode(
    accessCodeDigest: Uint8Array,
  ): Promise<{ readonly referendum: Case; readonly ordinal: number } | undefined>;
  /** All cases in the order of their numbers. */
  all(): Promise<readonly Case[]>;
  /** Moves the case and adds its new round, if the case is still in the state that the move starts from. */
  addRound(move: CaseMove, round: NewRound): Promise<boolean>;
  /**
   * Moves the case if it is still in the state that the move starts from. A move out of `collecting` waits for the
   * co-signatures that are being recorded. None is recorded after it.
   */
  move(move: CaseMove): Promise<boolean>;
  /** Replaces the access code of a round. False when it is no longer the current round. */
  replaceCode(
    number: CaseNumber,
    roundId: RoundId,
    accessCodeDigest: Uint8Array,
    entry: AuditEntry,
  ): Promise<boolean>;
}

/** Injection token for the {@link CaseRepository} with staff's rights. */
export const CASE_REPOSITORY = Symbol('CaseRepository');

/** Injection token for the {@link CaseRepository} that finds public cases only. */
export const PUBLIC_CASE_REPOSITORY = Symbol('CaseRepository of public cases');
