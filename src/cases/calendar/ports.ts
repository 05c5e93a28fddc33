import type { AuditEntry } from '../../audit/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import type { SupplementNotice } from '../case-move.js';
import type { Case } from '../case.js';
import type { AnnouncedClosure } from './closure.js';
import type { MovedDay } from './moved-days.js';

/** The closures that were entered, as anybody may read them. */
export interface OfficeClosures {
  /** All of them, by day. */
  all(): Promise<readonly AnnouncedClosure[]>;
}

/** Injection token for {@link OfficeClosures}. */
export const OFFICE_CLOSURES = Symbol('OfficeClosures');

/** A lawsuit that keeps a case's records (REG 12). */
export interface LitigationHold {
  /** The court and its file number: one line. */
  readonly reference: string;
  readonly enteredOn: TaipeiDate;
  /** The day of the final ruling, entered when the hold is lifted. */
  readonly finalRulingOn?: TaipeiDate | undefined;
}

/** Last days that moved, with the entry of each. */
export type MovedEntry = readonly [moved: MovedDay, entry: AuditEntry];

/**
 * The days that two people enter. Each method that writes is one transaction, and answers whether it changed anything; if it did, its
 * entries are in the audit log.
 */
export interface CalendarStore {
  /**
   * Stores the closure, unless one of its day and kind is there, and the last days that it moves. `movedBy` looks at every case that is
   * not closed, with all closures; no other step is taken with those cases meanwhile.
   */
  enterClosure(
    closure: AnnouncedClosure,
    enteredOn: TaipeiDate,
    entry: AuditEntry,
    movedBy: (cases: readonly Case[], closures: readonly AnnouncedClosure[]) => readonly MovedEntry[],
  ): Promise<boolean>;
  /** Writes the last days that closures move and that are not moved yet. */
  moveDays(
    movedBy: (cases: readonly Case[], closures: readonly AnnouncedClosure[]) => readonly MovedEntry[],
  ): Promise<void>;
  /** The Taipei day on which two people had a roster of these cases sent to the Ministry of the Interior, by case; only where its answer isn't imported. */
  rostersSent(cases: readonly CaseNumber[]): Promise<ReadonlyMap<CaseNumber, TaipeiDate>>;
  /** Writes a later notice of the supplement. False when its code has been issued, or its days are no longer awaited. */
  noticeSupplement(caseNumber: CaseNumber, notice: SupplementNotice, entry: AuditEntry): Promise<boolean>;
  /** Writes the day of the announcement, once. False when there is one. */
  announce(caseNumber: CaseNumber, announcedOn: TaipeiDate, entry: AuditEntry): Promise<boolean>;
  /** The holds of a case, the open one last. */
  holdsOf(caseNumber: CaseNumber): Promise<readonly LitigationHold[]>;
  /** Adds a hold. False when one is open. */
  enterHold(caseNumber: CaseNumber, hold: LitigationHold, entry: AuditEntry): Promise<boolean>;
  /** Ends the open hold. False when none is. */
  liftHold(caseNumber: CaseNumber, finalRulingOn: TaipeiDate, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link CalendarStore}. */
export const CALENDAR_STORE = Symbol('CalendarStore');
