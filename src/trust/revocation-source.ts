import { hex } from '../core/octets.js';
import type { CrlRefreshErrorCode } from './errors.js';
import { isStale, type RevocationList } from './revocation-list.js';

/** Where an authority publishes its revocation list, and how often it is fetched. Times are in milliseconds. */
export interface RevocationSource {
  /** It must not change: the archive records the current list by it. Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly url: string;
  /** Subject key identifier (hex, lower case) of the authority that signs the list. MOICA's generations all have the same name. */
  readonly issuerKeyIdentifier: string;
  /** Between a successful fetch and the next one. */
  readonly refresh: number;
  /** For one whole fetch. */
  readonly timeout: number;
  readonly maximumBytes: number;
}

/** Wait after the first failure. It doubles with each further failure, up to the source's `refresh`. */
const firstRetry = 15_000;

/**
 * How long to wait after `failures` failures in a row: 15 s, 30 s, 60 s and so on, at most the refresh time. Up to half of it is
 * taken off at random, so that several machines do not all try at the same moment. `random` is in [0, 1).
 */
export function retryDelay(source: RevocationSource, failures: number, random: number): number {
  const ceiling = Math.min(source.refresh, firstRetry * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceiling * (1 - random / 2));
}

/**
 * How long to wait after a successful fetch: the refresh time, but at most half of the time until the list is stale, so that after
 * a failure there is time to try again. Up to a tenth of it is taken off at random.
 */
export function refreshDelay(source: RevocationSource, lifetimeLeft: number, random: number): number {
  const delay = Math.max(firstRetry, Math.min(source.refresh, lifetimeLeft / 2));
  return Math.round(delay * (1 - random / 10));
}

/** What is known about a source. It is replaced as a whole. Times are milliseconds since the epoch. */
export interface SourceState {
  readonly source: RevocationSource;
  readonly list: RevocationList | undefined;
  readonly lastGood: number | undefined;
  readonly nextAttempt: number;
  readonly failures: number;
  readonly lastFailure: CrlRefreshErrorCode | undefined;
}

/** A source about which nothing is known yet. It is fetched at once. */
export const unknownSource = (source: RevocationSource): SourceState => ({
  source,
  list: undefined,
  lastGood: undefined,
  nextAttempt: -Infinity,
  failures: 0,
  lastFailure: undefined,
});

/** The state after a fetch that returned `list`, new or not. */
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

/** The state after a fetch that failed. A list that is there stays in use until it is stale. */
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

/** What `/health` says about a source. */
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

/** The health of a revocation source. It is about the authority's data and never about a person. */
export interface SourceHealth {
  readonly source: string;
  /** `missing`: there is no list. `stale`: the list's nextUpdate is past. Both stop the intake. */
  readonly state: 'fresh' | 'stale' | 'missing';
  /** When a fetch last succeeded, whether or not the list was new. Undefined where none has since the process started. */
  readonly lastGood: Date | undefined;
  readonly nextAttempt: Date;
  /** Failures in a row. 0 after a successful fetch. */
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
