import type { SignedDocument } from '../cms/attached-document.js';
import type { Card } from '../cms/card.js';
import { type CardDocumentErrorCode, openForCard } from '../cms/open-for-card.js';
import { decodeStrictUtf8 } from '../encodings.js';
import { fail, mapValue, ok, type Result } from '../result.js';

/** A co-signature that was struck out. */
export interface StruckOutRow {
  /** Empty where it could not be read. */
  readonly nationalId: string;
  readonly code: string;
  /** Why, as the commission wrote it (zh-TW). */
  readonly reason: string;
  /** Where a paper row stands; undefined for an electronic co-signature. */
  readonly place: { readonly page: string; readonly line: string } | undefined;
}

/** The struck-out list 不合格清冊 (RULES 9, 12) in clear. */
export interface StruckOutList {
  readonly rows: readonly StruckOutRow[];
  /** Rows by code, in the order of the codes. */
  readonly totals: ReadonlyMap<string, { readonly count: number; readonly reason: string }>;
}

/** The list, and the document that the commission signed: its `content` is the CSV. */
export interface SignedStruckOutList extends StruckOutList {
  readonly document: SignedDocument;
}

/** Why a list is not read, beside what is wrong with the document: it isn't CSV of these columns. */
export type StruckOutListErrorCode = CardDocumentErrorCode | 'struck-out-malformed';

const header = 'national_id,code,reason,kind,page,line';

/** Opens the list with the lead's card, and reads it only where the key of this very certificate (DER), the commission's, signed it. */
export async function openStruckOutList(
  envelope: Uint8Array,
  card: Pick<Card, 'decrypt'>,
  commission: Uint8Array,
): Promise<Result<SignedStruckOutList, StruckOutListErrorCode>> {
  const opened = await openForCard(envelope, card, commission);
  if (!opened.ok) return opened;
  const document = opened.value;
  return mapValue(await readStruckOutList(document.content), (list) => ({ ...list, document }));
}

/** Reads the list: CSV (RFC 4180, UTF-8, CRLF) `national_id,code,reason,kind,page,line`. */
async function readStruckOutList(
  content: Uint8Array,
): Promise<Result<StruckOutList, 'struck-out-malformed'>> {
  const [first, ...lines] = (await parseCsv(content)) ?? [];
  if (first?.join(',') !== header) return fail('struck-out-malformed');
  const rows = lines.map((fields) => rowOf(fields as unknown as Fields));
  return ok({ rows, totals: totalsOf(rows) });
}

/** As many as in the header: the parser refuses a line of another number. */
type Fields = readonly [
  nationalId: string,
  code: string,
  reason: string,
  kind: string,
  page: string,
  line: string,
];

function rowOf([nationalId, code, reason, kind, page, line]: Fields): StruckOutRow {
  return { nationalId, code, reason, place: kind === 'paper' ? { page, line } : undefined };
}

function totalsOf(rows: readonly StruckOutRow[]): StruckOutList['totals'] {
  const totals = new Map<string, { count: number; reason: string }>();
  for (const { code, reason } of rows.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
    totals.set(code, { count: (totals.get(code)?.count ?? 0) + 1, reason });
  return totals;
}

/** The parser is loaded only here: nobody else on a page needs it. */
async function parseCsv(content: Uint8Array): Promise<readonly (readonly string[])[] | undefined> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    return parse(decodeStrictUtf8(content) ?? '', { record_delimiter: '\r\n' });
  } catch {
    return undefined;
  }
}
