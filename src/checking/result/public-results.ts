import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import { readInclusionProof } from '../../core/merkle/index.js';
import { bundleFiles } from '../bundle/bundle-files.js';
import type { NamedFile, PublishedResult, PublishedResults, StoredFile } from './ports.js';

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
  /** SHA-256 of `result.json` of each version of the result, the first one first: the status is that of the last. */
  readonly results?: readonly Uint8Array[];
}

/** A file of a published bundle. Its content was made at the publication, and never changes. */
export interface BundleFile extends StoredFile {
  /** Whether round and version were named: then no other file takes its place at the same address. */
  readonly final: boolean;
  /** Reads the content, piece by piece. */
  content(): AsyncIterable<Uint8Array>;
}

/** Which of the published results is wanted; the latest where nothing is said. */
export interface WantedVersion {
  readonly round?: RoundOrdinal;
  readonly version?: number;
}

/** What anybody may see of a check, once its result is confirmed. Nothing is made here: all was made at the publication. */
export class PublicResults {
  constructor(private readonly published: PublishedResults) {}

  /** The confirmed result of a case's latest checked round, or of the given one. */
  async find(number: CaseNumber, round?: RoundOrdinal): Promise<PublishedResult | undefined> {
    const results = await this.published.ofCase(number);
    return results.findLast((each) => round === undefined || each.round === round);
  }

  /** The files of a confirmed result's bundle, with size and SHA-256. */
  filesOf({ roundId, version }: PublishedResult): Promise<readonly NamedFile[]> {
    return this.published.files(roundId, version, Object.values(bundleFiles));
  }

  /** A file of the bundle (see `bundleFiles`) of a confirmed result, or undefined. Its content isn't read yet. */
  async file(number: CaseNumber, name: string, wanted: WantedVersion = {}): Promise<BundleFile | undefined> {
    const result = await this.find(number, wanted.round);
    if (result === undefined) return undefined;
    const { roundId } = result;
    const version = wanted.version ?? result.version;
    const file = await this.published.file(roundId, version, name);
    if (file === undefined) return undefined;
    const { size } = file;
    const content = (): AsyncIterable<Uint8Array> => this.published.content(roundId, version, { name, size });
    return { ...file, final: wanted.version !== undefined && wanted.round !== undefined, content };
  }

  /** The answer about a record. `submitted` says whether its round was submitted. */
  async receipt(round: RoundId, commitment: Commitment, submitted: boolean): Promise<ReceiptAnswer> {
    const counts = submitted ? await this.published.counts(round, commitment) : undefined;
    const status = receiptStatusOf({ submitted, counts });
    if (counts === undefined) return { status };
    const results = await this.published.versions(round);
    return { status, inclusion: await this.inclusionOf(round, commitment), results };
  }

  private async inclusionOf(round: RoundId, commitment: Commitment): Promise<Inclusion> {
    const place = await this.published.place(round, commitment);
    if (place === undefined) throw new Error('a published verdict that is not in the tree');
    const { index, treeSize } = place;
    const proof = await readInclusionProof(index, treeSize, (nodes) => this.published.nodes(round, nodes));
    return { index, treeSize, proof };
  }
}

/** The possible answers to a commitment: what anybody may know. Why one doesn't count is for the bearer of the receipt. */
export type ReceiptStatus = 'recorded' | 'submitted' | 'counted' | 'not-counted';

/** What anybody may know of a record. */
export interface RecordStanding {
  readonly submitted: boolean;
  /** Whether it counts; undefined until two people have confirmed the result. Before that, nothing of the check is public. */
  readonly counts: boolean | undefined;
}

/** The status of a record. Before the result is published, a submitted one stays `submitted`. */
export function receiptStatusOf({ submitted, counts }: RecordStanding): ReceiptStatus {
  if (!submitted) return 'recorded';
  if (counts === undefined) return 'submitted';
  return counts ? 'counted' : 'not-counted';
}
