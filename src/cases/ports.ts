import type { KeyObject } from 'node:crypto';
import type { AuditEntry } from '../audit/index.js';
import type { LeadRecord } from '../core/cms/index.js';
import type { CaseNumber, RoundId } from '../core/identifiers.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { CaseMove } from './case-move.js';
import type { Case, Round } from './case.js';
import type { LeadCertificatePair } from './registration.js';

/** A round as it begins, with the SHA-256 of its access code. */
export type NewRound = Pick<Round, 'id' | 'ordinal' | 'codeIssuedOn' | 'firstDay' | 'lastDay'> & {
  readonly accessCodeDigest: Uint8Array;
};

/** What a list shows of a case, and what its state on a day depends on. */
export type ListedCase = Pick<
  Case,
  'number' | 'mainText' | 'state' | 'codeDueOn' | 'mode' | 'leadSigningCertificate'
> & {
  readonly rounds: readonly Pick<Round, 'ordinal' | 'firstDay' | 'lastDay' | 'openedOn'>[];
};

/** Which page of the cases is wanted, of the real ones or of the rehearsals. */
export interface WantedCases<Position = CaseNumber> {
  readonly rehearsals: boolean;
  /** Where the page before it ended. */
  readonly after?: Position | undefined;
}

/** Which page of the cases staff want. */
export interface WantedByStaff extends WantedCases {
  /** Only those of which a round is submitted or being checked. */
  readonly inCheck?: boolean;
}

/** Where a page of the public list goes on: behind this case, which stood among those that collect or among the others. */
export interface ListPosition {
  readonly collecting: boolean;
  readonly number: CaseNumber;
}

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
  /** All cases in the order of their numbers: for a job, never for somebody who waits. */
  all(): Promise<readonly Case[]>;
  /** At most `limit` of these cases, in the order of their numbers. */
  page(wanted: WantedByStaff, limit: number): Promise<readonly Case[]>;
  /** The real cases or the rehearsals of which a period can run: those that are not closed, and those that are established and not announced. */
  withLimits(rehearsals: boolean): Promise<readonly Case[]>;
  /**
   * At most `limit` of the cases of which a round has opened, either of the real ones or of the rehearsals, from behind `after`: first
   * those that collect on this day, then the others, each by number. The order depends on nothing else.
   */
  publicPage(page: {
    readonly today: TaipeiDate;
    readonly rehearsals: boolean;
    readonly after?: ListPosition | undefined;
    readonly limit: number;
  }): Promise<readonly ListedCase[]>;
  /** Moves the case and adds its new round, if the case is still in the state that the move starts from. */
  addRound(move: CaseMove, round: NewRound): Promise<boolean>;
  /**
   * Moves the case if it is still in the state that the move starts from. A move out of `collecting` waits for the
   * co-signatures that are being recorded. None is recorded after it.
   */
  move(move: CaseMove): Promise<boolean>;
  /** The cases whose submission was made offline and waits for two people at this time: they are not ended. */
  awaitingSubmission(at: Date): Promise<ReadonlySet<CaseNumber>>;
  /**
   * Replaces the lead's certificates, and keeps those that were replaced. False when the registered signing certificate is no longer the one
   * of this SHA-256.
   */
  replaceLeadCertificates(
    number: CaseNumber,
    replaced: Uint8Array,
    pair: LeadCertificatePair,
    entry: AuditEntry,
  ): Promise<boolean>;
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

/**
 * The commission's key of one round, to which the evidence in each record is sealed. It may be in a hardware module, so only what is
 * done with it is offered.
 */
export interface CommissionRoundKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /**
   * The private key, where it is in this process's memory anyway, for threads that open many records. Undefined where it is in a hardware
   * module: that opens each record, and gives nobody the key.
   */
  readonly inMemory: KeyObject | undefined;
  /** The evidence that a record holds for the commission. Undefined when it doesn't open. */
  openEvidence(record: LeadRecord): Uint8Array | undefined;
}

/** The commission's round keys: one a round, destroyed with the round's records. */
export interface CommissionRoundKeys {
  /** The round's key, made and durable if there was none. Rejects once it has been destroyed. Only for a round that has not opened. */
  make(round: RoundId): Promise<CommissionRoundKey>;
  /** The round's key. Undefined where it was never made, was destroyed or is lost. */
  find(round: RoundId): Promise<CommissionRoundKey | undefined>;
  /** Destroys the round's key for good. */
  destroy(round: RoundId): Promise<void>;
}

/** Injection token for {@link CommissionRoundKeys}. */
export const COMMISSION_ROUND_KEYS = Symbol('CommissionRoundKeys');

/** The keys of one case, such as the one for its holder tags. */
export interface CaseKeys {
  /** Destroys them. Calling it again is harmless. */
  destroy(caseNumber: CaseNumber): Promise<void>;
}

/** Injection token for {@link CaseKeys}. */
export const CASE_KEYS = Symbol('CaseKeys');

/** The time of the database, which does not follow this server's. */
export interface DatabaseClock {
  now(): Promise<Date>;
}

/** Injection token for {@link DatabaseClock}. */
export const DATABASE_CLOCK = Symbol('DatabaseClock');
