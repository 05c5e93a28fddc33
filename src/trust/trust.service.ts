import type { Clock } from '../core/clock.js';
import { fail, type Result } from '../core/result.js';
import { anchorSetAt } from './anchor-set.js';
import { ArchivedEvidence } from './archived-evidence.js';
import type { TrustConfiguration } from './configuration.js';
import type { TrustErrorCode } from './errors.js';
import type { TrustHealth } from './health.js';
import { judge } from './judge.js';
import type { Judgement, PastTrustQuestion, TrustQuestion } from './judgement.js';
import { checkLeaf } from './leaf-check.js';
import { OcspClient } from './ocsp-client.js';
import type { Randomness, RevocationArchive, RevocationFetcher, Timer } from './ports.js';
import type { ListReader } from './revocation-list.js';
import { systemTimer } from './system-timer.js';
import { RevocationUpkeep } from './upkeep.js';
import { UpkeepSchedule } from './upkeep-schedule.js';
import { upkeepSources } from './upkeep-sources.js';
import { WorkerListReader } from './worker-list-reader.js';

/** What the service is made of; the last three have defaults for production. */
export interface TrustParts {
  readonly configuration: TrustConfiguration;
  readonly fetcher: RevocationFetcher;
  readonly archive: RevocationArchive;
  readonly clock: Clock;
  readonly random?: Randomness;
  readonly timer?: Timer;
  readonly reader?: ListReader;
}

/** Judges certificates, and keeps the data that takes. Nest calls its two hooks; without Nest, call them. */
export class TrustService {
  private readonly configuration: TrustConfiguration;
  private readonly clock: Clock;
  private readonly upkeep: RevocationUpkeep;
  private readonly schedule: UpkeepSchedule;
  private readonly archived: ArchivedEvidence;
  private readonly ocsp: OcspClient;

  constructor(parts: TrustParts) {
    const { configuration, clock } = parts;
    const ports = { random: Math.random, reader: new WorkerListReader(), ...parts };
    const authorities = configuration.anchorSets.flatMap((set) => set.authorities);
    this.configuration = configuration;
    this.clock = clock;
    this.upkeep = new RevocationUpkeep(upkeepSources(configuration), ports);
    this.schedule = new UpkeepSchedule(this.upkeep, clock, parts.timer ?? systemTimer);
    this.archived = new ArchivedEvidence(parts.archive, ports.reader, authorities);
    this.ocsp = new OcspClient(configuration.responders, authorities, parts);
  }

  /** Takes up the archived lists and begins to keep them fresh. Does not wait for the network. */
  async onModuleInit(): Promise<void> {
    await this.schedule.start();
  }

  /** Stops keeping them fresh. */
  async onModuleDestroy(): Promise<void> {
    await this.schedule.stop();
  }

  /** Fetches every source now and resolves when each has succeeded or failed: before a demo, or at an operator's wish. */
  async refresh(): Promise<void> {
    await this.upkeep.runAll();
  }

  /**
   * Judges by the current data, for intake and sign-in; all of {@link TrustErrorCode}, in the order of `judge.ts`.
   * `revocation-unavailable` bears `seconds`, after which another try may go better. Waits for the network only where the
   * certificate's policy wants OCSP; without an answer the lists decide alone.
   */
  async judge(question: TrustQuestion): Promise<Result<Judgement, TrustErrorCode>> {
    const { lists } = this.upkeep;
    const byLists = judge(question, this.configuration, { lists, ocsp: [] });
    const answer = this.wantsOcsp(question, byLists) ? await this.ocsp.ask(question.leaf) : undefined;
    if (answer === undefined) return this.withRetry(byLists);
    return this.withRetry(judge(question, this.configuration, { lists, ocsp: [answer] }));
  }

  /**
   * Judges as of a time past by the very data that was relied on then (the references of that judgement), out of the archive.
   * As {@link judge}; data that the archive does not have, or not undamaged, is `revocation-unavailable`.
   */
  async judgeAsOf(question: PastTrustQuestion): Promise<Result<Judgement, TrustErrorCode>> {
    const evidence = await this.archived.load(question.references);
    if (evidence === undefined) return fail('revocation-unavailable');
    return judge(question, this.configuration, evidence);
  }

  /** Whether certificates can be judged now, and how each source is doing. Nothing in it is about a person. */
  health(): TrustHealth {
    const sources = this.upkeep.health;
    const anchorSet = anchorSetAt(this.configuration.anchorSets, this.clock.now())?.version;
    const fresh = sources.every(({ state }) => state === 'fresh');
    return { ready: fresh && anchorSet !== undefined, anchorSet, sources };
  }

  /** Only where a policy wants it, and the path is good: nobody makes the server ask about certificates they made up. */
  private wantsOcsp({ leaf, at }: TrustQuestion, byLists: Result<Judgement, TrustErrorCode>): boolean {
    const wanting = this.configuration.policies.filter(({ ocsp }) => ocsp);
    if (wanting.length === 0) return false;
    const open = byLists.ok || unsettled.includes(byLists.failure.code);
    return open && checkLeaf(leaf, wanting, at).ok;
  }

  private withRetry(result: Result<Judgement, TrustErrorCode>): Result<Judgement, TrustErrorCode> {
    if (result.ok || result.failure.code !== 'revocation-unavailable') return result;
    const wait = this.upkeep.nextDue - this.clock.now().getTime();
    return fail('revocation-unavailable', {
      seconds: Math.ceil(Math.min(Math.max(wait, 1000), hour) / 1000),
    });
  }
}

/** What an OCSP answer may still change. */
const unsettled: readonly TrustErrorCode[] = ['revocation-unavailable', 'revocation-unknown'];
const hour = 3_600_000;
