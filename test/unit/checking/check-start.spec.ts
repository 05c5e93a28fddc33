import { describe, expect, it } from '@jest/globals';
import type { Case, Round } from '../../../src/cases/index.js';
import { CheckStart } from '../../../src/checking/batch/check-start.js';
import type { Difference, EntryName } from '../../../src/checking/paper/ports.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import type { CaseNumber, Commitment, RoundId } from '../../../src/core/identifiers.js';
import { merkleRoot } from '../../../src/core/merkle/index.js';
import { ok } from '../../../src/core/result.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { approvedStep, approverId, requestId } from '../../support/checking/approved-step.js';
import { alice, bob, paperRound } from '../../support/checking/paper-scene.js';
import { commitmentAt } from '../../support/checking/replayed-cases.js';
import { MemoryPaper } from '../../support/checking/memory-paper.js';
import { MemoryChecking } from '../../support/checking/memory-checking.js';

const number = '9001' as CaseNumber;
const records: StoredRecord[] = [1, 2, 3].map((last) => ({
  commitment: Uint8Array.from({ length: 32 }, () => last) as Commitment,
  record: Uint8Array.of(last),
}));
const root = merkleRoot(records.map(({ commitment }) => commitment));

/** Paper rows of which only the totals matter here. */
async function paperOf(
  rows: number,
  names: readonly EntryName[] = ['first', 'second'],
  differences: readonly Difference[] = [],
): Promise<MemoryPaper> {
  const paper = new MemoryPaper();
  const audit = { at: new Date(0), actor: 'system', action: 'paper-entry-stored' } as const;
  for (const name of names) {
    const by = name === 'first' ? alice : bob;
    const entry = { name, ...by, id: name, rows, sha256: new Uint8Array(32), enteredAt: new Date(0) };
    await paper.keepEntry(paperRound, entry, differences, audit);
  }
  return paper;
}

interface Setting {
  readonly records?: readonly StoredRecord[];
  readonly state?: Case['state'];
  readonly ordinal?: 1 | 2;
  readonly threshold?: number;
  readonly recordCount?: number;
  readonly merkleRoot?: Uint8Array;
  readonly submitted?: false;
  readonly paper?: MemoryPaper;
}

function startOf({ state = 'submitted', ordinal = 1, threshold = 3, ...setting }: Setting): {
  start: CheckStart;
  store: MemoryChecking;
  applied: unknown[];
  destroyed: CaseNumber[];
} {
  const submission = {
    submittedAt: new Date('2026-01-30T17:00:00Z'),
    statement: Buffer.from('statement'),
    wrappedKey: Buffer.from('wrapped'),
    recordCount: setting.recordCount ?? 3,
    merkleRoot: setting.merkleRoot ?? root,
  };
  const round: Round = {
    id: '0198c0de-0000-7000-8000-000000000002' as RoundId,
    ordinal,
    codeIssuedOn: '2025-07-31' as TaipeiDate,
    firstDay: '2025-08-01' as TaipeiDate,
    lastDay: '2026-01-31' as TaipeiDate,
    ...(setting.submitted === false ? {} : { submission }),
  };
  // What the start looks at, and nothing more.
  const referendum = { number, state, threshold, rounds: [round] } as unknown as Case;
  const applied: unknown[] = [];
  const destroyed: CaseNumber[] = [];
  const store = new MemoryChecking(setting.records ?? records);
  const start = new CheckStart({
    cases: {
      find: () => Promise.resolve(referendum),
      apply: (_number, ...given) => Promise.resolve((applied.push(given), ok(referendum))),
    },
    records: store,
    verdicts: store,
    paper: setting.paper ?? new MemoryPaper(),
    clock: { now: () => new Date('2026-02-02T00:00:00Z') },
    keys: { destroy: () => Promise.resolve(void destroyed.push(number)) },
    newId: () => '0198c0de-0000-7000-8000-000000000001',
  });
  return { start, store, applied, destroyed };
}

describe('CheckStart', () => {
  it('begins the batch over exactly what was signed for, with the Taipei day of submission', async () => {
    const { start, store } = startOf({});
    expect(await start.start(approvedStep(number))).toMatchObject({
      ok: true,
      value: { phase: 'judging', records: 3 },
    });
    expect(store.batch?.submittedOn).toBe('2026-01-31');
  });

  it('refuses a main round that can not reach the threshold (ACT 13)', async () => {
    const { start, store, applied, destroyed } = startOf({ threshold: 4 });
    expect(await start.start(approvedStep(number))).toEqual({ ok: true, value: undefined });
    const refused = ['refuse', `staff:${approverId}`, { request: requestId }];
    expect([applied, store.batch, destroyed]).toEqual([[refused], undefined, [number]]);
    const content = await start.approvalContent(number);
    expect(content.ok && JSON.parse(Buffer.from(content.value).toString())).toMatchObject({
      tooFew: true,
      records: 3,
    });
  });

  it('counts 100,000 electronic beside 250,000 on paper together: enough for 293,228, and neither alone is (ACT 13)', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      commitment: commitmentAt(index),
      record: new Uint8Array(),
    }));
    const merkleRootOfMany = merkleRoot(many.map(({ commitment }) => commitment));
    const paper = await paperOf(250_000);
    const setting = {
      threshold: 293_228,
      recordCount: many.length,
      merkleRoot: merkleRootOfMany,
      records: many,
    };
    const { start, store } = startOf({ ...setting, paper });
    const content = await start.approvalContent(number);
    expect(content.ok && JSON.parse(Buffer.from(content.value).toString())).toMatchObject({
      records: 100_000,
      paperRows: 250_000,
      together: 350_000,
      tooFew: false,
      paperEntries: [
        { name: 'first', enteredBy: alice.memberId, rows: 250_000 },
        { name: 'second', enteredBy: bob.memberId, rows: 250_000 },
      ],
    });
    expect(await start.start(approvedStep(number))).toMatchObject({
      ok: true,
      value: { records: 100_000, paperRows: 250_000 },
    });
    expect(store.batch?.paperSha256).toHaveLength(32);
    for (const alone of [
      { ...setting, paper: new MemoryPaper() },
      { ...setting, paper, records: [], recordCount: 0, merkleRoot: merkleRoot([]) },
    ]) {
      const refused = startOf(alone);
      expect(await refused.start.start(approvedStep(number))).toEqual({ ok: true, value: undefined });
      expect(refused.store.batch).toBeUndefined();
    }
  });

  it.each<[string, () => Promise<MemoryPaper>, string]>([
    ['one entry of two', () => paperOf(3, ['first']), 'paper-entry-missing'],
    [
      'a difference that is not settled',
      () => paperOf(3, ['first', 'second'], [{ page: 1, line: 1, kind: 'number' }]),
      'paper-differences-open',
    ],
  ])('does not count %s', async (_what, make, code) => {
    const { start, store } = startOf({ threshold: 1, paper: await make() });
    expect(await start.approvalContent(number)).toMatchObject({ failure: { code } });
    expect(await start.checkPaper(number, true)).toMatchObject({ failure: { code } });
    expect(await start.start(approvedStep(number))).toMatchObject({ failure: { code } });
    expect(store.batch).toBeUndefined();
  });

  it.each<[string, boolean, string | undefined]>([
    ['nothing entered, and nobody says that there is none', false, 'paper-not-entered'],
    ['nothing entered, and it is said', true, undefined],
  ])('with %s', async (_what, withoutPaper, code) => {
    const checked = await startOf({}).start.checkPaper(number, withoutPaper);
    expect(checked.ok ? undefined : checked.failure.code).toBe(code);
  });

  it('does not take rows that were entered for none', async () => {
    const { start } = startOf({ paper: await paperOf(3) });
    expect(await start.checkPaper(number, false)).toEqual({ ok: true, value: undefined });
    expect(await start.checkPaper(number, true)).toMatchObject({ failure: { code: 'paper-handed-in' } });
  });

  it('checks every supplement, because its count includes the main round', async () => {
    const { start, store } = startOf({ threshold: 400, ordinal: 2 });
    await start.start(approvedStep(number));
    expect(store.batch?.round).toBe(2);
  });

  it.each<[string, Setting, string]>([
    ['a round that was not submitted', { submitted: false }, 'check-not-ready'],
    ['a case that is being checked', { state: 'checking' }, 'check-not-ready'],
    ['a record missing', { recordCount: 4, threshold: 1 }, 'submission-does-not-match'],
    ['another root', { merkleRoot: new Uint8Array(32) }, 'submission-does-not-match'],
  ])('does not begin with %s', async (_what, setting, code) => {
    const { start, store } = startOf(setting);
    expect(await start.start(approvedStep(number))).toEqual({ ok: false, failure: { code } });
    expect(store.batch).toBeUndefined();
  });
});
