import { equalOctets } from '../../core/octets.js';
import type { Batch, VerdictStore } from '../ports.js';
import { type PaperRowSource, settledRows } from './entry-rows.js';
import { closingDigest, paperClosing } from './paper-closing.js';
import { comparePlaces, type PaperPlace, type PaperRow } from './paper-row.js';
import type { PaperVerdict } from './paper-verdicts.js';
import type { PaperStore } from './ports.js';
import { PaperNotOpenedError } from './sealed-rows.js';

/** What reading the closed rows of a batch needs. */
export interface ClosedRowSource extends PaperRowSource {
  readonly paper: Pick<PaperStore, 'parts' | 'partWith' | 'entries' | 'differences' | 'counts'>;
}

/** Verdicts that are read at once. */
const pageSize = 10_000;

/**
 * The paper rows that two people closed with the start of the check, in order of page and line. Throws {@link PaperNotOpenedError} where what is
 * stored isn't what they closed, or doesn't open.
 */
export async function* closedRows(source: ClosedRowSource, batch: Batch): AsyncGenerator<PaperRow> {
  if (batch.paperSha256 === undefined) return;
  const closing = await paperClosing(source.paper, batch.roundId);
  if (!closing.ok || !equalOctets(closingDigest(closing.value), batch.paperSha256))
    throw new PaperNotOpenedError();
  let rows = 0;
  for await (const row of settledRows(source, batch.roundId)) {
    rows += 1;
    yield row;
  }
  if (rows !== batch.paperRows) throw new Error('other paper rows than were closed');
}

/** A paper row and the verdict on it. */
export interface CheckedPaperRow extends Pick<PaperVerdict, 'code' | 'repeats'> {
  readonly row: PaperRow;
}

/** The closed rows of a batch that has verdicts, each with its own. Throws as {@link closedRows}, and where a row has none. */
export async function* rowsWithVerdicts(
  source: ClosedRowSource & { readonly verdicts: Pick<VerdictStore, 'paperPage'> },
  batch: Batch,
): AsyncGenerator<CheckedPaperRow> {
  const verdicts = allVerdicts(source.verdicts, batch);
  for await (const row of closedRows(source, batch)) {
    const { value: verdict } = await verdicts.next();
    if (verdict === undefined || comparePlaces(row, verdict) !== 0)
      throw new Error('a paper row without a verdict of its own');
    yield { row, code: verdict.code, repeats: verdict.repeats };
  }
}

async function* allVerdicts(
  verdicts: Pick<VerdictStore, 'paperPage'>,
  batch: Batch,
): AsyncGenerator<PaperVerdict, undefined> {
  for (let after: PaperPlace | undefined; ;) {
    const page = await verdicts.paperPage(batch, after, pageSize);
    yield* page;
    after = page.at(-1);
    if (after === undefined) return undefined;
  }
}
