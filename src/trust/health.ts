import type { UpkeepErrorCode } from './errors.js';

/** How a revocation source is doing. All of it is about the authority's data, nothing about any person. */
export interface SourceHealth {
  readonly source: string;
  /** `missing`: never had a list. `stale`: the list's nextUpdate is past. Both stop intake. */
  readonly state: 'fresh' | 'stale' | 'missing';
  /** When a fetch last brought the newest list, whether or not it was new; undefined since the start of this process. */
  readonly lastGood: Date | undefined;
  readonly nextAttempt: Date;
  /** Failures in a row; 0 after a good fetch. */
  readonly failures: number;
  readonly lastFailure: UpkeepErrorCode | undefined;
  readonly list: ListHealth | undefined;
}

/** The list in use. */
export interface ListHealth {
  /** Hex, as in the archive. */
  readonly sha256: string;
  /** CRL number, decimal. */
  readonly number: string | undefined;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly entries: number;
}

/** How trust is doing, for `/health`. */
export interface TrustHealth {
  /** False while any source is stale or missing, or no anchor set is in force: certificates can't be judged then. */
  readonly ready: boolean;
  /** Version of the anchor set in force. */
  readonly anchorSet: string | undefined;
  readonly sources: readonly SourceHealth[];
}
