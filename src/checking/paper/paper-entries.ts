import { createHash } from 'node:crypto';
import type { AuditAction, AuditEntry } from '../../audit/index.js';
import type { CaseService } from '../../cases/index.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { findSubmittedRound, type SubmittedRound } from '../batch/submitted-round.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import { differenceAt, rowsTogether } from './comparison.js';
import { rowsOfEntry } from './entry-rows.js';
import type {
  KeepPaperEntryErrorCode,
  PaperOpeningErrorCode,
  PaperStageErrorCode,
  RemovePaperEntryErrorCode,
} from './errors.js';
import { type ReadLine, readPaperCsv, type RejectedRow } from './paper-csv.js';
import type { PaperRow } from './paper-row.js';
import type { Difference, EnteredBy, EntryName, PaperEntry, PaperStore } from './ports.js';
import { PaperNotOpenedError, sealRows } from './sealed-rows.js';

/** Rows that are sealed together: some 40 KB. */
const rowsPerPart = 2_000;

/** The most rows that an entry may have: more than any case has handed in. */
export const mostPaperRows = 1_000_000;

/** The most differences that are settled one by one. More of them mean that a file is of something else. */
export const mostDifferences = 10_000;

/** The most rejected rows that are named; the number of all is counted. */
export const mostRejectedNamed = 1_000;

/** What {@link PaperEntries} works with. */
export interface PaperEntriesDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly paper: PaperStore;
  readonly commissionDecryptionKey: CommissionDecryptionKey;
  readonly clock: Clock;
  /** A new UUID version 7. */
  readonly newId: (at: Date) => string;
}

/** A file of paper rows that was stored, or why not. Rejected rows are named in the order of the file, {@link mostRejectedNamed} at most. */
export type KeptEntry =
  | { readonly kind: 'kept'; readonly entry: PaperEntry }
  | { readonly kind: 'rejected'; readonly count: number; readonly rows: readonly RejectedRow[] };

type Reading = { readonly rows: number; readonly sha256: Uint8Array } | Rejection;
type Rejection = Extract<KeptEntry, { kind: 'rejected' }>;

/** The latest submitted round of a case, while its paper rows can be entered: after the submission, before the check. */
export async function findPaperRound(
  cases: Pick<CaseService, 'find'>,
  number: CaseNumber,
): Promise<Result<SubmittedRound, PaperStageErrorCode>> {
  const found = await findSubmittedRound(cases, number);
  if (!found.ok) return found;
  return found.value.referendum.state === 'submitted' ? found : fail('paper-closed');
}

/** The two entries of a round's paper rows (兩次登錄), by two people. Rows are sealed before they are stored. */
export class PaperEntries {
  constructor(private readonly dependencies: PaperEntriesDependencies) {}

  /**
   * Takes one person's file, row by row as it comes, in the place of an earlier one of this name. A file with a rejected row is not stored. When
   * the other entry is there, the two are compared. Call it while the case is locked.
   */
  async keep(
    number: CaseNumber,
    name: EntryName,
    by: EnteredBy,
    content: AsyncIterable<Uint8Array>,
  ): Promise<Result<KeptEntry, KeepPaperEntryErrorCode>> {
    const found = await findPaperRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    const { id: round } = found.value.round;
    const other = (await this.dependencies.paper.entries(round)).find((each) => each.name !== name);
    if (other !== undefined && samePerson(other, by)) return fail('paper-entry-same-person');
    // Parts that an interrupted upload left behind go first, and those of this one if it isn't stored.
    await this.dependencies.paper.dropLooseParts(round);
    try {
      return await this.keepFile(found.value, { name, ...by }, other, content);
    } finally {
      await this.dependencies.paper.dropLooseParts(round);
    }
  }

  /** Removes an entry, and with it what was compared. Nothing where there is none. */
  async remove(
    number: CaseNumber,
    name: EntryName,
    memberId: string,
  ): Promise<Result<void, Exclude<RemovePaperEntryErrorCode, 'step-under-way'>>> {
    const found = await findPaperRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    const { round } = found.value;
    if (!(await this.dependencies.paper.entries(round.id)).some((each) => each.name === name))
      return ok(undefined);
    const details = { round: round.ordinal, entry: name };
    const audit = this.auditOf(number, memberId, 'paper-entry-removed', details);
    await this.dependencies.paper.removeEntry(round.id, name, audit);
    return ok(undefined);
  }

  private async keepFile(
    { referendum, round }: SubmittedRound,
    place: Pick<PaperEntry, 'name' | 'memberId' | 'holderDigest'>,
    other: PaperEntry | undefined,
    content: AsyncIterable<Uint8Array>,
  ): Promise<Result<KeptEntry, KeepPaperEntryErrorCode>> {
    const enteredAt = this.dependencies.clock.now();
    const id = this.dependencies.newId(enteredAt);
    const reading = await this.seal(round.id, id, content);
    if ('kind' in reading) return ok(reading);
    if (reading.rows === 0) return fail('paper-entry-empty');
    if (reading.rows > mostPaperRows) return fail('paper-entry-too-long', { most: mostPaperRows });
    const entry: PaperEntry = { ...place, id, enteredAt, ...reading };
    const differences = other === undefined ? ok([]) : await this.compare(round.id, entry, other);
    if (!differences.ok) return differences;
    const audit = this.auditOf(referendum.number, place.memberId, 'paper-entry-stored', {
      round: round.ordinal,
      entry: place.name,
      rows: entry.rows,
      sha256: hex(entry.sha256),
      ...(other === undefined ? {} : { differences: differences.value.length }),
    });
    await this.dependencies.paper.keepEntry(round.id, entry, differences.value, audit);
    return ok({ kind: 'kept', entry });
  }

  /** Seals the rows part by part and stores each. After the first rejected row nothing more is sealed, but the others are still found. */
  private async seal(round: RoundId, id: string, content: AsyncIterable<Uint8Array>): Promise<Reading> {
    const digest = createHash('sha256');
    const file = new FileInReading();
    for await (const line of readPaperCsv(content)) {
      const part = file.add(line);
      if (file.rows > mostPaperRows) break;
      if (part !== undefined) await this.storePart(round, id, part, digest);
    }
    if (file.rejected !== undefined) return file.rejected;
    await this.storePart(round, id, file.rest(), digest);
    return { rows: file.rows, sha256: digest.digest() };
  }

  private async storePart(
    round: RoundId,
    id: string,
    { part, rows }: FullPart,
    digest: { update(octets: Uint8Array): unknown },
  ): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const sealed = sealRows(rows, this.dependencies.commissionDecryptionKey.certificate);
    digest.update(sealed);
    const { page, line } = first;
    await this.dependencies.paper.addPart(round, id, { part, first: { page, line }, sealed });
  }

  private async compare(
    round: RoundId,
    entry: PaperEntry,
    other: PaperEntry,
  ): Promise<Result<readonly Difference[], 'paper-entries-unlike' | PaperOpeningErrorCode>> {
    const [first, second] = entry.name === 'first' ? [entry, other] : [other, entry];
    const rowsOf = (each: PaperEntry): AsyncIterable<PaperRow> => rowsOfEntry(this.dependencies, round, each);
    const differences: Difference[] = [];
    try {
      for await (const twice of rowsTogether(rowsOf(first), rowsOf(second))) {
        const difference = differenceAt(twice);
        if (difference !== undefined) differences.push(difference);
        if (differences.length > mostDifferences) return unlike(differences);
      }
    } catch (error) {
      if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
      throw error;
    }
    return ok(differences);
  }

  private auditOf(
    caseNumber: CaseNumber,
    memberId: string,
    action: AuditAction,
    details: NonNullable<AuditEntry['details']>,
  ): AuditEntry {
    return { at: this.dependencies.clock.now(), actor: `staff:${memberId}`, action, caseNumber, details };
  }
}

/** Two entries are by two people: two members, and two holders of certificates. */
function samePerson(one: EnteredBy, other: EnteredBy): boolean {
  return one.memberId === other.memberId || equalOctets(one.holderDigest, other.holderDigest);
}

function unlike([first]: readonly Difference[]): Result<never, 'paper-entries-unlike'> {
  const { page, line } = first ?? { page: 1, line: 1 };
  return fail('paper-entries-unlike', { most: mostDifferences, page, line });
}

interface FullPart {
  readonly part: number;
  readonly rows: readonly PaperRow[];
}

/** A file as it is read: the rows of the part in hand, or the rejected ones. */
class FileInReading {
  rows = 0;
  rejected: Rejection | undefined;
  private part = 0;
  private inHand: PaperRow[] = [];

  /** Adds a line; answers a part when it is full. */
  add(line: ReadLine): FullPart | undefined {
    this.rows += 1;
    if (line.kind === 'rejected') this.reject(line);
    else if (this.rejected === undefined) this.inHand.push(line.row);
    return this.inHand.length < rowsPerPart ? undefined : this.rest();
  }

  /** The rows of the part in hand, which then begins anew. */
  rest(): FullPart {
    const full = { part: this.part, rows: this.inHand };
    this.inHand = [];
    this.part += 1;
    return full;
  }

  private reject({ kind, ...row }: ReadLine & { readonly kind: 'rejected' }): void {
    const { count, rows } = this.rejected ?? { count: 0, rows: [] };
    this.inHand = [];
    this.rejected = {
      kind,
      count: count + 1,
      rows: rows.length < mostRejectedNamed ? [...rows, row] : rows,
    };
  }
}
