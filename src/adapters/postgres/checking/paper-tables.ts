import type {
  DifferenceKind,
  EntryName,
  PaperEntry,
  SealedPart,
  SettledAs,
  StoredDifference,
} from '../../../checking/index.js';

/** A row of `paper_entry`. */
export interface EntryRow {
  readonly name: string;
  readonly id: string;
  readonly member_id: string;
  readonly holder_digest: Buffer;
  readonly rows: number;
  readonly sha256: Buffer;
  readonly entered_at: Date;
}

/** The entry of a row. The table's constraints keep each value within its type. */
export function entryOfRow(row: EntryRow): PaperEntry {
  return {
    name: row.name as EntryName,
    id: row.id,
    memberId: row.member_id,
    holderDigest: row.holder_digest,
    rows: row.rows,
    sha256: row.sha256,
    enteredAt: row.entered_at,
  };
}

/** A row of `paper_part`. */
export interface PartRow {
  readonly part: number;
  readonly first_page: number;
  readonly first_line: number;
  readonly sealed: Buffer;
}

/** The part of a row. */
export function partOfRow({ part, first_page, first_line, sealed }: PartRow): SealedPart {
  return { part, first: { page: first_page, line: first_line }, sealed };
}

/** A row of `paper_difference`. */
export interface DifferenceRow {
  readonly page: number;
  readonly line: number;
  readonly kind: string;
  readonly settled_as: string | null;
  readonly sealed: Buffer | null;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
}

/** The difference of a row: settled, or not. */
export function differenceOfRow(row: DifferenceRow): StoredDifference {
  const { page, line, kind, settled_as, settled_by, settled_at } = row;
  const isOpen = settled_as === null || settled_by === null || settled_at === null;
  return {
    page,
    line,
    kind: kind as DifferenceKind,
    settlement: isOpen
      ? undefined
      : {
          settledAs: settled_as as SettledAs,
          sealed: row.sealed ?? undefined,
          settledBy: settled_by,
          settledAt: settled_at,
        },
  };
}
