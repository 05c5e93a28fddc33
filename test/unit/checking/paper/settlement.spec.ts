import { describe, expect, it } from '@jest/globals';
import type { Batch } from '../../../../src/checking/ports.js';
import { closedRows } from '../../../../src/checking/paper/checked-rows.js';
import { settledRows } from '../../../../src/checking/paper/entry-rows.js';
import { closingDigest, paperClosing } from '../../../../src/checking/paper/paper-closing.js';
import type { WantedSettlement } from '../../../../src/checking/paper/paper-differences.js';
import type { SealedPart } from '../../../../src/checking/paper/ports.js';
import { PaperNotOpenedError } from '../../../../src/checking/paper/sealed-rows.js';
import { hex } from '../../../../src/core/octets.js';
import { valueOf } from '../../../../src/devkit/index.js';
import { newBatch } from '../../../support/checking/memory-checking.js';
import { citizenNumberAt } from '../../../support/checking/citizen-numbers.js';
import {
  alice,
  bob,
  paperCase,
  paperCsv,
  paperRound,
  PaperScene,
} from '../../../support/checking/paper-scene.js';

const [one, two, three, four] = [1, 2, 3, 4].map((index) => citizenNumberAt(index)) as [
  string,
  string,
  string,
  string,
];
const entered = {
  first: paperCsv([
    { page: 1, line: 1, nationalId: one, found: undefined },
    { page: 1, line: 2, nationalId: two, found: undefined },
    { page: 1, line: 3, nationalId: three, found: undefined },
  ]),
  second: paperCsv([
    { page: 1, line: 1, nationalId: one, found: undefined },
    { page: 1, line: 2, nationalId: four, found: 'R05' },
  ]),
};

async function entries(): Promise<PaperScene> {
  const scene = new PaperScene();
  valueOf(await scene.enter('first', alice, entered.first));
  valueOf(await scene.enter('second', bob, entered.second));
  return scene;
}

async function standing(scene: PaperScene): Promise<string> {
  const rows: string[] = [];
  for await (const { page, line, nationalId, found } of settledRows(scene, paperRound))
    rows.push(`${page}-${line} ${nationalId} ${found ?? '00'}`);
  return rows.join(', ');
}

const closed = async ({ paper }: PaperScene) => paperClosing(paper, paperRound);
const settle = (scene: PaperScene, line: number, wanted: WantedSettlement) =>
  scene.differences.settle(paperCase, { page: 1, line }, wanted, bob.memberId);

describe('a row on which the entries disagree', () => {
  it.each<[string, WantedSettlement, WantedSettlement, string]>([
    [
      'the first',
      { settledAs: 'first' },
      { settledAs: 'first' },
      `1-1 ${one} 00, 1-2 ${two} 00, 1-3 ${three} 00`,
    ],
    ['the second', { settledAs: 'second' }, { settledAs: 'second' }, `1-1 ${one} 00, 1-2 ${four} R05`],
    [
      'third values',
      { settledAs: 'other', nationalId: citizenNumberAt(9), code: 'R01' },
      { settledAs: 'other', nationalId: '', code: 'P01' },
      `1-1 ${one} 00, 1-2 ${citizenNumberAt(9)} R01, 1-3  P01`,
    ],
  ])('is settled as %s has it', async (_what, ofTwo, ofThree, expected) => {
    const scene = await entries();
    expect(await closed(scene)).toEqual({
      ok: false,
      failure: { code: 'paper-differences-open', values: { open: 2 } },
    });
    valueOf(await settle(scene, 2, ofTwo));
    valueOf(await settle(scene, 3, ofThree));
    expect(await standing(scene)).toBe(expected);
    const closing = valueOf(await closed(scene));
    expect([closing.rows, closing.settled]).toEqual([expected.split(', ').length, 2]);
  });

  it('has who settled it and when, in the log too, without any value', async () => {
    const scene = await entries();
    const other = { settledAs: 'other', nationalId: four, code: '00' } as const;
    const settled = valueOf(await settle(scene, 2, other));
    expect(settled.settlement).toMatchObject({
      settledAs: 'other',
      settledBy: bob.memberId,
      settledAt: new Date('2026-02-02T00:00:00Z'),
    });
    const entry = scene.paper.audit.at(-1);
    expect(entry).toMatchObject({
      action: 'paper-difference-settled',
      details: { page: 1, line: 2, settledAs: 'other' },
    });
    for (const number of [two, four]) {
      expect(JSON.stringify(scene.paper.audit)).not.toContain(number);
      expect(Buffer.from(settled.settlement?.sealed ?? []).includes(number)).toBe(false);
    }
  });

  it('is opened for one who asks, which the log says first', async () => {
    const scene = await entries();
    const opened = valueOf(await scene.differences.open(paperCase, { page: 1, line: 2 }, alice.memberId));
    expect(opened.rows).toMatchObject({
      first: { nationalId: two, found: undefined },
      second: { nationalId: four, found: 'R05' },
    });
    expect(scene.paper.audit.at(-1)).toMatchObject({
      actor: `staff:${alice.memberId}`,
      action: 'paper-row-opened',
      details: { round: 1, page: 1, line: 2 },
    });
    const lacking = valueOf(await scene.differences.open(paperCase, { page: 1, line: 3 }, alice.memberId));
    expect(lacking.rows).toMatchObject({ first: { nationalId: three } });
    expect(lacking.rows.second).toBeUndefined();
  });

  it('is not one on which they agree, nor one that is not there', async () => {
    const scene = await entries();
    for (const line of [1, 4])
      for (const refused of [
        await settle(scene, line, { settledAs: 'first' }),
        await scene.differences.open(paperCase, { page: 1, line }, alice.memberId),
      ])
        expect(refused).toEqual({ ok: false, failure: { code: 'paper-difference-unknown' } });
  });

  it.each<[string, WantedSettlement]>([
    ['no number', { settledAs: 'other', code: '00' }],
    ['no code', { settledAs: 'other', nationalId: one }],
    ['a wrong check digit', { settledAs: 'other', nationalId: 'A123456788', code: '00' }],
    ['a code that no row can have', { settledAs: 'other', nationalId: one, code: 'D01' }],
  ])('is not settled as a third value with %s', async (_what, wanted) => {
    const scene = await entries();
    expect(await settle(scene, 2, wanted)).toMatchObject({ failure: { code: 'paper-value-refused' } });
    expect(await scene.paper.counts()).toEqual({ found: 2, open: 2 });
  });
});

describe('what two people close', () => {
  it('has no rows where nothing was entered, and is not closed with one entry', async () => {
    const scene = new PaperScene();
    expect(valueOf(await closed(scene))).toMatchObject({ rows: 0, entries: [], settled: 0 });
    valueOf(await scene.enter('second', bob, entered.second));
    expect(await closed(scene)).toEqual({ ok: false, failure: { code: 'paper-entry-missing' } });
  });

  it('changes with every file and every settlement', async () => {
    const digests = new Set<string>();
    const note = async (scene: PaperScene): Promise<void> => {
      digests.add(hex(closingDigest(valueOf(await closed(scene)))));
    };
    const scene = await entries();
    valueOf(await settle(scene, 2, { settledAs: 'first' }));
    valueOf(await settle(scene, 3, { settledAs: 'first' }));
    await note(scene);
    await note(scene);
    valueOf(await settle(scene, 2, { settledAs: 'second' }));
    await note(scene);
    for (let times = 0; times < 2; times += 1) {
      // The same value sealed anew is another seal.
      valueOf(await settle(scene, 2, { settledAs: 'other', nationalId: four, code: 'R05' }));
      await note(scene);
    }
    valueOf(await scene.enter('first', alice, entered.second));
    await note(scene);
    await note(new PaperScene());
    expect(digests.size).toBe(6);
  });

  it('does not take the third value of one row for another’s', async () => {
    const scene = await entries();
    valueOf(await settle(scene, 2, { settledAs: 'other', nationalId: four, code: '00' }));
    const moved = (await scene.paper.difference(paperRound, { page: 1, line: 2 }))?.settlement;
    await scene.paper.settle(paperRound, { page: 1, line: 3 }, moved!, scene.paper.audit[0]!);
    await expect(standing(scene)).rejects.toThrow();
  });

  /** The numbers that the check reads of what was closed. */
  async function readBack(scene: PaperScene, closedThen?: Partial<Batch>): Promise<readonly string[]> {
    const closing = valueOf(await closed(scene));
    const begun = { paperRows: closing.rows, paperSha256: closingDigest(closing) };
    const batch = {
      ...newBatch(0),
      phase: 'judging',
      judged: 0,
      chunks: 0,
      paused: undefined,
      ...begun,
      ...closedThen,
    } as Batch;
    const numbers: string[] = [];
    for await (const { nationalId } of closedRows(scene, batch)) numbers.push(nationalId);
    return numbers;
  }

  const settled = async (): Promise<PaperScene> => {
    const scene = await entries();
    for (const line of [2, 3]) valueOf(await settle(scene, line, { settledAs: 'first' }));
    return scene;
  };

  it('is what the check reads, and nothing where an earlier version began it', async () => {
    expect(await readBack(await settled())).toEqual([one, two, three]);
    expect(await readBack(await settled(), { paperSha256: undefined })).toEqual([]);
  });

  it.each<[string, (scene: PaperScene) => unknown, Partial<Batch>]>([
    ['two people closed something else', () => undefined, { paperSha256: new Uint8Array(32) }],
    [
      'a settlement was changed since',
      (scene) => settle(scene, 2, { settledAs: 'second' }),
      { paperSha256: new Uint8Array(32).fill(1) },
    ],
    [
      'the files were swapped under their names',
      (scene) => {
        const [[first, parts], [second, others]] = [...scene.paper.files] as [
          [string, SealedPart[]],
          [string, SealedPart[]],
        ];
        scene.paper.files.set(first, others);
        scene.paper.files.set(second, parts);
      },
      {},
    ],
    ['a file is gone', (scene) => scene.paper.files.clear(), {}],
  ])('is read no further where %s', async (_what, change, closedThen) => {
    const scene = await settled();
    await change(scene);
    await expect(readBack(scene, closedThen)).rejects.toThrow(PaperNotOpenedError);
  });
});
