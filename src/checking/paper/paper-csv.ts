import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { PaperRowFaultCode } from './errors.js';
import {
  comparePlaces,
  maximumLine,
  maximumPage,
  type PaperPlace,
  type PaperRow,
  paperRowOf,
} from './paper-row.js';
import { paperHeader } from './sealed-rows.js';

/** A line of a file that is rejected, and why. It holds nothing of what stands in the line but its place on paper. */
export interface RejectedRow extends Partial<PaperPlace> {
  /** The line of the file, from 1. */
  readonly fileLine: number;
  readonly reason: PaperRowFaultCode;
}

/** A line of a file as it is read: a row, or why it is rejected. */
export type ReadLine =
  { readonly kind: 'row'; readonly row: PaperRow } | ({ readonly kind: 'rejected' } & RejectedRow);

/** Characters of a line; the longest that can be good has 26. */
const longestLine = 256;

interface CsvLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a file of paper rows, line by line, as its bytes come: CSV (RFC 4180, UTF-8) with the header `page,line,national_id,code`, in order of
 * page and line, without gaps. Reading ends at a line that is no CSV. A fault of `content` itself is thrown.
 */
export async function* readPaperCsv(content: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, max_record_size: longestLine });
  const pieces = content[Symbol.asyncIterator]();
  // Its fault reaches the reader by the parser.
  pipeline(Readable.from(untilEnd(pieces), { objectMode: false }), parser, () => undefined);
  const sequence = new Sequence();
  let fileLine = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvLine>) {
      const isHeader = fileLine === 0;
      fileLine = info.lines;
      if (!isHeader) yield readLine(record, fileLine, sequence);
      else if (record.join(',') !== paperHeader.join(',')) {
        yield { kind: 'rejected', fileLine, reason: 'header-wrong' };
        await readToEnd(pieces);
        return;
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Rows before it may be lost to the reader: what is wrong is the line at which the parser ended.
    yield { kind: 'rejected', fileLine: lineOf(error), reason: 'row-malformed' };
    await readToEnd(pieces);
  }
}

/** The line of the file at which the parser ended. */
function lineOf({ lines }: CsvError): number {
  return typeof lines === 'number' ? lines : 1;
}

/** The pieces, without ending their source when the reader ends early. */
async function* untilEnd(pieces: AsyncIterator<Uint8Array, unknown>): AsyncGenerator<Uint8Array> {
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) yield piece.value;
}

/** Reads what is left, so that whoever still sends it hears the answer. */
async function readToEnd(pieces: AsyncIterator<Uint8Array, unknown>): Promise<void> {
  while ((await pieces.next()).done !== true);
}

const place = /^[1-9]\d{0,5}$/;

function readLine(record: readonly string[], fileLine: number, sequence: Sequence): ReadLine {
  const [pageText = '', lineText = '', nationalId = '', code = ''] = record;
  const [page, line] = [Number(pageText), Number(lineText)];
  const isPlace = place.test(pageText) && place.test(lineText) && page <= maximumPage && line <= maximumLine;
  if (record.length !== paperHeader.length || !isPlace)
    return { kind: 'rejected', fileLine, reason: 'row-malformed' };
  const reason = sequence.add({ page, line });
  if (reason !== undefined) return { kind: 'rejected', fileLine, page, line, reason };
  const row = paperRowOf({ page, line }, nationalId, code);
  return row.ok
    ? { kind: 'row', row: row.value }
    : { kind: 'rejected', fileLine, page, line, reason: row.failure.code };
}

/** The order of places in a file: pages from 1, and lines of each page from 1, without gaps. */
class Sequence {
  /** The last line of each page until now. */
  private readonly lastLines: number[] = [];
  private last: PaperPlace = { page: 0, line: 0 };

  /** Undefined for a place that follows the one before it. */
  add(next: PaperPlace): PaperRowFaultCode | undefined {
    const { last } = this;
    if (comparePlaces(next, last) <= 0) return this.has(next) ? 'row-repeated' : 'row-out-of-order';
    const follows =
      next.page === last.page ? next.line === last.line + 1 : next.page === last.page + 1 && next.line === 1;
    this.last = next;
    this.lastLines[next.page] = next.line;
    return follows ? undefined : 'row-missing';
  }

  private has({ page, line }: PaperPlace): boolean {
    return line <= (this.lastLines[page] ?? 0);
  }
}
