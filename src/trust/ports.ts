import type { Result } from '../core/result.js';
import type { CrlRefreshErrorCode } from './errors.js';

/** Why nothing usable was fetched. */
export type FetchErrorCode = Extract<CrlRefreshErrorCode, `fetch-${string}`>;

/** What to fetch, and how much patience to have. */
export interface FetchRequest {
  readonly url: string;
  /** Bytes; the transfer is cut off above it. */
  readonly maximumBytes: number;
  /** Milliseconds for the whole transfer. */
  readonly timeout: number;
  /** A DER OCSP request to POST (RFC 6960 §A.1); a GET without it. */
  readonly ocspRequest?: Uint8Array;
}

/** Gets revocation data from where an authority publishes it. It judges nothing of what it gets. */
export interface RevocationFetcher {
  fetch(request: FetchRequest): Promise<Result<Uint8Array, FetchErrorCode>>;
}

/**
 * Keeps every piece of revocation data that was ever relied on, by its SHA-256. What `put` has answered survives a crash;
 * what `get` answers has the digest that was asked for, or is undefined.
 */
export interface RevocationArchive {
  /** Durable when it resolves; rejects otherwise. Putting the same bytes again changes nothing. Answers the SHA-256. */
  put(bytes: Uint8Array): Promise<Uint8Array>;
  get(sha256: Uint8Array): Promise<Uint8Array | undefined>;
  /** Remembers durably that a source's current data is `sha256`, which has been put. */
  setCurrent(source: string, sha256: Uint8Array): Promise<void>;
  /** The SHA-256 of a source's last current data. */
  current(source: string): Promise<Uint8Array | undefined>;
}

/** Runs something later; tests never wait for it. */
export interface Timer {
  /** Calls `action` once after this many milliseconds, unless the answer is called before. */
  after(milliseconds: number, action: () => void): () => void;
}

/** A number in [0, 1), for jitter only. */
export type Randomness = () => number;
