import type { AuditEntry } from '../audit/index.js';
import type { CaseMove, Submission } from '../cases/index.js';
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

/** Co-signatures recorded on one Taipei day. */
export interface DayCount {
  readonly day: TaipeiDate;
  readonly count: number;
}

/** A sealed record, as the lead takes it into safekeeping. */
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

/** A submission before it is known how many records it holds. */
export type UncountedSubmission = Pick<Submission, 'submittedAt' | 'statement' | 'wrappedKey'>;

/** What a submission fixes. */
export type SubmissionTotals = Pick<Submission, 'recordCount' | 'merkleRoot'>;

/** What the lead does to a round, in the store. Each method is one transaction; one that changes something appends its entry to the audit log. */
export interface LeadRounds {
  /** Keeps the key material of a round that hasn't opened, in place of any before; false when it has. */
  saveKey(round: RoundReference, material: KeyMaterial, entry: AuditEntry): Promise<boolean>;
  /** Moves the case and opens its round on this day; false when it has moved already, or the round's key is another by now. */
  open(move: CaseMove, roundId: RoundId, proved: KeyMaterial, on: TaipeiDate): Promise<boolean>;
  /** How many on which day, in the order of the days. */
  countByDay(roundId: RoundId): Promise<readonly DayCount[]>;
  /** Stops recording for so many seconds and answers every commitment, sorted; undefined when the round doesn't collect. */
  hold(round: RoundReference, seconds: number, entry: AuditEntry): Promise<readonly Commitment[] | undefined>;
  /**
   * With recording stopped: counts, asks whether that is what was signed, and if so stores the submission and moves the
   * case. Undefined when the round doesn't collect; after any failure nothing has changed.
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

/** The commission's key, as far as a submission needs it. It may live in hardware. */
export interface CommissionRecipient {
  /** DER: what leads wrap their round keys for. */
  readonly certificate: Uint8Array;
  /** The PKCS #8 (DER) inside a CMS message wrapped for the certificate; undefined when it doesn't open. Rejects when the key can't be used. */
  openWrapped(wrapped: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link CommissionRecipient}. */
export const COMMISSION_RECIPIENT = Symbol('CommissionRecipient');

/** Injection token for the secret that opening probes are made with, 32 bytes. */
export const OPENING_PROBE_SECRET = Symbol('opening probe secret');
