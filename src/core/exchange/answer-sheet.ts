import { octetAt } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { manifestPart, type ManifestPart } from './manifest.js';

/** Why the answers to a roster are refused. `values`: `line` (from 1), and `seq` where there is one. */
export const answerSheetErrorCodes = [
  /** A line that is not of the form that the header says. */
  'answer-line-malformed',
  /** A number that the roster doesn't have. */
  'answer-line-unknown',
  /** The same number twice. */
  'answer-line-repeated',
  /** A result that the exchange doesn't know. */
  'answer-line-result-unknown',
  /** A number of the roster without an answer. */
  'answer-line-missing',
] as const;
export type AnswerSheetErrorCode = (typeof answerSheetErrorCodes)[number];

/** What stands in an answer for a row that is valid. */
export const validResult = '00';

/** A part of an answer in clear text, with its entry in the manifest. */
export interface AnswerPart {
  readonly entry: ManifestPart;
  /** RFC 4180, CRLF, header `seq,result`, in the order of the roster. */
  readonly csv: Uint8Array;
}

/**
 * The answers to a roster as they are collected, in any order: an octet for each row, so that a million rows take a megabyte. `results` are the codes
 * that an answer may have beside `00`.
 */
export class AnswerSheet {
  /** 0: no answer; else the place of the result in the list, from 1. */
  private readonly answers: Uint8Array;
  private readonly results: readonly string[];

  constructor(
    private readonly parts: readonly ManifestPart[],
    results: readonly string[],
  ) {
    this.results = [validResult, ...results];
    this.answers = new Uint8Array(this.rows);
  }

  /** Rows of the roster. */
  get rows(): number {
    return this.parts.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** How many rows have each result. */
  get counts(): Readonly<Record<string, number>> {
    const counts = new Map<number, number>();
    for (const place of this.answers) counts.set(place, (counts.get(place) ?? 0) + 1);
    const known = this.results.map((result, index) => [result, counts.get(index + 1) ?? 0] as const);
    return Object.fromEntries(known.filter(([, count]) => count > 0));
  }

  /** Takes the answer that stands on this line. */
  add(seq: string, result: string, line: number): Result<void, AnswerSheetErrorCode> {
    if (!/^[1-9]\d{0,8}$/.test(seq)) return fail('answer-line-malformed', { line });
    const place = Number(seq);
    if (place > this.answers.length) return fail('answer-line-unknown', { line, seq: place });
    const code = this.results.indexOf(result) + 1;
    if (code === 0) return fail('answer-line-result-unknown', { line, seq: place });
    if (this.answers[place - 1] !== 0) return fail('answer-line-repeated', { line, seq: place });
    this.answers[place - 1] = code;
    return ok(undefined);
  }

  /** Whether every row has its answer. `lines` is how many lines were read. */
  checkWhole(lines: number): Result<void, AnswerSheetErrorCode> {
    const missing = this.answers.indexOf(0);
    return missing === -1 ? ok(undefined) : fail('answer-line-missing', { line: lines, seq: missing + 1 });
  }

  /** The parts of the answer, each made when it is taken. Call it once every row has its answer: one without has an empty result. */
  *written(): Generator<AnswerPart> {
    let seq = 1;
    for (const { name, rows } of this.parts) {
      const lines = ['seq,result'];
      for (const last = seq + rows; seq < last; seq += 1)
        lines.push(`${seq},${this.results[octetAt(this.answers, seq - 1) - 1] ?? ''}`);
      const csv = Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
      yield { entry: manifestPart(name, rows, csv), csv };
    }
  }
}
