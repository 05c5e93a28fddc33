import type { OctetSeries } from '../../core/octet-series.js';
import type { KeyObject } from 'node:crypto';
import type { PastTrustConfiguration } from '../../trust/index.js';
import type { EvidenceReason } from '../reason-codes.js';
import type { Claim } from './claim.js';
import type { RoundRules } from './round-context.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly trust: PastTrustConfiguration;
  /** Bytes of archived lists that it keeps in memory. */
  readonly readyBytes: number;
}

/** What a thread is told. */
export type ToThread =
  /** A round whose records will come. Keys are handed over as they are in memory; without them, records come opened. */
  | {
      readonly kind: 'round';
      readonly round: number;
      readonly rules: RoundRules;
      readonly keys: { readonly lead: KeyObject; readonly commission: KeyObject } | undefined;
    }
  | { readonly kind: 'forget'; readonly round: number }
  | RecordsToThread
  /** A list of the archive that was asked for, undefined where it is missing. */
  | { readonly kind: 'list'; readonly list: number; readonly bytes: Uint8Array | undefined };

/** Records to verify, or whose claims are wanted. */
export interface RecordsToThread {
  readonly kind: 'verify' | 'claims';
  readonly task: number;
  readonly round: number;
  readonly records: OctetSeries;
}

/** A record's outcome: its claim without the commitment, which whoever asked has, or why it is struck out. */
export type RecordOutcome = Omit<Claim, 'commitment'> | EvidenceReason;

/** What a thread answers. */
export type FromThread =
  | { readonly kind: 'outcomes'; readonly task: number; readonly outcomes: readonly RecordOutcome[] }
  /** Revocation data are missing, or a bug: its message holds nothing of a record. */
  | { readonly kind: 'failed'; readonly task: number; readonly archive: boolean; readonly bug: string }
  | { readonly kind: 'list-wanted'; readonly list: number; readonly sha256: Uint8Array };
