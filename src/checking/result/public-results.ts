import type { CaseService } from '../../cases/index.js';
import { BoundedMap } from '../../core/bounded-map.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import { ProofTree } from '../../core/merkle/index.js';
import { compareOctets } from '../../core/octets.js';
import { pages } from '../batch/run-batch.js';
import type { Verdict } from '../batch/verdict.js';
import type { ReasonCode } from '../reason-codes.js';
import { bundleFiles, verdictList } from '../bundle/bundle-files.js';
import type { PublishedResult, PublishedResults, RecordedCommitments } from '../ports.js';

/** Verdicts read at once. */
const pageSize = 10_000;

/** The place of a record in the published tree: what `verifyInclusion` needs, besides the commitment and the root. */
export interface Inclusion {
  readonly index: number;
  readonly treeSize: number;
  /** Lowest first. */
  readonly proof: readonly Uint8Array[];
}

/** The answer to a receipt. Once the result is public, it has the proof that the record is in the published tree. */
export interface ReceiptAnswer {
  readonly status: ReceiptStatus;
  readonly inclusion?: Inclusion;
}

/** What {@link PublicResults} works with. */
export interface PublicResultsDependencies {
  readonly cases: Pick<CaseService, 'findPublic'>;
  readonly published: PublishedResults;
  /** The commission's certificate and those above it, PEM. */
  readonly certificatesPem: string;
  /** The JWK set of the intake's keys (RFC 7517), as published. */
  readonly jwks: () => Promise<object>;
}

/** What anybody may see of a check, once its result is confirmed. */
export class PublicResults {
  /** The list of the round asked for last. It can be kept, because a published list never changes. */
  private readonly lists = new BoundedMap<RoundId, Promise<PublishedList>>(1);

  constructor(private readonly dependencies: PublicResultsDependencies) {}

  /** The confirmed result of a case's latest checked round, or of the given one. */
  async find(number: CaseNumber, round?: RoundOrdinal): Promise<PublishedResult | undefined> {
    const results = await this.dependencies.published.ofCase(number);
    return results.findLast((each) => round === undefined || each.round === round);
  }

  /** A file of the bundle (see `bundleFiles`) of a confirmed result, or undefined. */
  async file(number: CaseNumber, name: string, round?: RoundOrdinal): Promise<Uint8Array | undefined> {
    const result = await this.find(number, round);
    return result === undefined ? undefined : this.content(number, result, name);
  }

  /** The answer about a record. `submitted` says whether its round was submitted. */
  async receipt(round: RoundId, commitment: Commitment, submitted: boolean): Promise<ReceiptAnswer> {
    const verdict = submitted ? await this.dependencies.published.verdictOn(round, commitment) : undefined;
    const status = receiptStatusOf({ submitted, published: verdict !== undefined, code: verdict?.code });
    if (verdict === undefined) return { status };
    const list = await this.listOf(round);
    return { status, inclusion: list.inclusionOf(commitment) };
  }

  private async content(
    number: CaseNumber,
    result: PublishedResult,
    name: string,
  ): Promise<Uint8Array | undefined> {
    switch (name) {
      case bundleFiles.result:
        return result.result;
      case bundleFiles.signature:
        return result.signature;
      case bundleFiles.verdicts:
        return verdictList(await this.verdictsOf(result.roundId));
      case bundleFiles.certificates:
        return Buffer.from(this.dependencies.certificatesPem, 'utf8');
      case bundleFiles.keys:
        return Buffer.from(JSON.stringify(await this.dependencies.jwks()), 'utf8');
      default:
        return this.statement(number, result, name);
    }
  }

  private async statement(
    number: CaseNumber,
    { roundId }: PublishedResult,
    name: string,
  ): Promise<Uint8Array | undefined> {
    const referendum = await this.dependencies.cases.findPublic(number);
    const round = referendum?.rounds.find(({ id }) => id === roundId);
    if (name === bundleFiles.keyStatement) return round?.keyStatement;
    return name === bundleFiles.submissionStatement ? round?.submission?.statement : undefined;
  }

  private async verdictsOf(round: RoundId): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for await (const page of pages(undefined, (after) =>
      this.dependencies.published.page(round, after, pageSize),
    ))
      verdicts.push(...page);
    return verdicts;
  }

  private listOf(round: RoundId): Promise<PublishedList> {
    const known = this.lists.get(round);
    if (known !== undefined) return known;
    const list = this.verdictsOf(round).then(
      (verdicts) => new PublishedList(verdicts.map(({ commitment }) => commitment)),
    );
    this.lists.set(round, list);
    list.catch(() => this.lists.delete(round));
    return list;
  }
}

/** The sorted commitments of a published round, and their tree. */
class PublishedList {
  private readonly tree: ProofTree;

  constructor(private readonly commitments: readonly Commitment[]) {
    this.tree = new ProofTree(commitments);
  }

  inclusionOf(commitment: Commitment): Inclusion {
    let low = 0;
    let high = this.commitments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.commitments[middle];
      if (there !== undefined && compareOctets(there, commitment) < 0) low = middle + 1;
      else high = middle;
    }
    return { index: low, treeSize: this.commitments.length, proof: this.tree.proof(low) };
  }
}

/** What the platform answers about a commitment. */
export interface ReceiptReport extends ReceiptAnswer {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
}

/** Answers receipts: `recorded`, then `submitted`, then `counted` or `struck-out`. */
export class Receipts {
  constructor(
    private readonly recorded: RecordedCommitments,
    private readonly results: Pick<PublicResults, 'receipt'>,
  ) {}

  /** The standing of the co-signature with this commitment. Undefined when there is none. */
  async find(commitment: Commitment): Promise<ReceiptReport | undefined> {
    const found = await this.recorded.find(commitment);
    if (found === undefined) return undefined;
    const { caseNumber, round, roundId, submitted } = found;
    return { caseNumber, round, ...(await this.results.receipt(roundId, commitment, submitted)) };
  }
}

/** The possible answers to a receipt. */
export type ReceiptStatus =
  | { readonly status: 'recorded' }
  | { readonly status: 'submitted' }
  | { readonly status: 'counted' }
  | { readonly status: 'struck-out'; readonly code: ReasonCode };

/** What is known of a record. */
export interface RecordStanding {
  readonly submitted: boolean;
  /** True once two people have confirmed the result. Before that, nothing of the check is public. */
  readonly published: boolean;
  readonly code: ReasonCode | undefined;
}

/** The status that the public may see. Before the result is published, a submitted record stays `submitted`. */
export function receiptStatusOf({ submitted, published, code }: RecordStanding): ReceiptStatus {
  if (!submitted) return { status: 'recorded' };
  if (!published) return { status: 'submitted' };
  return code === undefined ? { status: 'counted' } : { status: 'struck-out', code };
}
