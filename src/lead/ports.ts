import type { AuditEntry } from '../audit/index.js';
import type { CaseMove, RoundBinding, Submission } from '../cases/index.js';
import type { CaseNumber, Commitment, RoundId } from '../core/identifiers.js';
import type { Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';

/** What the lead hands in before a round opens. */
export interface KeyMaterial {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** CMS EnvelopedData, DER. */
  readonly wrappedKey: Uint8Array;
  /** CMS SignedData over the key statement, DER. */
  readonly keyStatement: Uint8Array;
}

/** What is written down when a round opens. */
export interface RoundOpening {
  readonly openedOn: TaipeiDate;
  readonly binding: RoundBinding;
}

/** Co-signatures recorded on one Taipei day. */
export interface DayCount {
  readonly day: TaipeiDate;
  readonly count: number;
}

/** A sealed record, as the lead downloads it for a backup. */
export interface SealedRecord {
  readonly commitment: Commitment;
  /** CMS AuthEnvelopedData, DER. */
  readonly record: Uint8Array;
}

/** A round of a case. */
export interface RoundReference {
  readonly caseNumber: CaseNumber;
  readonly roundId: RoundId;
}

/** A submission whose records have not been counted yet. */
export type UncountedSubmission = Pick<Submission, 'submittedAt' | 'statement' | 'wrappedKey'>;

/** What a submission fixes. */
export type SubmissionTotals = Pick<Submission, 'recordCount' | 'merkleRoot'>;

/**
 * What the lead does to a round, in the database. Each method is one transaction. One that changes something also
 * appends its entry to the audit log.
 */
export interface LeadRounds {
  /**
   * Stores the key material of a round that hasn't opened, replacing any earlier one. False when the round has opened.
   */
  saveKey(round: RoundReference, material: KeyMaterial, entry: AuditEntry): Promise<boolean>;
  /**
   * Moves the case, opens its round on this day and writes down what it is bound to. False when the case has moved
   * already, or when the round's key is no longer the one that was proved.
   */
  open(move: CaseMove, roundId: RoundId, proved: KeyMaterial, opening: RoundOpening): Promise<boolean>;
  /** The number of records of each day, in the order of the days. */
  countByDay(roundId: RoundId): Promise<readonly DayCount[]>;
  /**
   * Stops recording for this many seconds and answers every commitment, sorted. Undefined when the round doesn't
   * collect.
   */
  hold(round: RoundReference, seconds: number, entry: AuditEntry): Promise<readonly Commitment[] | undefined>;
  /**
   * Stops recording, counts the records, and asks whether the counts are those that were signed. If so, stores the
   * submission and moves the case. Undefined when the round doesn't collect. After any failure nothing has changed.
   */
  submit<Code extends string>(
    move: CaseMove<SubmissionTotals>,
    roundId: RoundId,
    submission: UncountedSubmission,
    agree: (sortedCommitments: readonly Commitment[]) => Result<SubmissionTotals, Code>,
  ): Promise<Result<SubmissionTotals, Code> | undefined>;
  /** Up to `limit` records after this commitment, in the order of their commitments. */
  records(roundId: RoundId, after: Commitment | undefined, limit: number): Promise<readonly SealedRecord[]>;
}

/** Injection token for {@link LeadRounds}. */
export const LEAD_ROUNDS = Symbol('LeadRounds');

/** Injection token for the `CaseRepository` with the lead's rights. */
export const LEAD_CASE_REPOSITORY = Symbol('CaseRepository of leads');

/** The commission's decryption key, as a submission needs it. The key may be in a hardware module. */
export interface CommissionRecipient {
  /** The certificate, DER, that leads wrap their round keys for. */
  readonly certificate: Uint8Array;
  /**
   * The PKCS #8 (DER) in a CMS AuthEnvelopedData that was encrypted to the certificate by ECDH or RSA-OAEP. Undefined when it doesn't open. Rejects
   * when the key can't be used.
   */
  decrypt(wrapped: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link CommissionRecipient}. */
export const COMMISSION_RECIPIENT = Symbol('CommissionRecipient');

/** Injection token for the secret that opening probes are made with, 32 bytes. */
export const OPENING_PROBE_SECRET = Symbol('opening probe secret');
