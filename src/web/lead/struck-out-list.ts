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

/** The group under which a reason is published, by the first letter of its code. */
const groups: Readonly<Record<string, string>> = {
  E: 'evidence',
  M: 'evidence',
  W: 'evidence',
  D: 'repeated',
  B: 'household-register',
  R: 'household-register',
  P: 'paper-form',
};

/**
 * Whether the totals agree with the published result (`result.json`): all rows together, and each group of reasons of which the number is
 * public. Small numbers are not.
 */
export function agreesWithResult({ totals }: StruckOutList, result: Uint8Array): boolean {
  const published = publishedNumbers(result);
  if (published === undefined) return false;
  const listed = new Map<string, number>();
  let all = 0;
  for (const [code, { count }] of totals) {
    const group = groups[code.slice(0, 1)] ?? code;
    listed.set(group, (listed.get(group) ?? 0) + count);
    all += count;
  }
  return (
    all === published.notCounted &&
    published.groups.every(([group, count]) => (listed.get(group) ?? 0) === count)
  );
}

interface PublishedTally {
  readonly notCounted: Readonly<Record<string, unknown>>;
}

interface PublishedNumbers {
  readonly notCounted: number;
  /** The groups of which both kinds' numbers are public. */
  readonly groups: readonly (readonly [string, number])[];
}

function publishedNumbers(result: Uint8Array): PublishedNumbers | undefined {
  try {
    const { joint, electronic, paper } = JSON.parse(decodeStrictUtf8(result) ?? '') as {
      readonly joint: { readonly submitted: number; readonly valid: number };
      readonly electronic: PublishedTally;
      readonly paper: PublishedTally;
    };
    const named = new Set([...Object.keys(electronic.notCounted), ...Object.keys(paper.notCounted)]);
    const shown = [...named].flatMap((group) => {
      const counts = [electronic.notCounted[group] ?? 0, paper.notCounted[group] ?? 0];
      const sum = counts.reduce<number>((all, each) => all + (typeof each === 'number' ? each : NaN), 0);
      return Number.isNaN(sum) ? [] : [[group, sum] as const];
    });
    return { notCounted: joint.submitted - joint.valid, groups: shown };
  } catch {
    return undefined;
  }
}
