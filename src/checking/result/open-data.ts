import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { sha256Hex } from '../../core/sha256.js';
import { type OpenDataField, openDataFields, type OpenDataRow } from './open-data-fields.js';
import type { PublishedCaseResult, PublishedResults } from './ports.js';
import { readResult } from './result-document.js';

/** The forms in which the rows can be had. */
export type OpenDataForm = 'csv' | 'json';

/** A file of open data, as it is now. */
export interface OpenDataFile {
  /** Of the content, hex. */
  readonly sha256: string;
  /** Octets of the content. */
  readonly size: number;
  /** Reads the results and writes the content, piece by piece. Throws where it is no longer that of the SHA-256. */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** Results read in one step. */
const pageSize = 200;

/**
 * The published results of all cases, for whoever wants to compute with them: as they are in `result.json`, small numbers withheld, and
 * nothing before two people have confirmed a result. Rehearsals are not among them.
 */
export class OpenData {
  constructor(private readonly published: Pick<PublishedResults, 'page'>) {}

  /** The data dictionary: every field, in the order of the columns. */
  dictionary(): readonly OpenDataField[] {
    return openDataFields;
  }

  /**
   * The file in this form. The results are read twice, once for the SHA-256 and once for the content, so that however many there are, only a page
   * of them is in memory.
   */
  async file(form: OpenDataForm): Promise<OpenDataFile> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of this.pieces(form)) {
      hash.update(piece);
      size += piece.length;
    }
    const sha256 = hash.digest('hex');
    return { sha256, size, content: () => asBefore(this.pieces(form), sha256) };
  }

  private async *pieces(form: OpenDataForm): AsyncGenerator<Uint8Array> {
    const { before, row: written, after } = forms[form];
    let isFirst = true;
    yield Buffer.from(before());
    for await (const row of this.rows()) {
      yield Buffer.from(written(row, isFirst));
      isFirst = false;
    }
    if (after !== '') yield Buffer.from(after);
  }

  private async *rows(): AsyncGenerator<OpenDataRow> {
    let after: { readonly caseNumber: CaseNumber; readonly round: RoundOrdinal } | undefined;
    for (;;) {
      const page = await this.published.page(after, pageSize);
      for (const each of page) yield rowOf(each);
      after = page.at(-1);
      if (page.length < pageSize) return;
    }
  }
}

function rowOf({ result: bytes, mainText, publishedOn, version }: PublishedCaseResult): OpenDataRow {
  const result = readResult(bytes);
  if (!result.ok) throw new Error('the published result is no result');
  return {
    result: result.value,
    mainText,
    publishedOn,
    resultVersion: version,
    resultSha256: sha256Hex(bytes),
  };
}

/** Hands the pieces on, and the last one only if all are what they were before: a result may have been published in between. */
async function* asBefore(pieces: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    hash.update(piece);
    if (last !== undefined) yield last;
    last = piece;
  }
  if (hash.digest('hex') !== sha256) throw new Error('a result was published while the open data were read');
  if (last !== undefined) yield last;
}

interface WrittenForm {
  /** What stands before the rows, and after them. */
  readonly before: () => string;
  readonly after: string;
  readonly row: (row: OpenDataRow, isFirst: boolean) => string;
}

// `escape_formulas`: a main text can't make a spreadsheet compute.
const line = (values: readonly (string | number)[]): string =>
  stringify([[...values]], { record_delimiter: '\r\n', escape_formulas: true });

const forms: Readonly<Record<OpenDataForm, WrittenForm>> = {
  /** RFC 4180, UTF-8. */
  csv: {
    before: () => line(openDataFields.map(({ name }) => name)),
    row: (row) => line(openDataFields.map(({ value }) => value(row))),
    after: '',
  },
  json: {
    before: () => '{"version":1,"results":[',
    row: (row, isFirst) => {
      const members = openDataFields.map(({ name, value }) => [name, value(row)] as const);
      return `${isFirst ? '' : ','}\n${JSON.stringify(Object.fromEntries(members))}`;
    },
    after: '\n]}\n',
  },
};
