import type { Log } from '../core/log.js';
import type { SourceHealth } from './revocation-source.js';

/** What of a source was told last. */
type Told = Pick<SourceHealth, 'state' | 'failures'> & { readonly sha256: string | undefined };

const untold: Told = { state: 'fresh', failures: 0, sha256: undefined };

/**
 * Tells operators what becomes of revocation data, one line an event: a list fetched, verified and archived; a fetch that failed, with its code; data that has become stale
 * or is missing, so that no certificate is good; and fresh data after that. Nothing of it is about a person.
 */
export class RefreshLog {
  private readonly told = new Map<string, Told>();

  constructor(private readonly log: Log) {}

  /** Tells what is not as it was. */
  tell(sources: readonly SourceHealth[]): void {
    for (const source of sources) {
      const before = this.told.get(source.source) ?? untold;
      const { state, failures, list } = source;
      this.told.set(source.source, { state, failures, sha256: list?.sha256 });
      this.tellOfList(source, before);
      this.tellOfState(source, before);
    }
  }

  private tellOfList({ source, list, failures, lastFailure, nextAttempt }: SourceHealth, before: Told): void {
    if (list !== undefined && list.sha256 !== before.sha256) {
      const { sha256, number, thisUpdate, nextUpdate } = list;
      this.log.info(
        { source, sha256, number, thisUpdate, nextUpdate },
        'a revocation list is in use and archived',
      );
    }
    if (failures > before.failures)
      this.log.warn(
        { source, code: lastFailure, failures, nextAttempt },
        'revocation data could not be fetched',
      );
  }

  private tellOfState({ source, state, list }: SourceHealth, before: Told): void {
    if (state === before.state) return;
    if (state === 'fresh') this.log.info({ source }, 'revocation data is fresh again');
    else
      this.log.error(
        { source, state, nextUpdate: list?.nextUpdate },
        'revocation data is not current: no certificate is taken for good',
      );
  }
}
