import type { Verdict } from '../../../src/checking/batch/verdict.js';
import { comparePlaces, type PaperPlace } from '../../../src/checking/paper/paper-row.js';
import type { PaperVerdict } from '../../../src/checking/paper/paper-verdicts.js';
import type { PauseReason } from '../../../src/checking/pause-reasons.js';
import type { ReasonCode } from '../../../src/checking/reason-codes.js';
import type { RosterRow } from '../../../src/checking/exchange/roster.js';
import type {
  Batch,
  NewBatch,
  RecordSource,
  StoredRecord,
  VerdictCounts,
  VerdictStore,
} from '../../../src/checking/ports.js';
import type { CaseNumber, Commitment, RoundId } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const hex = (commitment: Commitment): string => Buffer.from(commitment).toString('hex');

/** A batch of case 9001 over so many records. */
export function newBatch(records: number): NewBatch {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    roundId: '0198c0de-0000-7000-8000-000000000002' as RoundId,
    caseNumber: '9001' as CaseNumber,
    round: 1,
    submittedOn: '2026-01-30' as TaipeiDate,
    records,
    paperRows: 0,
    paperSha256: undefined,
  };
}

/** Records and verdicts of one round in memory, which can be made to fail like a killed process. */
export class MemoryChecking implements RecordSource, VerdictStore {
  batch: Batch | undefined;
  roster: readonly RosterRow[] = [];
  paper: readonly PaperVerdict[] = [];
  failAfterPages = Infinity;
  largestPage = 0;
  private readonly verdicts = new Map<string, Verdict>();
  private readonly claims = new Map<number, Uint8Array>();

  constructor(
    private readonly records: readonly StoredRecord[],
    private readonly recordsPerChunk = 4,
  ) {}

  codeOf(commitment: Commitment): ReasonCode | undefined {
    return this.verdicts.get(hex(commitment))?.code;
  }

  page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly StoredRecord[]>;
  page(batch: Batch, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]>;
  page(
    of: RoundId | Batch,
    after: Commitment | undefined,
    limit: number,
  ): Promise<readonly (StoredRecord & Verdict)[] | readonly StoredRecord[] | readonly Verdict[]> {
    const all = typeof of === 'string' ? this.records : [...this.verdicts.values()];
    const rest = all
      .filter(({ commitment }) => after === undefined || hex(commitment) > hex(after))
      .sort((one, other) => Buffer.compare(one.commitment, other.commitment))
      .slice(0, limit);
    this.largestPage = Math.max(this.largestPage, rest.length);
    return Promise.resolve(rest as readonly StoredRecord[]);
  }

  withCommitments(_round: RoundId, commitments: readonly Commitment[]): Promise<readonly StoredRecord[]> {
    const wanted = new Set(commitments.map(hex));
    return Promise.resolve(this.records.filter(({ commitment }) => wanted.has(hex(commitment))));
  }

  commitments(): Promise<readonly Commitment[]> {
    return Promise.resolve(this.records.map(({ commitment }) => commitment));
  }

  begin(batch: NewBatch): Promise<Batch> {
    const chunks = Math.ceil(this.records.length / this.recordsPerChunk);
    this.batch ??= { ...batch, phase: 'judging', judged: 0, chunks, paused: undefined };
    return Promise.resolve(this.batch);
  }

  batchOf(): Promise<Batch | undefined> {
    return Promise.resolve(this.batch);
  }

  underWay(): Promise<readonly Batch[]> {
    return Promise.resolve(this.batch?.phase === 'judging' ? [this.batch] : []);
  }

  ofChunk(_round: RoundId, chunk: number): Promise<readonly StoredRecord[] | undefined> {
    const start = chunk * this.recordsPerChunk;
    const records = this.records.slice(start, start + this.recordsPerChunk);
    this.largestPage = Math.max(this.largestPage, records.length);
    return Promise.resolve(this.claims.has(chunk) ? undefined : records);
  }

  openChunks({ chunks }: Batch): Promise<readonly number[]> {
    const all = Array.from({ length: chunks }, (_, chunk) => chunk);
    return Promise.resolve(all.filter((chunk) => !this.claims.has(chunk)));
  }

  addChunk(
    batch: Batch,
    chunk: number,
    verdicts: readonly Verdict[],
    sealed: Uint8Array,
  ): Promise<Batch | undefined> {
    if (this.claims.size >= this.failAfterPages) return Promise.reject(new Error('killed'));
    if (this.claims.has(chunk)) return Promise.resolve(undefined);
    this.claims.set(chunk, sealed);
    for (const verdict of verdicts) this.verdicts.set(hex(verdict.commitment), verdict);
    this.batch = { ...batch, judged: this.verdicts.size };
    return Promise.resolve(this.batch);
  }

  sealedClaims(_batch: Batch, chunk: number): Promise<Uint8Array> {
    const sealed = this.claims.get(chunk);
    return sealed === undefined
      ? Promise.reject(new Error('a chunk without verdicts'))
      : Promise.resolve(sealed);
  }

  pause(batch: Batch, paused: PauseReason | undefined): Promise<void> {
    this.batch = { ...batch, paused };
    return Promise.resolve();
  }

  beginAnew(batch: Batch): Promise<void> {
    this.claims.clear();
    this.verdicts.clear();
    return this.pause({ ...batch, judged: 0 }, 'paused-by-staff');
  }

  recordsPerMinute(): Promise<number> {
    return Promise.resolve(0);
  }

  finishVerdicts(
    batch: Batch,
    duplicates: readonly Commitment[],
    roster: Iterable<RosterRow>,
    paper: readonly PaperVerdict[] = [],
  ): Promise<void> {
    for (const commitment of duplicates) this.verdicts.set(hex(commitment), { commitment, code: 'D01' });
    this.roster = [...roster];
    this.paper = paper;
    this.batch = { ...batch, phase: 'judged' };
    return Promise.resolve();
  }

  verdictOn(_batch: Batch, commitment: Commitment): Promise<Verdict | undefined> {
    return Promise.resolve(this.verdicts.get(hex(commitment)));
  }

  counts(): Promise<ReadonlyMap<ReasonCode | undefined, number>> {
    const counts = new Map<ReasonCode | undefined, number>();
    for (const { code } of this.verdicts.values()) counts.set(code, (counts.get(code) ?? 0) + 1);
    return Promise.resolve(counts);
  }

  paperPage(_batch: Batch, after: PaperPlace | undefined, limit: number): Promise<readonly PaperVerdict[]> {
    const start =
      after === undefined ? 0 : this.paper.findIndex((each) => comparePlaces(each, after) === 0) + 1;
    return Promise.resolve(this.paper.slice(start, start + limit));
  }

  paperCounts(): Promise<ReadonlyMap<ReasonCode | undefined, number>> {
    const counts = new Map<ReasonCode | undefined, number>();
    for (const { code } of this.paper) counts.set(code, (counts.get(code) ?? 0) + 1);
    return Promise.resolve(counts);
  }

  async keptCounts(): Promise<VerdictCounts> {
    return { electronic: await this.counts(), paper: await this.paperCounts() };
  }
}
