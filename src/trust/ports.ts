import type { Result } from '../core/result.js';
import type { CrlRefreshErrorCode } from './errors.js';

/** Why nothing usable was fetched. */
export type FetchErrorCode = Extract<CrlRefreshErrorCode, `fetch-${string}`>;

/** What to fetch, and within which limits. */
export interface FetchRequest {
  readonly url: string;
  /** Bytes. A longer transfer is stopped. */
  readonly maximumBytes: number;
  /** Milliseconds for the whole transfer. */
  readonly timeout: number;
  /** A DER OCSP request, which is sent by POST (RFC 6960 §A.1). Without it, the method is GET. */
  readonly ocspRequest?: Uint8Array;
}

/** Gets revocation data from where an authority publishes it. It validates nothing. */
export interface RevocationFetcher {
  fetch(request: FetchRequest): Promise<Result<Uint8Array, FetchErrorCode>>;
}

/** Injection token for {@link RevocationFetcher}. */
export const REVOCATION_FETCHER = Symbol('RevocationFetcher');

/**
 * Keeps every revocation list that was ever relied on, by its SHA-256. Nothing in it is about one person: OCSP responses don't go here. Data survives a crash as soon as `put` has resolved. `get`
 * returns data with exactly the digest asked for, or undefined.
 */
export interface RevocationArchive {
  /** Resolves with the SHA-256 when the data is durable, and rejects otherwise. Putting the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<Uint8Array>;
  get(sha256: Uint8Array): Promise<Uint8Array | undefined>;
  /** Records durably that `sha256`, which has been put, is a source's current data. */
  setCurrent(source: string, sha256: Uint8Array): Promise<void>;
  /** The SHA-256 of a source's last current data. */
  current(source: string): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link RevocationArchive}. */
export const REVOCATION_ARCHIVE = Symbol('RevocationArchive');

/** A random number in [0, 1). It only spreads fetches over time. */
export type Randomness = () => number;

/** Injection token for {@link Randomness}. */
export const RANDOMNESS = Symbol('Randomness');
