import type { UpkeepErrorCode } from './errors.js';
import type { SourceHealth } from './health.js';
import { isStale } from './list-acceptance.js';
import type { RevocationList } from './revocation-list.js';
import { refreshDelay, retryDelay, type RevocationSource } from './revocation-source.js';

/** What is known of a source: a value, replaced as a whole. Times are milliseconds since the epoch. */
export interface SourceState {
  readonly source: RevocationSource;
  readonly list: RevocationList | undefined;
  readonly lastGood: number | undefined;
  readonly nextAttempt: number;
  readonly failures: number;
  readonly lastFailure: UpkeepErrorCode | undefined;
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
  code: UpkeepErrorCode,
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
      sha256: Buffer.from(list.sha256).toString('hex'),
      number: list.number?.toString(),
      thisUpdate: new Date(list.thisUpdate),
      nextUpdate: list.nextUpdate === undefined ? undefined : new Date(list.nextUpdate),
      entries: list.entries,
    },
  };
}
