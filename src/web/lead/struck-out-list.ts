import { openForCard } from '../../core/cms/open-for-card.js';
import type { SignedDocument } from '../../core/cms/attached-document.js';
import { decodeStrictUtf8 } from '../../core/encodings.js';
import { parsePem } from '../../core/pem.js';
import { fail, ok, type Result } from '../../core/result.js';

/** A co-signature that was struck out. */
export interface StruckOutRow {
  /** Empty where it could not be read. */
  readonly nationalId: string;
  readonly code: string;
  /** Why, as the commission wrote it (zh-TW). */
  readonly reason: string;
}

/** The struck-out list 不合格清冊 (RULES 9, 12), opened and its signature verified. */
export interface StruckOutList {
  readonly rows: readonly StruckOutRow[];
  /** Rows by code, in the order of the codes. */
  readonly totals: ReadonlyMap<string, { readonly count: number; readonly reason: string }>;
  /** The CSV as it was signed. */
  readonly content: Uint8Array;
  /** When the commission says that it signed. */
  readonly signedAt: Date | undefined;
}

/** The certificate that the published result of the case names as the commission's: the first of its PEM file. */
export function commissionCertificate(pem: string): Uint8Array | undefined {
  const certificates = parsePem(pem, 'CERTIFICATE');
  return certificates.ok ? certificates.value[0] : undefined;
}

/**
 * Opens the list by `decrypt`, which asks the card, and reads it only where the key of this very certificate (DER) signed it. Failures:
 * those of `openForCard`, and `struck-out-malformed`.
 */
export async function openStruckOutList(
  envelope: Uint8Array,
  decrypt: (envelope: Uint8Array) => Promise<Uint8Array>,
  commission: Uint8Array,
): Promise<Result<StruckOutList>> {
  const opened = await openForCard(envelope, { decrypt }, commission);
  return opened.ok ? readList(opened.value) : opened;
}

async function readList({ content, signedAt }: SignedDocument): Promise<Result<StruckOutList>> {
  const rows = await readRows(content);
  if (rows === undefined) return fail('struck-out-malformed');
  const totals = new Map<string, { count: number; reason: string }>();
  for (const { code, reason } of rows.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
    totals.set(code, { count: (totals.get(code)?.count ?? 0) + 1, reason });
  return ok({ rows, totals, content, signedAt });
}

/** CSV (RFC 4180, UTF-8, CRLF) `national_id,code,reason`. The parser is loaded only here. */
async function readRows(content: Uint8Array): Promise<readonly StruckOutRow[] | undefined> {
  const text = decodeStrictUtf8(content);
  if (text === undefined) return undefined;
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    const [header, ...lines] = parse(text, { record_delimiter: '\r\n' });
    if (header?.join(',') !== 'national_id,code,reason') return undefined;
    return lines.map(([nationalId = '', code = '', reason = '']) => ({ nationalId, code, reason }));
  } catch {
    return undefined;
  }
}

/** Whether the totals are those of the published result (`result.json`), reason by reason. */
export function agreesWithResult({ totals }: StruckOutList, result: Uint8Array): boolean {
  const struckOut = publishedTotals(result);
  if (struckOut === undefined) return false;
  const published = Object.entries(struckOut).filter(([, count]) => count !== 0);
  return (
    published.length === totals.size && published.every(([code, count]) => totals.get(code)?.count === count)
  );
}

function publishedTotals(result: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = JSON.parse(decodeStrictUtf8(result) ?? '') as {
      readonly electronic?: { readonly struckOut?: Readonly<Record<string, unknown>> };
    };
    return document.electronic?.struckOut;
  } catch {
    return undefined;
  }
}
