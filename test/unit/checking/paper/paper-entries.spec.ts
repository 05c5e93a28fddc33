import { describe, expect, it } from '@jest/globals';
import type { PaperRow } from '../../../../src/checking/paper/paper-row.js';
import type { EnteredBy, EntryName } from '../../../../src/checking/paper/ports.js';
import { valueOf } from '../../../../src/devkit/index.js';
import { OpensslFolder } from '../../../support/openssl.js';
import { citizenNumberAt } from '../../../support/checking/citizen-numbers.js';
import {
  alice,
  bob,
  commissionOffice,
  inPieces,
  paperCase,
  paperCsv,
  PaperScene,
} from '../../../support/checking/paper-scene.js';

/** Ten lines a page. */
const rowsOf = (count: number): PaperRow[] =>
  Array.from({ length: count }, (_, i) => ({
    page: Math.floor(i / 10) + 1,
    line: (i % 10) + 1,
    nationalId: citizenNumberAt(i),
    found: undefined,
  }));
const with3 = (change: Partial<PaperRow>): PaperRow[] =>
  rowsOf(5).map((row) => (row.line === 3 ? { ...row, ...change } : row));

describe('the two entries of paper rows', () => {
  it('are stored sealed, in parts, and nothing of a number outside', async () => {
    const scene = new PaperScene();
    const rows = rowsOf(4_500);
    const kept = valueOf(await scene.enter('first', alice, rows));
    expect(kept).toMatchObject({ kind: 'kept', entry: { name: 'first', rows: 4_500, ...alice } });
    const parts = [...scene.paper.files.values()].flat();
    expect(parts.map(({ part, first }) => [part, first])).toEqual([
      [0, { page: 1, line: 1 }],
      [1, { page: 201, line: 1 }],
      [2, { page: 401, line: 1 }],
    ]);
    const stored = Buffer.concat(parts.map(({ sealed }) => sealed)).toString('latin1');
    for (const { nationalId } of rows.slice(0, 50)) expect(stored).not.toContain(nationalId);
    expect(JSON.stringify(scene.paper.audit)).not.toContain(rows[0]!.nationalId);
    expect(scene.paper.audit).toMatchObject([
      { actor: `staff:${alice.memberId}`, action: 'paper-entry-stored', details: { rows: 4_500 } },
    ]);
  });

  it('are opened by openssl with the commission’s key: CSV with its header', async () => {
    const scene = new PaperScene();
    valueOf(await scene.enter('first', alice, with3({ nationalId: '', found: 'P01' })));
    const openssl = new OpensslFolder();
    try {
      openssl.put('part.p7m', [...scene.paper.files.values()][0]![0]!.sealed);
      openssl.put('commission-decryption.key', commissionOffice.privateKeyPem);
      openssl.put('commission-decryption.pem', commissionOffice.certificatePem);
      openssl.must(
        ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', 'part.p7m', '-out', 'part.csv'],
        ...['-inkey', 'commission-decryption.key', '-recip', 'commission-decryption.pem'],
      );
      expect(Buffer.from(openssl.get('part.csv')).toString()).toBe(
        paperCsv(with3({ nationalId: '', found: 'P01' })),
      );
    } finally {
      openssl.remove();
    }
  });

  it.each<[string, EnteredBy]>([
    ['the same member', { ...bob, memberId: alice.memberId }],
    ['another member with the same person’s certificate', { ...bob, holderDigest: alice.holderDigest }],
  ])('are not both by %s', async (_what, by) => {
    const scene = new PaperScene();
    valueOf(await scene.enter('first', alice, rowsOf(3)));
    expect(await scene.enter('second', by, rowsOf(3))).toMatchObject({
      failure: { code: 'paper-entry-same-person' },
    });
    expect(await scene.enter('first', by, rowsOf(2))).toMatchObject({ ok: true });
  });

  it.each<[string, PaperRow[], string[]]>([
    ['agree', rowsOf(5), []],
    ['differ in a number', with3({ nationalId: citizenNumberAt(99) }), ['1-3 number']],
    ['differ in a code', with3({ found: 'P02' }), ['1-3 code']],
    ['differ in both', with3({ nationalId: '', found: 'P01' }), ['1-3 number-and-code']],
    ['end at another row', rowsOf(4), ['1-5 not-in-second']],
    ['have another row more', rowsOf(6), ['1-6 not-in-first']],
    [
      'have all but the first page in common',
      rowsOf(12).map((row) =>
        row.page === 2 ? { ...row, nationalId: citizenNumberAt(row.line + 50) } : row,
      ),
      ['1-6', '1-7', '1-8', '1-9', '1-10', '2-1', '2-2'].map((place) => `${place} not-in-first`),
    ],
  ])('%s', async (_what, second, disagreements) => {
    for (const names of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const) {
      const scene = new PaperScene();
      const rows = { first: rowsOf(5), second };
      valueOf(await scene.enter(names[0], alice, rows[names[0]]));
      valueOf(await scene.enter(names[1], bob, rows[names[1]]));
      expect(await scene.disagreements()).toEqual(disagreements);
    }
  });

  it('are compared anew when one is replaced or removed', async () => {
    const scene = new PaperScene();
    valueOf(await scene.enter('first', alice, rowsOf(5)));
    valueOf(await scene.enter('second', bob, with3({ found: 'P02' })));
    valueOf(await scene.settle({ page: 1, line: 3 }, 'first'));
    valueOf(await scene.enter('second', bob, with3({ found: 'P03' })));
    expect(await scene.paper.counts()).toEqual({ found: 1, open: 1 });
    expect(scene.paper.files.size).toBe(2);
    valueOf(await scene.entries.remove(paperCase, 'second', bob.memberId));
    expect([await scene.paper.counts(), scene.paper.files.size]).toEqual([{ found: 0, open: 0 }, 1]);
    valueOf(await scene.entries.remove(paperCase, 'second', bob.memberId));
    expect(scene.paper.audit.filter(({ action }) => action === 'paper-entry-removed')).toHaveLength(1);
  });

  it('name every rejected row, and store none of the file', async () => {
    const scene = new PaperScene();
    const text = `${paperCsv(rowsOf(2_500))}251,1,A123456788,00\r\n251,2,A123456789,X\r\n`;
    expect(await scene.enter('first', alice, text)).toEqual({
      ok: true,
      value: {
        kind: 'rejected',
        count: 2,
        rows: [
          { fileLine: 2502, page: 251, line: 1, reason: 'number-check-digit-wrong' },
          { fileLine: 2503, page: 251, line: 2, reason: 'code-unknown' },
        ],
      },
    });
    expect([scene.paper.files.size, scene.paper.audit]).toEqual([0, []]);
  });

  it('count all rejected rows, and name a thousand', async () => {
    const scene = new PaperScene();
    const text = paperCsv(rowsOf(1_500).map((row) => ({ ...row, nationalId: 'x' })));
    const kept = valueOf(await scene.enter('first', alice, text));
    expect(kept.kind === 'rejected' && [kept.count, kept.rows.length]).toEqual([1_500, 1_000]);
  });

  it('that differ everywhere are not of one roster', async () => {
    const scene = new PaperScene();
    const other = rowsOf(10_002).map((row, i) =>
      i < 1 ? row : { ...row, nationalId: citizenNumberAt(i + 20_000) },
    );
    valueOf(await scene.enter('first', alice, rowsOf(10_002)));
    expect(await scene.enter('second', bob, other)).toEqual({
      ok: false,
      failure: { code: 'paper-entries-unlike', values: { most: 10_000, page: 1, line: 2 } },
    });
    expect([await scene.paper.entries(), scene.paper.files.size]).toMatchObject([[{ name: 'first' }], 1]);
  });

  it('leave nothing behind when an upload is cut off', async () => {
    const scene = new PaperScene();
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield* inPieces(paperCsv(rowsOf(5_000)));
      throw new Error('hung up');
    }
    await expect(scene.entries.keep(paperCase, 'first', alice, cut())).rejects.toThrow('hung up');
    expect(scene.paper.files.size).toBe(0);
  });

  it.each<[string, (scene: PaperScene) => void, string]>([
    ['before the submission', (scene) => (scene.isSubmitted = false), 'check-not-ready'],
    ['once the check has begun', (scene) => (scene.state = 'checking'), 'paper-closed'],
    ['of a refused case', (scene) => (scene.state = 'not-accepted'), 'paper-closed'],
  ])('are not taken %s', async (_when, set, code) => {
    const scene = new PaperScene();
    set(scene);
    const place = { page: 1, line: 1 };
    for (const refused of [
      await scene.enter('first', alice, rowsOf(1)),
      await scene.entries.remove(paperCase, 'first', alice.memberId),
      await scene.differences.page(paperCase, undefined, 10),
      await scene.differences.open(paperCase, place, alice.memberId),
      await scene.settle(place, 'first'),
    ])
      expect(refused).toEqual({ ok: false, failure: { code } });
  });

  it('have rows', async () => {
    expect(await new PaperScene().enter('first', alice, [])).toMatchObject({
      failure: { code: 'paper-entry-empty' },
    });
  });

  it.each<[string, (sealed: Uint8Array) => Uint8Array]>([
    [
      'does not open',
      (sealed) => Uint8Array.from(sealed, (octet, i) => (i === sealed.length - 1 ? octet ^ 1 : octet)),
    ],
    ['is another that opens', () => otherPart],
  ])('are not compared where a stored part %s', async (_what, change) => {
    const scene = new PaperScene();
    valueOf(await scene.enter('first', alice, rowsOf(5)));
    for (const [file, parts] of scene.paper.files)
      scene.paper.files.set(
        file,
        parts.map((part) => ({ ...part, sealed: change(part.sealed) })),
      );
    expect(await scene.enter('second', bob, rowsOf(5))).toEqual({
      ok: false,
      failure: { code: 'paper-not-opened' },
    });
    const names = (await scene.paper.entries()).map(({ name }): EntryName => name);
    expect(names).toEqual(['first']);
  });
});

const otherPart = await (async () => {
  const scene = new PaperScene();
  valueOf(await scene.enter('first', alice, rowsOf(5)));
  return [...scene.paper.files.values()][0]![0]!.sealed;
})();
