import type { CaseNumber } from '../../core/identifiers.js';
import { ok, type Result } from '../../core/result.js';
import type { CaseLock } from '../exchange/ports.js';
import type {
  KeepPaperEntryErrorCode,
  PaperStageErrorCode,
  RemovePaperEntryErrorCode,
  SettlePaperDifferenceErrorCode,
  ShowPaperDifferenceErrorCode,
} from './errors.js';
import {
  type OpenedDifference,
  PaperDifferences,
  type PaperDifferencesDependencies,
  type WantedSettlement,
} from './paper-differences.js';
import {
  findPaperRound,
  type KeptEntry,
  PaperEntries,
  type PaperEntriesDependencies,
} from './paper-entries.js';
import type { PaperPlace } from './paper-row.js';
import type { DifferenceCounts, EnteredBy, EntryName, PaperEntry, StoredDifference } from './ports.js';

/** What {@link PaperService} works with. */
export type PaperServiceDependencies = PaperEntriesDependencies &
  PaperDifferencesDependencies & { readonly lock: CaseLock };

/** Where the entry of a round's paper rows stands. */
export interface PaperOverview {
  readonly entries: readonly PaperEntry[];
  readonly differences: DifferenceCounts;
}

/**
 * The paper rows of a submitted round, until two people close them with the start of its check: entered twice by two people, compared, and
 * settled. Before the submission nothing of them exists, and every method answers `check-not-ready`.
 */
export class PaperService {
  private readonly entries: PaperEntries;
  private readonly differences: PaperDifferences;

  constructor(private readonly dependencies: PaperServiceDependencies) {
    this.entries = new PaperEntries(dependencies);
    this.differences = new PaperDifferences(dependencies);
  }

  /** Which entries there are, and how many differences are found and open. */
  async overview(number: CaseNumber): Promise<Result<PaperOverview, PaperStageErrorCode>> {
    const found = await findPaperRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    const { id } = found.value.round;
    const { paper } = this.dependencies;
    return ok({ entries: await paper.entries(id), differences: await paper.counts(id) });
  }

  /** See `PaperEntries.keep`. While the file is read, no other step of the case is executed. */
  keepEntry(
    number: CaseNumber,
    name: EntryName,
    by: EnteredBy,
    content: AsyncIterable<Uint8Array>,
  ): Promise<Result<KeptEntry, KeepPaperEntryErrorCode>> {
    return this.dependencies.lock.exclusively<KeptEntry, KeepPaperEntryErrorCode>(number, () =>
      this.entries.keep(number, name, by, content),
    );
  }

  /** See `PaperEntries.remove`. */
  removeEntry(
    number: CaseNumber,
    name: EntryName,
    memberId: string,
  ): Promise<Result<void, RemovePaperEntryErrorCode>> {
    return this.dependencies.lock.exclusively(number, () => this.entries.remove(number, name, memberId));
  }

  /** See `PaperDifferences.page`. */
  differencesAfter(
    number: CaseNumber,
    after: PaperPlace | undefined,
    limit: number,
  ): Promise<Result<readonly StoredDifference[], PaperStageErrorCode>> {
    return this.differences.page(number, after, limit);
  }

  /** See `PaperDifferences.open`. */
  openDifference(
    number: CaseNumber,
    place: PaperPlace,
    memberId: string,
  ): Promise<Result<OpenedDifference, ShowPaperDifferenceErrorCode>> {
    return this.differences.open(number, place, memberId);
  }

  /** See `PaperDifferences.settle`. */
  settleDifference(
    number: CaseNumber,
    place: PaperPlace,
    wanted: WantedSettlement,
    memberId: string,
  ): Promise<Result<StoredDifference, SettlePaperDifferenceErrorCode>> {
    return this.dependencies.lock.exclusively<StoredDifference, SettlePaperDifferenceErrorCode>(number, () =>
      this.differences.settle(number, place, wanted, memberId),
    );
  }
}
