import type { ReportCell } from '../../reports/index.js';

/** The least part of a table's width that a column gets. */
const least = 0.12;

/**
 * Widths of a table's columns, in the proportion of their longest texts, within bounds. A character of Chinese counts as two. All together are
 * `whole`.
 */
export function columnWidths(rows: readonly (readonly ReportCell[])[], whole: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const lengths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => lengthOf(String(row[column] ?? '')))),
  );
  const longest = lengths.reduce((sum, length) => sum + length, 0);
  const shares = lengths.map((length) => Math.max(least, length / longest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (whole * share) / all);
}

function lengthOf(text: string): number {
  return Array.from(text).reduce((length, character) => length + (character > '\u2e7f' ? 2 : 1), 0);
}
