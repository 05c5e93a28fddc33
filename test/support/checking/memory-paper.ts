import type { AuditEntry } from '../../../src/audit/index.js';
import type {
  Difference,
  DifferenceCounts,
  EntryName,
  PaperEntry,
  PaperPlace,
  PaperStore,
  SealedPart,
  Settlement,
  StoredDifference,
} from '../../../src/checking/index.js';
import { comparePlaces } from '../../../src/checking/paper/paper-row.js';
import type { RoundId } from '../../../src/core/identifiers.js';

/** The paper rows of one round in memory, as a database would keep them. */
export class MemoryPaper implements PaperStore {
  readonly audit: AuditEntry[] = [];
  readonly files = new Map<string, SealedPart[]>();
  private readonly kept = new Map<EntryName, PaperEntry>();
  private found: StoredDifference[] = [];

  entries(): Promise<readonly PaperEntry[]> {
    const byName = [...this.kept.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    return Promise.resolve(byName);
  }

  addPart(_round: RoundId, file: string, part: SealedPart): Promise<void> {
    this.files.set(file, [...(this.files.get(file) ?? []), part]);
    return Promise.resolve();
  }

  dropLooseParts(): Promise<void> {
    const ids = new Set(Array.from(this.kept.values(), ({ id }) => id));
    for (const file of this.files.keys()) if (!ids.has(file)) this.files.delete(file);
    return Promise.resolve();
  }

  async *parts(_round: RoundId, file: string): AsyncGenerator<SealedPart> {
    for (const part of this.files.get(file) ?? []) yield await Promise.resolve(part);
  }

  partWith(_round: RoundId, file: string, place: PaperPlace): Promise<SealedPart | undefined> {
    const parts = this.files.get(file) ?? [];
    return Promise.resolve(parts.findLast(({ first }) => comparePlaces(first, place) <= 0));
  }

  keepEntry(
    _round: RoundId,
    entry: PaperEntry,
    differences: readonly Difference[],
    audit: AuditEntry,
  ): Promise<void> {
    this.kept.set(entry.name, entry);
    this.found = differences.map((difference) => ({ ...difference, settlement: undefined }));
    this.audit.push(audit);
    return this.dropLooseParts();
  }

  removeEntry(_round: RoundId, name: EntryName, audit: AuditEntry): Promise<void> {
    this.kept.delete(name);
    this.found = [];
    this.audit.push(audit);
    return this.dropLooseParts();
  }

  counts(): Promise<DifferenceCounts> {
    const open = this.found.filter(({ settlement }) => settlement === undefined).length;
    return Promise.resolve({ found: this.found.length, open });
  }

  differences(
    _round: RoundId,
    after: PaperPlace | undefined,
    limit: number,
  ): Promise<readonly StoredDifference[]> {
    const rest = this.found.filter((each) => after === undefined || comparePlaces(each, after) > 0);
    return Promise.resolve(rest.slice(0, limit));
  }

  difference(_round: RoundId, place: PaperPlace): Promise<StoredDifference | undefined> {
    return Promise.resolve(this.found.find((each) => comparePlaces(each, place) === 0));
  }

  settle(_round: RoundId, place: PaperPlace, settlement: Settlement, audit: AuditEntry): Promise<void> {
    this.found = this.found.map((each) =>
      comparePlaces(each, place) === 0 ? { ...each, settlement } : each,
    );
    return this.note(audit);
  }

  note(audit: AuditEntry): Promise<void> {
    this.audit.push(audit);
    return Promise.resolve();
  }
}
