import { parse } from 'csv-parse/sync';
import { type Language, reasonSentenceOf, reasonSentences } from '../messages/index.js';
import { OperatorError } from './failure.js';
import { printable } from './terminal-text.js';

/** A row of the list: a number, empty where it could not be read, and why it was struck out. */
interface Row {
  readonly nationalId: string;
  readonly code: string;
  readonly sentence: string;
}

/** What the list says about a number. The number itself is not repeated. */
export interface Finding {
  readonly found: boolean;
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
}

const header = 'national_id,code,reason,kind,page,line';

/** The struck-out list 不合格清冊 in clear text: CSV (RFC 4180) `national_id,code,reason,kind,page,line`. */
export class StruckOutList {
  private constructor(private readonly rows: readonly Row[]) {}

  /** Reads the list. Throws the {@link OperatorError} `struck-out-malformed` for anything else. Sentences are in this language if we know the code. */
  static read(content: Uint8Array, language: Language): StruckOutList {
    const [first, ...rows] = csvOf(content);
    if (first?.join(',') !== header) throw new OperatorError('struck-out-malformed');
    return new StruckOutList(
      rows.map(([nationalId = '', code = '', sentence = '']) => ({
        nationalId,
        code: printable(code),
        sentence: isReasonCode(code) ? reasonSentenceOf(code, language) : printable(sentence),
      })),
    );
  }

  /** The rows of each code, by code. */
  get reasons(): readonly { readonly code: string; readonly count: number; readonly sentence: string }[] {
    const byCode = new Map<string, { count: number; sentence: string }>();
    for (const { code, sentence } of this.rows)
      byCode.set(code, { count: (byCode.get(code)?.count ?? 0) + 1, sentence });
    return [...byCode]
      .map(([code, reason]) => ({ code, ...reason }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The numbers of rows, for JSON. */
  totals(): { readonly rows: number; readonly reasons: Readonly<Record<string, number>> } {
    const counts = this.reasons.map(({ code, count }) => [code, count] as const);
    return { rows: this.rows.length, reasons: Object.fromEntries(counts) };
  }

  /** What the list says about this national ID number. Letters may be in lower case. */
  find(nationalId: string): Finding {
    const wanted = nationalId.trim().toUpperCase();
    const found = this.rows.filter((row) => wanted !== '' && row.nationalId === wanted);
    return { found: found.length > 0, reasons: found.map(({ code, sentence }) => ({ code, sentence })) };
  }
}

const isReasonCode = (code: string): code is keyof typeof reasonSentences =>
  Object.hasOwn(reasonSentences, code);

function csvOf(content: Uint8Array): readonly (readonly string[])[] {
  try {
    return parse(Buffer.from(content), { record_delimiter: '\r\n' });
  } catch {
    throw new OperatorError('struck-out-malformed');
  }
}
