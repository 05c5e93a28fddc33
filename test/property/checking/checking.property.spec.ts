import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Claim } from '../../../src/checking/batch/claim.js';
import { DuplicateFinder } from '../../../src/checking/batch/duplicates.js';
import { mapBounded } from '../../../src/checking/batch/round-verifier.js';
import type { RegisterReason } from '../../../src/checking/reason-codes.js';
import {
  type PublicVerdict,
  readVerdictList,
  VerdictListWriter,
} from '../../../src/checking/bundle/bundle-files.js';
import {
  type BatchIdentity,
  manifestName,
  manifestPart,
  rosterManifest,
  rosterOrder,
  rosterParts,
} from '../../../src/checking/exchange/roster.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { answerIn } from '../../support/checking/answer-in-memory.js';

const commitments = fc
  .uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
    selector: (bytes) => Buffer.from(bytes).toString('hex'),
    maxLength: 80,
  })
  .map((all) => all.sort((one, other) => Buffer.compare(one, other)) as Commitment[]);

const numbers = fc.integer({ min: 0, max: 20 }).map((last) => `A1234567${String(last).padStart(2, '0')}`);
const claims = fc
  .array(fc.record({ nationalId: numbers, signedAt: fc.nat(3), challengeIssuedAt: fc.nat(3) }), {
    maxLength: 60,
  })
  .map((all) =>
    all.map((each, index): Claim => {
      const commitment = createHash('sha256').update(String(index)).digest();
      return { ...each, commitment: commitment as Uint8Array as Commitment };
    }),
  );
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('duplicates', () => {
  it('leave exactly one record a number, whatever the order of reading', () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = [...all];
        for (let last = shuffled.length - 1; last > 0; last -= 1) {
          const other = (random.next().value ?? 0) % (last + 1);
          [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
        }
        const finderOver = (order: typeof all): DuplicateFinder => {
          const finder = new DuplicateFinder();
          for (const claim of order) finder.add(claim);
          return finder;
        };
        const [one, other] = [finderOver(all), finderOver(shuffled)];
        const counted = [...one.counted()].map(hex).sort();
        expect([...other.counted()].map(hex).sort()).toEqual(counted);
        expect(counted).toHaveLength(new Set(all.map(({ nationalId }) => nationalId)).size);
        expect([...counted, ...one.duplicates().map(hex)].sort()).toEqual(
          all.map(({ commitment }) => hex(commitment)).sort(),
        );
      }),
    );
  });
});

describe('the list of verdicts', () => {
  const verdictList = (all: readonly PublicVerdict[]): Uint8Array => {
    const list = new VerdictListWriter(all.length);
    for (const each of all) list.add(each);
    return list.content();
  };
  const verdicts = commitments.chain((all) =>
    fc.tuple(
      ...all.map((commitment) =>
        fc.record({
          commitment: fc.constant(commitment),
          counts: fc.boolean(),
        }),
      ),
    ),
  );

  it('reads as it was written', () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        const read = readVerdictList(verdictList(all));
        expect(read.ok && read.value).toEqual(all);
      }),
    );
  });

  it('refuses any text, or reads what writes the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = readVerdictList(bytes);
        if (read.ok) expect(Buffer.from(verdictList(read.value))).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('the roster', () => {
  it('is a permutation, numbered from 1 without a gap, in parts that cover it', () => {
    fc.assert(
      fc.property(commitments, fc.integer({ min: 1, max: 9 }), (all, size) => {
        const rows = [...rosterOrder(all, (maximum) => maximum - 1)];
        expect(rows.map(({ seq }) => seq)).toEqual(all.map((_each, index) => index + 1));
        expect(rows.map(({ commitment }) => hex(commitment)).sort()).toEqual(all.map(hex).sort());
        const covered = rosterParts(all.length, size).flatMap(({ firstSeq, lastSeq }) =>
          Array.from({ length: lastSeq - firstSeq + 1 }, (_, i) => firstSeq + i),
        );
        expect(covered).toEqual(rows.map(({ seq }) => seq));
      }),
    );
  });
});

describe('MOI’s answer', () => {
  const identity: BatchIdentity = {
    batch: '0198c0de-0000-7000-8000-000000000001',
    case: '9001' as CaseNumber,
    round: 1,
    submittedOn: '2026-01-30' as TaipeiDate,
  };
  const codes = fc.array(fc.constantFrom('00', 'B01', 'R01', 'R05'), { minLength: 1, maxLength: 50 });
  const filesOf = (
    rows: readonly string[],
    edit: (csv: Buffer) => Buffer = (csv) => csv,
  ): Map<string, Uint8Array> => {
    const csv = Buffer.from(['seq,result', ...rows.map((code, i) => `${i + 1},${code}`), ''].join('\r\n'));
    const part = manifestPart('part-0001.csv', rows.length, csv);
    return new Map([
      [manifestName, rosterManifest(identity, [part])],
      ['part-0001.csv', edit(csv)],
    ]);
  };

  it('strikes out exactly what it marks', async () => {
    await fc.assert(
      fc.asyncProperty(codes, async (rows) => {
        const answer = await answerIn(filesOf(rows), identity, rows.length);
        const marked = rows.flatMap((code, i) =>
          code === '00' ? [] : [[i + 1, code as RegisterReason] as const],
        );
        expect(answer.ok && answer.value).toEqual(new Map(marked));
      }),
    );
  });

  it('is refused with any bit of a part flipped, or any number of rows that is not the roster’s', async () => {
    await fc.assert(
      fc.asyncProperty(codes, fc.nat(), fc.nat(7), fc.integer({ min: -3, max: 3 }), async (...drawn) => {
        const [rows, place, bit, off] = drawn;
        const flipped = filesOf(rows, (csv) => {
          csv[place % csv.length]! ^= 1 << bit;
          return csv;
        });
        expect((await answerIn(flipped, identity, rows.length)).ok).toBe(false);
        if (off !== 0 && rows.length + off >= 0)
          expect((await answerIn(filesOf(rows), identity, rows.length + off)).ok).toBe(false);
      }),
    );
  });
});

describe('mapBounded', () => {
  it('answers in order, and never has more at work than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (items, limit) => {
          let now = 0;
          let most = 0;
          const answers = await mapBounded(items, limit, async (turns) => {
            most = Math.max(most, (now += 1));
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
            now -= 1;
            return turns * 2;
          });
          expect(answers).toEqual(items.map((turns) => turns * 2));
          expect(most).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
