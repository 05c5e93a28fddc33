import type { DataSource } from 'typeorm';
import { PostgresPaperStore } from '../../../src/adapters/postgres/checking/paper-store.js';
import { PostgresRosterStore } from '../../../src/adapters/postgres/checking/roster-store.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import type { Case } from '../../../src/cases/index.js';
import type { CheckedRecord } from '../../../src/checking/batch/verdict.js';
import type { Batch, RegisterReason, StoredRecord } from '../../../src/checking/index.js';
import { closedRows } from '../../../src/checking/paper/checked-rows.js';
import { closingDigest, paperClosing } from '../../../src/checking/paper/paper-closing.js';
import { PaperDifferences } from '../../../src/checking/paper/paper-differences.js';
import { PaperEntries } from '../../../src/checking/paper/paper-entries.js';
import type { PaperRow } from '../../../src/checking/paper/paper-row.js';
import { octetKey } from '../../../src/core/native-octets.js';
import { uuidVersion7 } from '../../../src/core/uuid.js';
import { valueOf } from '../../../src/devkit/index.js';
import { newBatch } from './memory-checking.js';
import { runWhole } from './whole-run.js';
import { indexOf, insertSubmittedRound, opaqueRun, startCheck, submittedRound } from './opaque-records.js';
import { alice, bob, commissionDecryptionKey, paperCase } from './paper-scene.js';
import { recordsOf, type ReplayedRecord, type ReplayedRound, rowsOf } from './replayed-cases.js';

/** What became of each kind, by code; `00` counts. */
export interface ReplayOutcome {
  readonly electronic: ReadonlyMap<string, number>;
  readonly paper: ReadonlyMap<string, number>;
  /** Seconds of each step. */
  readonly seconds: Readonly<Record<'entry' | 'second-entry' | 'check' | 'answer', number>>;
}

/**
 * Takes a round through the check on PostgreSQL. Paper rows are real: two files, read row by row, sealed, stored, compared, settled, closed, opened. Of electronic
 * records the seals and signatures are not: each claims what the round says, and goes through duplicates, verdict store, roster and answer.
 */
export async function replay(
  { owner, checking }: Readonly<Record<'owner' | 'checking', DataSource>>,
  round: ReplayedRound,
): Promise<ReplayOutcome> {
  const records = [...recordsOf(round)];
  await insertSubmittedRound(owner, records.length);
  const paper = new PostgresPaperStore(checking);
  const entered = await enterTwice(paper, round);
  const started = performance.now();
  const batch = await check(checking, paper, records);
  const checked = performance.now();
  await answer(checking, batch, records);
  const { verdicts } = opaqueRun(checking);
  return {
    electronic: byCode(await verdicts.counts(batch)),
    paper: byCode(await verdicts.paperCounts(batch)),
    seconds: {
      ...entered,
      check: (checked - started) / 1000,
      answer: (performance.now() - checked) / 1000,
    },
  };
}

/** Two people enter the rows; the second types one wrong, which is settled. */
async function enterTwice(
  paper: PostgresPaperStore,
  round: ReplayedRound,
): Promise<Pick<ReplayOutcome['seconds'], 'entry' | 'second-entry'>> {
  const at = new Date('2026-02-02T00:00:00Z');
  const submission = { submittedAt: at, recordCount: 0 };
  const found = {
    number: paperCase,
    state: 'submitted',
    rounds: [{ id: submittedRound, ordinal: 1, submission }],
  };
  const cases = { find: () => Promise.resolve(found as unknown as Case) };
  const dependencies = {
    cases,
    paper,
    commissionDecryptionKey,
    clock: { now: () => at },
    newId: uuidVersion7,
  };
  const entries = new PaperEntries(dependencies);
  const begun = performance.now();
  await keep(entries, 'first', rowsOf(round));
  const first = performance.now();
  await keep(entries, 'second', withSlip(rowsOf(round)));
  const place = { page: 1, line: 1 };
  const wanted = { settledAs: 'first' } as const;
  valueOf(await new PaperDifferences(dependencies).settle(paperCase, place, wanted, bob.memberId));
  return { entry: (first - begun) / 1000, 'second-entry': (performance.now() - first) / 1000 };
}

async function keep(
  entries: PaperEntries,
  name: 'first' | 'second',
  rows: Iterable<PaperRow>,
): Promise<void> {
  const kept = valueOf(await entries.keep(paperCase, name, name === 'first' ? alice : bob, csvOf(rows)));
  if (kept.kind !== 'kept') throw new Error('a replayed row is rejected');
}

function* withSlip(rows: Iterable<PaperRow>): Generator<PaperRow> {
  for (const row of rows) yield row.page === 1 && row.line === 1 ? { ...row, found: 'P02' } : row;
}

/** A file as it comes, some thousand rows at a time. */
async function* csvOf(rows: Iterable<PaperRow>): AsyncGenerator<Uint8Array> {
  let text = 'page,line,national_id,code\r\n';
  for (const { page, line, nationalId, found } of rows) {
    text += `${page},${line},${nationalId},${found ?? '00'}\r\n`;
    if (text.length < 65_536) continue;
    yield await Promise.resolve(Buffer.from(text));
    text = '';
  }
  yield Buffer.from(text);
}

async function check(
  checking: DataSource,
  paper: PostgresPaperStore,
  records: readonly ReplayedRecord[],
): Promise<Batch> {
  const closing = valueOf(await paperClosing(paper, submittedRound));
  const run = opaqueRun(checking, 2_000);
  const closed = { paperRows: closing.rows, paperSha256: closingDigest(closing) };
  const batch = await run.verdicts.begin({ ...newBatch(records.length), ...closed }, startCheck);
  const verify = ({ commitment, record }: StoredRecord): CheckedRecord => {
    const claim = records[indexOf(record)]?.claim;
    if (claim === undefined) throw new Error('a record of another round');
    return { kind: 'good', claim: { ...claim, commitment } };
  };
  await runWhole(batch, {
    ...run,
    verifier: { verify: (stored) => Promise.resolve(stored.map(verify)) },
    paper: { rows: closedRows({ paper, commissionDecryptionKey }, batch), standing: [] },
  });
  return (await run.verdicts.batchOf(submittedRound)) ?? batch;
}

/** MOI's answer to the roster as it was drawn. */
async function answer(checking: DataSource, batch: Batch, records: readonly ReplayedRecord[]): Promise<void> {
  const rosters = new PostgresRosterStore(checking);
  const { records: source } = opaqueRun(checking);
  const struckOut = new Map<string, RegisterReason>();
  for (let after: Parameters<typeof source.page>[1]; ;) {
    const page = await source.page(batch.roundId, after, 5_000);
    for (const { commitment, record } of page) {
      const register = records[indexOf(record)]?.register;
      if (register !== undefined) struckOut.set(octetKey(commitment), register);
    }
    after = page.at(-1)?.commitment;
    if (after === undefined) break;
  }
  const rows = (await new PostgresVerdictStore(checking).counts(batch)).get(undefined) ?? 0;
  const [sealed, entry] = [new Uint8Array(), new Uint8Array()];
  if (rows > 0) await rosters.keepPart(batch, { name: 'part-0001.csv', rows, sealed, entry });
  await rosters.saveRoster(batch, { name: 'manifest.json', sealed }, batch.id);
  const answered = new Map<number, RegisterReason>();
  for (let after = 0; ;) {
    const rows = await rosters.rows(batch, after, 10_000);
    for (const { seq, commitment } of rows) {
      const code = struckOut.get(octetKey(commitment));
      if (code !== undefined) answered.set(seq, code);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  const outcome = { result: Buffer.from('{}'), struckOutList: Buffer.from('-') };
  await rosters.applyAnswer({ ...batch, phase: 'sent' }, { answer: answered, paper: [], outcome }, batch.id);
}

function byCode(counts: ReadonlyMap<string | undefined, number>): ReadonlyMap<string, number> {
  const named = Array.from(counts, ([code, number]) => [code ?? '00', number] as const);
  return new Map(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}
