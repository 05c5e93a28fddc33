import type { AuditEntry } from '../../audit/index.js';
import type { CaseMove } from '../../cases/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import type { TreeNode } from '../../core/merkle/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import type { PaperPlace } from '../paper/paper-row.js';
import type { PaperVerdict } from '../paper/paper-verdicts.js';
import type { Commitments } from '../batch/duplicates.js';
import type { Verdict } from '../batch/verdict.js';
import type { Batch, DrawnUpResult } from '../ports.js';

/** The drawn-up results, published once they are confirmed. */
export interface ResultStore {
  /** What was drawn up. Undefined before the batch is answered. */
  drawnUp(batch: Batch): Promise<DrawnUpResult | undefined>;
  /** Stores what is published, moves the batch to `published` and the case with it, and notes the step, in one transaction. */
  publish(batch: Batch, confirmation: Confirmation): Promise<void>;
  /** The latest version of a published result; 1 is the one that was confirmed first. Undefined where none is published. */
  latest(batch: Batch): Promise<{ readonly version: number; readonly result: Uint8Array } | undefined>;
  /** Stores a corrected version beside the others, changes the verdicts, and writes the step, in one transaction. */
  correct(batch: Batch, correction: StoredCorrection): Promise<void>;
  /** The published batches of which nothing is served yet, because an earlier version published them. */
  unmade(): Promise<readonly UnmadePublication[]>;
  /** Stores what is served of a published batch, in one transaction; nothing if it is stored already. */
  complete(batch: Batch, publication: Publication): Promise<void>;
}

/** A result that two people have confirmed, as it is stored. */
export interface Confirmation {
  readonly publication: Publication;
  readonly move: CaseMove;
  readonly publishedOn: TaipeiDate;
  /** UUID of the approved request. */
  readonly requestId: string;
}

/** What a correction does beside the numbers: it moves the case, or the log alone gets an event. */
export type CorrectionStep =
  { readonly kind: 'move'; readonly move: CaseMove } | { readonly kind: 'entry'; readonly entry: AuditEntry };

/** A corrected version of a result, as it is stored. */
export interface StoredCorrection {
  /** 2 for the first correction. */
  readonly version: number;
  readonly publishedOn: TaipeiDate;
  /** Canonical JSON. */
  readonly result: Uint8Array;
  /** The struck-out list 不合格清冊 made anew, signed and encrypted to the lead. */
  readonly struckOutList: Uint8Array;
  readonly publication: Publication;
  /** The new verdicts. */
  readonly changes: readonly Verdict[];
  /** The new verdicts on paper rows. */
  readonly paper: readonly PaperVerdict[];
  readonly step: CorrectionStep;
  /** UUID of the approved request. */
  readonly requestId: string;
}

/** A published batch of which nothing is served yet. */
export interface UnmadePublication {
  readonly batch: Batch;
  /** Canonical JSON. */
  readonly result: Uint8Array;
  /** Detached CMS SignedData over `result`, DER. */
  readonly signature: Uint8Array;
}

/** What is made once, when a result is published, and served from then on as it is. */
export interface Publication {
  /** Detached CMS SignedData over the result, DER. */
  readonly signature: Uint8Array;
  /** The files of the bundle, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every commitment, sorted: what the tree is made over. */
  readonly commitments: Pick<Commitments, 'length' | 'at'>;
  /** All nodes of the tree, as `treeLevels` makes them. */
  readonly levels: readonly Uint8Array[];
}

/** Injection token for {@link ResultStore}. */
export const RESULT_STORE = Symbol('ResultStore');

/** A result that two people have confirmed. */
export interface PublishedResult {
  readonly roundId: RoundId;
  readonly round: RoundOrdinal;
  /** Canonical JSON. */
  readonly result: Uint8Array;
  /** Detached CMS SignedData over `result`, DER. */
  readonly signature: Uint8Array;
  /** 1, or more where it was corrected. */
  readonly version: number;
  /** The day on which the first version was published: from it the days for objections run. */
  readonly publishedOn: TaipeiDate;
  /** SHA-256 of `result.json` of each version, the first one first. */
  readonly versions: readonly Uint8Array[];
}

/** A confirmed result with the case that it is about. */
export interface PublishedCaseResult extends PublishedResult {
  readonly caseNumber: CaseNumber;
  /** The main text (主文). */
  readonly mainText: string;
}

/** What anybody may see of the check: nothing before a result is confirmed. The database enforces that too. */
export interface PublishedResults {
  /** The confirmed results of a case, by round; of each the latest version. */
  ofCase(caseNumber: CaseNumber): Promise<readonly PublishedResult[]>;
  /** SHA-256 of `result.json` of each version of such a round's result, the first one first. */
  versions(round: RoundId): Promise<readonly Uint8Array[]>;
  /** At most `limit` of the confirmed results of all real cases, from behind `after`, by case number and round. */
  page(
    after: { readonly caseNumber: CaseNumber; readonly round: RoundOrdinal } | undefined,
    limit: number,
  ): Promise<readonly PublishedCaseResult[]>;
  /** Whether a record of a round whose result is confirmed counts, and nothing more; undefined otherwise. */
  counts(round: RoundId, commitment: Commitment): Promise<boolean | undefined>;
  /** The files of a version of such a round's result that are named, in this order, without their content. */
  files(round: RoundId, version: number, names: readonly string[]): Promise<readonly NamedFile[]>;
  /** What is known of a file of such a round, without its content. */
  file(round: RoundId, version: number, name: string): Promise<StoredFile | undefined>;
  /** The content of that file, read piece by piece as it is taken. Throws when it isn't there as a whole. */
  content(
    round: RoundId,
    version: number,
    file: { readonly name: string; readonly size: number },
  ): AsyncIterable<Uint8Array>;
  /** Where the commitment stands in the tree of such a round. */
  place(round: RoundId, commitment: Commitment): Promise<TreePlace | undefined>;
  /** These nodes of the tree of such a round, in this order, and no others are read. */
  nodes(round: RoundId, nodes: readonly TreeNode[]): Promise<readonly Uint8Array[]>;
}

/** A file that was made at the publication. */
export interface StoredFile {
  readonly sha256: Uint8Array;
  /** Octets of its content. */
  readonly size: number;
}

/** A file of a bundle by its name. */
export interface NamedFile extends StoredFile {
  readonly name: string;
}

/**
 * The exact verdicts of confirmed results (checking role): for whoever has shown the receipt or signed with the card. The login of what anybody
 * may ask can't read them.
 */
export interface PublishedReasons {
  /** The verdict on a record of a round whose result is confirmed; undefined otherwise. */
  verdictOn(round: RoundId, commitment: Commitment): Promise<Verdict | undefined>;
}

/** Injection token for {@link PublishedReasons}. */
export const PUBLISHED_REASONS = Symbol('PublishedReasons');

/** Where a commitment stands in the tree. */
export interface TreePlace {
  readonly index: number;
  /** Commitments in the tree. */
  readonly treeSize: number;
}

/** Injection token for {@link PublishedResults}. */
export const PUBLISHED_RESULTS = Symbol('PublishedResults');

/** Verdicts that two people have decided to change: after an upheld objection, or a misused card. */
export interface WaitingChanges {
  /** The new verdicts, one a record, sorted by commitment: those that differ from the verdict as it stands. */
  readonly verdicts: readonly Verdict[];
  /** Paper rows on which the office's finding falls, in order of page and line. */
  readonly clearedRows: readonly PaperPlace[];
  /** The day of the latest of these decisions; undefined where there is none. */
  readonly decidedOn: TaipeiDate | undefined;
}

/** The decisions that no result has taken in yet (checking role). */
export interface DecidedChanges {
  /** Those of a round. Of several decisions on one record, the latest. */
  ofRound(round: RoundId): Promise<WaitingChanges>;
}

/** Injection token for {@link DecidedChanges}. */
export const DECIDED_CHANGES = Symbol('DecidedChanges');
