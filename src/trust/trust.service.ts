import type { Clock } from '../core/clock.js';
import { fail, type Result } from '../core/result.js';
import { anchorSetAt } from './anchor-set.js';
import { ArchivedRevocationData } from './archived-revocation-data.js';
import type { TrustConfiguration } from './configuration.js';
import { CrlRefreshSchedule, systemTimer } from './crl-refresh-schedule.js';
import { CrlRefresh, crlRefreshSources } from './crl-refresh.js';
import type { TrustErrorCode } from './errors.js';
import { OcspClient } from './ocsp-client.js';
import type { Randomness, RevocationArchive, RevocationFetcher, Timer } from './ports.js';
import type { ListReader } from './revocation-list.js';
import type { SourceHealth } from './revocation-source.js';
import { checkTargetCertificate } from './target-certificate.js';
import {
  type PastTrustQuestion,
  type TrustQuestion,
  validateCertificate,
  type ValidatedCertificate,
} from './validate-certificate.js';
import { WorkerListReader } from './worker-list-reader.js';

/** What the service is made of; the last three have defaults for production. */
export interface TrustDependencies {
  readonly configuration: TrustConfiguration;
  readonly fetcher: RevocationFetcher;
  readonly archive: RevocationArchive;
  readonly clock: Clock;
  readonly random?: Randomness;
  readonly timer?: Timer;
  readonly reader?: ListReader;
}

/** How trust is doing, for `/health`. */
export interface TrustHealth {
  /** False while any source is stale or missing, or no anchor set is in force: certificates can't be judged then. */
  readonly ready: boolean;
  /** Version of the anchor set in force. */
  readonly anchorSet: string | undefined;
  readonly sources: readonly SourceHealth[];
}

/** Judges certificates, and keeps the data that takes. Nest calls its two hooks; without Nest, call them. */
export class TrustService {
  private readonly configuration: TrustConfiguration;
  private readonly clock: Clock;
  private readonly crlRefresh: CrlRefresh;
  private readonly schedule: CrlRefreshSchedule;
  private readonly archived: ArchivedRevocationData;
  private readonly ocsp: OcspClient;

  constructor(parts: TrustDependencies) {
    const { configuration, clock } = parts;
    const ports = { random: Math.random, reader: new WorkerListReader(), ...parts };
    const authorities = configuration.anchorSets.flatMap((set) => set.authorities);
    this.configuration = configuration;
    this.clock = clock;
    this.crlRefresh = new CrlRefresh(crlRefreshSources(configuration), ports);
    this.schedule = new CrlRefreshSchedule(this.crlRefresh, clock, parts.timer ?? systemTimer);
    this.archived = new ArchivedRevocationData(parts.archive, ports.reader, authorities);
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
    await this.crlRefresh.runAll();
  }

  /**
   * Judges by the current data, for intake and sign-in; all of {@link TrustErrorCode}, in the order of `judge.ts`.
   * `revocation-unavailable` bears `seconds`, after which another try may go better. Waits for the network only where the
   * certificate's policy wants OCSP; without an answer the lists decide alone.
   */
  async validateCertificate(question: TrustQuestion): Promise<Result<ValidatedCertificate, TrustErrorCode>> {
    const { lists } = this.crlRefresh;
    const byLists = validateCertificate(question, this.configuration, { lists, ocsp: [] });
    const answer = this.wantsOcsp(question, byLists) ? await this.ocsp.ask(question.target) : undefined;
    if (answer === undefined) return this.withRetry(byLists);
    return this.withRetry(validateCertificate(question, this.configuration, { lists, ocsp: [answer] }));
  }

  /**
   * Judges as of a time past by the very data that was relied on then (the references of that judgement), out of the archive.
   * As {@link validateCertificate}; data that the archive does not have, or not undamaged, is `revocation-unavailable`.
   */
  async validateCertificateAsOf(
    question: PastTrustQuestion,
  ): Promise<Result<ValidatedCertificate, TrustErrorCode>> {
    const evidence = await this.archived.load(question.references);
    if (evidence === undefined) return fail('revocation-unavailable');
    return validateCertificate(question, this.configuration, evidence);
  }

  /** Whether certificates can be judged now, and how each source is doing. Nothing in it is about a person. */
  health(): TrustHealth {
    const sources = this.crlRefresh.health;
    const anchorSet = anchorSetAt(this.configuration.anchorSets, this.clock.now())?.version;
    const fresh = sources.every(({ state }) => state === 'fresh');
    return { ready: fresh && anchorSet !== undefined, anchorSet, sources };
  }

  /** Only where a policy wants it, and the path is good: nobody makes the server ask about certificates they made up. */
  private wantsOcsp(
    { target, at }: TrustQuestion,
    byLists: Result<ValidatedCertificate, TrustErrorCode>,
  ): boolean {
    const wanting = this.configuration.policies.filter(({ ocsp }) => ocsp);
    if (wanting.length === 0) return false;
    const open = byLists.ok || unsettled.includes(byLists.failure.code);
    return open && checkTargetCertificate(target, wanting, at).ok;
  }

  private withRetry(
    result: Result<ValidatedCertificate, TrustErrorCode>,
  ): Result<ValidatedCertificate, TrustErrorCode> {
    if (result.ok || result.failure.code !== 'revocation-unavailable') return result;
    const wait = this.crlRefresh.nextDue - this.clock.now().getTime();
    return fail('revocation-unavailable', {
      seconds: Math.ceil(Math.min(Math.max(wait, 1000), hour) / 1000),
    });
  }
}

/** What an OCSP answer may still change. */
const unsettled: readonly TrustErrorCode[] = ['revocation-unavailable', 'revocation-unknown'];
const hour = 3_600_000;
