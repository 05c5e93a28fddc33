import type { RoundBinding } from '../cases/index.js';
import type { CardSignature } from '../core/cms/card.js';
import type { HolderTagKey } from '../core/holder.js';
import type { CaseNumber, Commitment, HolderTag, RoundId, RoundOrdinal } from '../core/identifiers.js';
import type { Receipt } from '../core/receipt.js';
import type { NationalId } from '../core/national-id.js';
import type { Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';

/** One row of the table. Nothing else about a co-signature is stored. */
export interface SealedRecordEntry {
  readonly roundId: RoundId;
  readonly holderTag: HolderTag;
  /** CMS AuthEnvelopedData, DER. */
  readonly record: Uint8Array;
  /** SHA-256 of `record`. */
  readonly commitment: Commitment;
  readonly day: TaipeiDate;
}

/** How an attempt to record ended. With `recorded` and `already-recorded` the row is durable. */
export type RecordOutcome =
  | { readonly kind: 'recorded' }
  /** This holder's co-signature of the round exists: its commitment and the day it was recorded. */
  | { readonly kind: 'already-recorded'; readonly commitment: Commitment; readonly day: TaipeiDate }
  /** The round is not open on this day. */
  | { readonly kind: 'not-collecting' }
  /** The lead is submitting. No co-signature is recorded until this instant at the latest. */
  | { readonly kind: 'held'; readonly until: Date };

/** What the holder may learn of their recorded co-signature. */
export interface RecordedCoSignature {
  readonly caseNumber: CaseNumber;
  readonly mainText: string;
  readonly round: RoundOrdinal;
  readonly commitment: Commitment;
  readonly day: TaipeiDate;
  /** JWS, compact: made out now. */
  readonly receipt: string;
}

/** Where sealed records are kept. */
export interface SealedRecordStore {
  /** Stores the row in one durable write, or says why not. The same write checks whether the round still collects. */
  record(entry: SealedRecordEntry): Promise<RecordOutcome>;
  /** The co-signature of this holder in this round, if there is one. */
  findByHolder(
    roundId: RoundId,
    holderTag: HolderTag,
  ): Promise<Pick<RecordedCoSignature, 'commitment' | 'day'> | undefined>;
}

/** Injection token for {@link SealedRecordStore}. */
export const SEALED_RECORD_STORE = Symbol('SealedRecordStore');

/** The platform's 256-bit keys for holder tags: one per case, destroyed when the case is closed. They may be in a hardware module. */
export interface HolderTagKeys {
  /** The case's key, made and durable if there was none. Rejects once it has been destroyed. Only a round that opens makes one. */
  make(caseNumber: CaseNumber): Promise<HolderTagKey>;
  /** The case's key; undefined where it was never made, was destroyed or is lost. */
  find(caseNumber: CaseNumber): Promise<HolderTagKey | undefined>;
  /** Destroys the case's key for good. */
  destroy(caseNumber: CaseNumber): Promise<void>;
}

/** Injection token for {@link HolderTagKeys}. */
export const HOLDER_TAG_KEYS = Symbol('HolderTagKeys');

/** Issues the platform's receipts. Signs with the intake key, which may be in a hardware module. */
export interface ReceiptIssuer {
  /** A compact JWS (ES256) that verifies under the platform's published keys. */
  issue(receipt: Receipt): Promise<string>;
}

/** Injection token for {@link ReceiptIssuer}. */
export const RECEIPT_ISSUER = Symbol('ReceiptIssuer');

/** Injection token for the `Signer` that countersigns what the intake takes. */
export const INTAKE_SIGNER = Symbol('intake signer');

/** A round open for co-signing, as the intake needs it. None of these fields changes while the round collects. */
export interface OpenRound {
  readonly id: RoundId;
  readonly caseNumber: CaseNumber;
  readonly ordinal: RoundOrdinal;
  readonly mainText: string;
  /** SHA-256 of the case document. */
  readonly documentDigest: Uint8Array;
  /** The round key's SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly firstDay: TaipeiDate;
  readonly lastDay: TaipeiDate;
  readonly binding: RoundBinding;
}

/** A round whose records can be found by their holders, as far as that needs it. */
export type AnsweringRound = Pick<OpenRound, 'id' | 'caseNumber' | 'ordinal' | 'mainText' | 'binding'>;

/** The rounds that collect, and those that have been submitted and are being checked. */
export interface OpenRounds {
  /** The collecting round of the case, or undefined: no such case, or none open. */
  find(caseNumber: CaseNumber): Promise<OpenRound | undefined>;
  /** All collecting rounds. */
  all(): Promise<readonly OpenRound[]>;
  /**
   * All rounds that have opened, of cases that are not closed, for a holder who asks which of them have their co-signature. With the end
   * of its case a round's holder-tag key is destroyed, and nobody can tell any more.
   */
  answering(): Promise<readonly AnsweringRound[]>;
}

/** Injection token for {@link OpenRounds}. */
export const OPEN_ROUNDS = Symbol('OpenRounds');

/** What the health check asks of the database, over connections that nothing else can hold. */
export interface HealthRounds {
  /**
   * Up to `limit` of the rounds that collect, the latest first. Undefined where the database is away or doesn't answer in time; every other
   * failure throws.
   */
  latest(limit: number): Promise<readonly OpenRound[] | undefined>;
}

/** Injection token for {@link HealthRounds}. */
export const HEALTH_ROUNDS = Symbol('HealthRounds');

/** What the holder of a mobile certificate is asked to sign. */
export interface MobileSigningRequest {
  readonly nationalId: NationalId;
  /** Exactly what is to be signed, SHA-256. */
  readonly content: Uint8Array;
  /** One line that the phone shows beside the request. */
  readonly hint: string;
  /** Until when the person may sign, in whole seconds from now: 30 to 600. */
  readonly seconds: number;
}

/** What the service knows a request by. Neither part says anything about the person. */
export interface MobileTransaction {
  readonly transactionId: string;
  readonly ticketId: string;
}

/** The service of the mobile certificate (行動自然人憑證), which has a person sign on their phone. */
export interface MobileSigning {
  /**
   * Has the service show the request on the phones of whoever has this number. The answer is the same, and takes as long, whether or not
   * the number has a mobile certificate: of a number that has none, nothing is ever signed.
   */
  push(
    request: MobileSigningRequest,
  ): Promise<Result<MobileTransaction, 'statement-too-long-for-mobile' | 'mobile-service-unavailable'>>;
  /** The signature, once there is one. Undefined otherwise, without saying whether the person declined or has not looked yet. */
  result(
    transaction: MobileTransaction,
  ): Promise<Result<CardSignature | undefined, 'mobile-service-unavailable'>>;
}

/** Injection token for {@link MobileSigning}; undefined where the platform is connected to no such service. */
export const MOBILE_SIGNING = Symbol('MobileSigning');
