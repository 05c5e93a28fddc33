import { hex } from '../core/octets.js';
import type { CrlRefreshErrorCode } from './errors.js';
import { isStale, type RevocationList } from './revocation-list.js';

/** Where an authority publishes its revocation list, and how hard to try. Times are in milliseconds. */
export interface RevocationSource {
  /** Stable: the archive remembers the current list under it. Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly url: string;
  /** Subject key identifier (hex, lower case) of the authority that signs the list: names don't tell MOICA's generations apart. */
  readonly issuerKeyIdentifier: string;
  /** Between one good fetch and the next. */
  readonly refresh: number;
  /** For one whole fetch. */
  readonly timeout: number;
  readonly maximumBytes: number;
}

/** Wait after the first failure; it doubles with each further one, up to the source's refresh. */
const firstRetry = 15_000;

/**
 * How long to wait after `failures` failures in a row: 15 s, 30 s, 60 s … at most the refresh time, less a random share of
 * up to a half, so that several machines do not come back at once. `random` is in [0, 1).
 */
export function retryDelay(source: RevocationSource, failures: number, random: number): number {
  const ceiling = Math.min(source.refresh, firstRetry * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceiling * (1 - random / 2));
}

/**
 * How long to wait after a good fetch: the refresh time, but no more than half of what the list still has to live, so that
 * a failure leaves time to try again before it is stale; less a random share of up to a tenth.
 */
export function refreshDelay(source: RevocationSource, lifetimeLeft: number, random: number): number {
  const delay = Math.max(firstRetry, Math.min(source.refresh, lifetimeLeft / 2));
  return Math.round(delay * (1 - random / 10));
}

/** What is known of a source: a value, replaced as a whole. Times are milliseconds since the epoch. */
export interface SourceState {
  readonly source: RevocationSource;
  readonly list: RevocationList | undefined;
  readonly lastGood: number | undefined;
  readonly nextAttempt: number;
  readonly failures: number;
  readonly lastFailure: CrlRefreshErrorCode | undefined;
}

/** A source nothing is known of yet: to be fetched at once. */
export const unknownSource = (source: RevocationSource): SourceState => ({
  source,
  list: undefined,
  lastGood: undefined,
  nextAttempt: -Infinity,
  failures: 0,
  lastFailure: undefined,
});

/** After a fetch that brought `list`, new or not. */
export function afterSuccess(
  state: SourceState,
  list: RevocationList,
  now: number,
  random: number,
): SourceState {
  const lifetimeLeft = (list.nextUpdate ?? now) - now;
  return {
    ...state,
    list,
    lastGood: now,
    nextAttempt: now + refreshDelay(state.source, lifetimeLeft, random),
    failures: 0,
    lastFailure: undefined,
  };
}

/** After a fetch that failed: whatever list there was stays in use for as long as it lives. */
export function afterFailure(
  state: SourceState,
  code: CrlRefreshErrorCode,
  now: number,
  random: number,
): SourceState {
  const failures = state.failures + 1;
  const nextAttempt = now + retryDelay(state.source, failures, random);
  return { ...state, failures, lastFailure: code, nextAttempt };
}

/** What `/health` says of it. */
export function sourceHealth(state: SourceState, now: Date): SourceHealth {
  const { list, lastGood } = state;
  return {
    source: state.source.id,
    state: list === undefined ? 'missing' : isStale(list, now) ? 'stale' : 'fresh',
    lastGood: lastGood === undefined ? undefined : new Date(lastGood),
    nextAttempt: new Date(Math.max(state.nextAttempt, 0)),
    failures: state.failures,
    lastFailure: state.lastFailure,
    list: list && {
      sha256: hex(list.sha256),
      number: list.number?.toString(),
      thisUpdate: new Date(list.thisUpdate),
      nextUpdate: list.nextUpdate === undefined ? undefined : new Date(list.nextUpdate),
      entries: list.entries,
    },
  };
}

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
  readonly lastFailure: CrlRefreshErrorCode | undefined;
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
