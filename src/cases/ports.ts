import type { AuditEntry } from '../audit/index.js';
import type { CaseNumber, RoundId } from '../core/identifiers.js';
import type { CaseMove } from './case-move.js';
import type { Case, Round } from './case.js';

/** A round as it begins, with the SHA-256 of its access code. */
export type NewRound = Pick<Round, 'id' | 'ordinal' | 'codeIssuedOn' | 'firstDay' | 'lastDay'> & {
  readonly accessCodeDigest: Uint8Array;
};

/**
 * Where cases are kept. Each method that writes is one transaction and tells whether it changed anything. If it did, the
 * entry is in the audit log.
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
  /** Moves the case and adds its new round, if it is still in the state the move leaves. */
  addRound(move: CaseMove, round: NewRound): Promise<boolean>;
  /**
   * Moves the case if it is still in the state the move leaves. A case that leaves `collecting` waits for the co-signatures
   * being recorded; none is recorded after.
   */
  move(move: CaseMove): Promise<boolean>;
  /** Puts another access code in the place of a round's; false when it is no longer the round in hand. */
  replaceCode(
    number: CaseNumber,
    roundId: RoundId,
    accessCodeDigest: Uint8Array,
    entry: AuditEntry,
  ): Promise<boolean>;
}

/** Injection token for the {@link CaseRepository} with staff's rights. */
export const CASE_REPOSITORY = Symbol('CaseRepository');

/** Injection token for the {@link CaseRepository} that finds public cases alone. */
export const PUBLIC_CASE_REPOSITORY = Symbol('CaseRepository of public cases');
