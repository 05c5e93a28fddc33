import type { Clock } from '../core/clock.js';
import { digestSha256 } from '../core/cryptography.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import type { Certificate } from '../core/x509/index.js';
import { subjectKeyIdentifierHex } from './anchor-set.js';
import type { TrustConfiguration } from './configuration.js';
import type { CrlRefreshErrorCode } from './errors.js';
import type { Randomness, RevocationArchive, RevocationFetcher } from './ports.js';
import { acceptList, type ListReader, type RevocationList } from './revocation-list.js';
import {
  afterFailure,
  afterSuccess,
  type RevocationSource,
  type SourceHealth,
  sourceHealth,
  type SourceState,
  unknownSource,
} from './revocation-source.js';

/** What the CRL refresh needs. */
interface CrlRefreshPorts {
  readonly fetcher: RevocationFetcher;
  readonly archive: RevocationArchive;
  readonly reader: ListReader;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** A source, and the authority whose key must have signed its lists. */
interface CrlRefreshSource {
  readonly source: RevocationSource;
  readonly authority: Certificate;
}

/**
 * Keeps one revocation list of each source fresh. A list is fetched, verified and made durable in the archive before it becomes
 * current. The change is one assignment, so a validation sees either the old lists or the new ones. A failure changes only what
 * `/health` says: the last list is used until its nextUpdate.
 */
export class CrlRefresh {
  private states: ReadonlyMap<string, SourceState>;
  private inUse: readonly RevocationList[] = [];
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly sources: readonly CrlRefreshSource[],
    private readonly ports: CrlRefreshPorts,
  ) {
    this.states = new Map(sources.map(({ source }) => [source.id, unknownSource(source)]));
  }

  /** The current lists: the same array until one of them changes. */
  get lists(): readonly RevocationList[] {
    return this.inUse;
  }

  /** Milliseconds since the epoch at which the next source is due; Infinity without sources. */
  get nextDue(): number {
    return Math.min(...[...this.states.values()].map((state) => state.nextAttempt));
  }

  get health(): readonly SourceHealth[] {
    const now = this.ports.clock.now();
    return [...this.states.values()].map((state) => sourceHealth(state, now));
  }

  /** Loads each source's last current list from the archive, after a restart. One that is missing or does not verify is fetched. */
  async restore(): Promise<void> {
    await Promise.all(this.sources.map((each) => this.restoreSource(each)));
  }

  /** Fetches every source that is due, all at once. Does not reject when a source fails. */
  async runDue(): Promise<void> {
    const now = this.ports.clock.now().getTime();
    const due = this.sources.filter(({ source }) => this.stateOf(source).nextAttempt <= now);
    await Promise.all(due.map((each) => this.runOnce(each)));
  }

  /** Fetches every source, due or not. */
  async runAll(): Promise<void> {
    await Promise.all(this.sources.map((each) => this.runOnce(each)));
  }

  /** Fetches a source once at a time: a second call waits for the fetch that is running. */
  private runOnce(each: CrlRefreshSource): Promise<void> {
    const { id } = each.source;
    const run = this.running.get(id) ?? this.runSource(each).finally(() => this.running.delete(id));
    this.running.set(id, run);
    return run;
  }

  private async restoreSource(each: CrlRefreshSource): Promise<void> {
    try {
      const list = await this.archivedList(each);
      if (list !== undefined) this.change({ ...this.stateOf(each.source), list });
    } catch {
      // A list that can't be read back is fetched again. Until then `/health` says that the source is missing.
    }
  }

  private async archivedList({ source, authority }: CrlRefreshSource): Promise<RevocationList | undefined> {
    const { archive, reader } = this.ports;
    const sha256 = await archive.current(source.id);
    const bytes = sha256 && (await archive.get(sha256));
    const list = bytes && (await reader.read(bytes, [authority]));
    return list?.ok === true ? list.value : undefined;
  }

  private async runSource(each: CrlRefreshSource): Promise<void> {
    const outcome = await this.attempt(each);
    const state = this.stateOf(each.source);
    const now = this.ports.clock.now().getTime();
    const random = this.ports.random();
    this.change(
      outcome.ok
        ? afterSuccess(state, outcome.value, now, random)
        : afterFailure(state, outcome.failure.code, now, random),
    );
  }

  private async attempt(each: CrlRefreshSource): Promise<Result<RevocationList, CrlRefreshErrorCode>> {
    try {
      return await this.renew(each);
    } catch {
      // An error of our own must not stop the refresh of the other sources. It is recorded as this source's failure.
      return fail('upkeep-failed');
    }
  }

  /** The steps: fetch, verify, accept, archive. */
  private async renew({
    source,
    authority,
  }: CrlRefreshSource): Promise<Result<RevocationList, CrlRefreshErrorCode>> {
    const { fetcher, reader, clock } = this.ports;
    const current = this.stateOf(source).list;
    const fetched = await fetcher.fetch(source);
    if (!fetched.ok) return fetched;
    // Off the event loop: a revocation list may have 20 MB.
    const known = current !== undefined && equalOctets(await digestSha256(fetched.value), current.sha256);
    const list = known ? ok(current) : await reader.read(fetched.value, [authority]);
    if (!list.ok) return list;
    const accepted = acceptList(list.value, current, clock.now());
    if (!accepted.ok) return accepted;
    return known ? list : this.archived(source, fetched.value, list.value);
  }

  private async archived(
    source: RevocationSource,
    bytes: Uint8Array,
    list: RevocationList,
  ): Promise<Result<RevocationList, CrlRefreshErrorCode>> {
    try {
      await this.ports.archive.setCurrent(source.id, await this.ports.archive.put(bytes));
      return ok(list);
    } catch {
      return fail('archive-failed');
    }
  }

  private stateOf(source: RevocationSource): SourceState {
    return this.states.get(source.id) ?? unknownSource(source);
  }

  private change(state: SourceState): void {
    this.states = new Map([...this.states, [state.source.id, state]]);
    const lists = [...this.states.values()].flatMap(({ list }) => list ?? []);
    const same = lists.length === this.inUse.length && lists.every((list, i) => list === this.inUse[i]);
    if (!same) this.inUse = lists;
  }
}

/** Each source with the authority that signs its lists. The configuration refuses sources without one. */
export function crlRefreshSources({ anchorSets, sources }: TrustConfiguration): CrlRefreshSource[] {
  const authorities = anchorSets.flatMap((set) => set.authorities);
  return sources.flatMap((source) => {
    const authority = authorities.find(
      (each) => subjectKeyIdentifierHex(each) === source.issuerKeyIdentifier,
    );
    return authority === undefined ? [] : [{ source, authority }];
  });
}
