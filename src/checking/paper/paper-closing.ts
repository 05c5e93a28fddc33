import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import type { RoundId } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import type { ClosePaperErrorCode } from './errors.js';
import type { PaperPlace } from './paper-row.js';
import type { PaperEntry, PaperStore, StoredDifference } from './ports.js';

/** The paper rows of a round as two people close them with the start of the check. It holds no number, and nothing derived from one. */
export interface PaperClosing {
  /** Rows that stand after every difference was settled. */
  readonly rows: number;
  /** The two files; none where nothing was handed in on paper. */
  readonly entries: readonly Pick<PaperEntry, 'name' | 'memberId' | 'rows' | 'sha256'>[];
  /** Differences, all settled. */
  readonly settled: number;
  /** SHA-256 over how each difference was settled, in order of page and line. */
  readonly settlementsSha256: Uint8Array;
}

/** Differences that are read at once. */
const pageSize = 1_000;

/**
 * What is closed now. Fails where an entry is missing or a difference isn't settled. Where nothing was entered, the closing has no rows: that
 * somebody said so is for whoever asks.
 */
export async function paperClosing(
  paper: Pick<PaperStore, 'entries' | 'counts' | 'differences'>,
  round: RoundId,
): Promise<Result<PaperClosing, ClosePaperErrorCode>> {
  const entries = await paper.entries(round);
  if (entries.length === 1) return fail('paper-entry-missing');
  const { found, open } = await paper.counts(round);
  if (open > 0) return fail('paper-differences-open', { open });
  const digest = createHash('sha256').update('lianshu paper settlements\n');
  let rows = entries.find(({ name }) => name === 'first')?.rows ?? 0;
  for await (const difference of allDifferences(paper, round)) {
    digest.update(`${canonicalJson(settlementMembers(difference))}\n`);
    rows += rowsMore(difference);
  }
  return ok({ rows, entries, settled: found, settlementsSha256: digest.digest() });
}

async function* allDifferences(
  paper: Pick<PaperStore, 'differences'>,
  round: RoundId,
): AsyncGenerator<StoredDifference> {
  for (let after: PaperPlace | undefined; ;) {
    const page = await paper.differences(round, after, pageSize);
    yield* page;
    after = page.at(-1);
    if (after === undefined) return;
  }
}

function settlementMembers({ page, line, settlement }: StoredDifference): JsonValue {
  const sealed = settlement?.sealed === undefined ? null : sha256Hex(settlement.sealed);
  return { page, line, settledAs: settlement?.settledAs ?? null, sealed };
}

/** The rows that settling this difference adds to those of the first entry. */
function rowsMore({ kind, settlement }: StoredDifference): number {
  if (kind === 'not-in-first') return settlement?.settledAs === 'first' ? 0 : 1;
  return kind === 'not-in-second' && settlement?.settledAs === 'second' ? -1 : 0;
}

/** What the approval content of `start-check` names of the paper rows. */
export function closingMembers({
  rows,
  entries,
  settled,
  settlementsSha256,
}: PaperClosing): Record<string, JsonValue> {
  return {
    paperRows: rows,
    paperEntries: entries.map(({ name, memberId, rows: entered, sha256 }) => ({
      name,
      enteredBy: memberId,
      rows: entered,
      sha256: hex(sha256),
    })),
    paperSettled: settled,
    paperSettlementsSha256: hex(settlementsSha256),
  };
}

/** SHA-256 over what was closed, which a batch keeps: the rows that it reads later must be these. */
export function closingDigest(closing: PaperClosing): Uint8Array {
  return createHash('sha256')
    .update(canonicalJson(closingMembers(closing)))
    .digest();
}
