import type { StruckOutList, StruckOutRow } from '../core/ceremony/index.js';
import { type Language, reasonSentenceOf, reasonSentences } from '../messages/index.js';
import { printable } from './terminal-text.js';

/** Why a row was struck out: in this command's language where we know the code, else as the commission wrote it. */
interface Reason {
  readonly code: string;
  readonly sentence: string;
}

/** What the list says about a number. The number itself is not repeated. */
export interface Finding {
  readonly found: boolean;
  readonly reasons: readonly Reason[];
}

/** The rows of each code, by code. */
export function reasonsIn(
  { totals }: StruckOutList,
  language: Language,
): readonly (Reason & { readonly count: number })[] {
  return [...totals].map(([code, { count, reason }]) => ({
    count,
    ...reasonOf({ code, reason }, language),
  }));
}

/** The numbers of rows, for JSON. */
export function totalsIn({ rows, totals }: StruckOutList): {
  readonly rows: number;
  readonly reasons: Readonly<Record<string, number>>;
} {
  const counts = [...totals].map(([code, { count }]) => [printable(code), count] as const);
  return { rows: rows.length, reasons: Object.fromEntries(counts) };
}

/** What the list says about this national ID number. Letters may be in lower case. */
export function findingIn({ rows }: StruckOutList, nationalId: string, language: Language): Finding {
  const wanted = nationalId.trim().toUpperCase();
  const found = rows.filter((row) => wanted !== '' && row.nationalId === wanted);
  return { found: found.length > 0, reasons: found.map((row) => reasonOf(row, language)) };
}

function reasonOf({ code, reason }: Pick<StruckOutRow, 'code' | 'reason'>, language: Language): Reason {
  const sentence = isReasonCode(code) ? reasonSentenceOf(code, language) : printable(reason);
  return { code: printable(code), sentence };
}

const isReasonCode = (code: string): code is keyof typeof reasonSentences =>
  Object.hasOwn(reasonSentences, code);
