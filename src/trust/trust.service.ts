import type { Clock } from '../core/clock.js';
import { fail, type Result } from '../core/result.js';
import type { Certificate } from '../core/x509/index.js';
import { anchorSetAt } from './anchor-set.js';
import type { TrustConfiguration } from './configuration.js';
import { CrlRefresh, crlRefreshSources } from './crl-refresh.js';
import type { TrustErrorCode } from './errors.js';
import { OcspClient } from './ocsp-client.js';
import { PastValidation } from './past-validation.js';
import type { Randomness, RevocationArchive, RevocationFetcher } from './ports.js';
import type { ListReader } from './revocation-list.js';
import type { SourceHealth } from './revocation-source.js';
import type { CertificateHolder } from './holder-identification.js';
import { checkTargetCertificate, claimedHolder } from './target-certificate.js';
import {
  type CertificateValidator,
  type PastTrustQuestion,
  type TrustQuestion,
  validateCertificate,
  type ValidatedCertificate,
} from './validate-certificate.js';
import { WorkerListReader } from './worker-list-reader.js';

/** What the service is made of; the last two have defaults. */
export interface TrustDependencies {
  readonly configuration: TrustConfiguration;
  readonly fetcher: RevocationFetcher;
  readonly archive: RevocationArchive;
  readonly clock: Clock;
  readonly random?: Randomness;
  readonly reader?: ListReader;
}

/** The state of the trust data, for `/health`. */
export interface TrustHealth {
  /** False while a source is stale or missing, or no anchor set is in force: then certificates can't be validated. */
  readonly ready: boolean;
  /** Version of the anchor set in force. */
  readonly anchorSet: string | undefined;
  readonly sources: readonly SourceHealth[];
}

/** Validates certificates, and keeps the revocation data for that; `CrlRefreshJob` keeps it fresh. */
export class TrustService implements CertificateValidator {
  private readonly configuration: TrustConfiguration;
  private readonly clock: Clock;
  private readonly crlRefresh: CrlRefresh;
  private readonly past: PastValidation;
  private readonly ocsp: OcspClient;

  constructor(dependencies: TrustDependencies) {
    const { configuration, clock } = dependencies;
    const ports = { random: Math.random, reader: new WorkerListReader(), ...dependencies };
    const authorities = configuration.anchorSets.flatMap((set) => set.authorities);
    this.configuration = configuration;
    this.clock = clock;
    this.crlRefresh = new CrlRefresh(crlRefreshSources(configuration), ports);
    this.past = new PastValidation(configuration, dependencies.archive, ports.reader);
    this.ocsp = new OcspClient(configuration.responders, authorities, dependencies);
  }

  /** Loads the archived lists, as after a restart. Does not wait for the network. */
  async restore(): Promise<void> {
    await this.crlRefresh.restore();
  }

  /** Fetches every source that is due. Never rejects for what a source does. */
  async refreshDue(): Promise<void> {
    await this.crlRefresh.runDue();
  }

  /** Fetches every source now. Resolves when each has succeeded or failed. For the demo, and for operators. */
  async refresh(): Promise<void> {
    await this.crlRefresh.runAll();
  }

  /**
   * Validates by the current data, for intake and sign-in. Fails with any {@link TrustErrorCode}, in the order of
   * `validateCertificate`. With `revocation-unavailable`, `values.seconds` says when to try again. Waits for the network only where
   * the certificate's policy uses OCSP. Without a response, the lists decide alone.
   */
  async validateCertificate(question: TrustQuestion): Promise<Result<ValidatedCertificate, TrustErrorCode>> {
    const { lists } = this.crlRefresh;
    const byLists = validateCertificate(question, this.configuration, { lists, ocsp: [] });
    const answer = this.wantsOcsp(question, byLists) ? await this.ocsp.ask(question.target) : undefined;
    if (answer === undefined) return this.withRetry(byLists);
    return this.withRetry(validateCertificate(question, this.configuration, { lists, ocsp: [answer] }));
  }

  /**
   * Validates for a time in the past, by the data that was relied on then (the references of that validation): lists from the archive, OCSP
   * responses as given. Fails as {@link validateCertificate}, and with `revocation-unavailable` where any of it is missing or damaged.
   */
  async validateCertificateAsOf(
    question: PastTrustQuestion,
  ): Promise<Result<ValidatedCertificate, TrustErrorCode>> {
    return this.past.validateCertificateAsOf(question);
  }

  /**
   * Who a certificate says holds it, be it revoked or of a policy that is off. Nothing is verified: ask {@link validateCertificate} as well.
   */
  claimedHolder(certificate: Certificate): CertificateHolder | undefined {
    return claimedHolder(certificate, this.configuration.policies);
  }

  /** Whether certificates can be validated now, and the state of each source. Nothing in it is about a person. */
  health(): TrustHealth {
    const sources = this.crlRefresh.health;
    const anchorSet = anchorSetAt(this.configuration.anchorSets, this.clock.now())?.version;
    const fresh = sources.every(({ state }) => state === 'fresh');
    return { ready: fresh && anchorSet !== undefined, anchorSet, sources };
  }

  /** Only where a policy uses OCSP and the path is good. Otherwise anyone could make the server ask about made-up certificates. */
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

/** Failures that an OCSP response can change. */
const unsettled: readonly TrustErrorCode[] = ['revocation-unavailable', 'revocation-unknown'];
const hour = 3_600_000;
