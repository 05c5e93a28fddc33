import { describe, expect, it } from '@jest/globals';
import { DuplicateFinder } from '../../../src/checking/batch/duplicates.js';
import type { PaperRow } from '../../../src/checking/paper/paper-row.js';
import { checkPaperRows } from '../../../src/checking/paper/paper-verdicts.js';
import type { ReasonCode } from '../../../src/checking/reason-codes.js';
import { electronicGroups, paperGroups, publicTally } from '../../../src/checking/result/public-tally.js';
import { determine } from '../../../src/checking/result/result-document.js';
import { type Tally, tallyOf } from '../../../src/checking/result/tally.js';
import { octetKey } from '../../../src/core/native-octets.js';
import { citizenNumberAt } from '../../support/checking/citizen-numbers.js';
import {
  countsOf,
  nuclearToGreen,
  porkImports,
  type ReplayedRound,
  recordsOf,
  rowsOf,
  scaled,
} from '../../support/checking/replayed-cases.js';

// The numbers of real cases, that of 2018 at its full size (that of 2021 is in `npm run bench -- replay`), through the code that finds duplicates, checks rows, and counts. Only the order of steps and
// MOI's answer stand here; seals, stores and the order of a batch are in test/integration/checking/replay.spec.ts.

interface Counted {
  readonly electronic: Tally;
  readonly paper: Tally;
}

async function countOver(round: ReplayedRound): Promise<Counted> {
  const finder = new DuplicateFinder();
  const registers = new Map<string, ReasonCode>();
  let submitted = 0;
  for (const { claim, register } of recordsOf(round)) {
    finder.add(claim);
    submitted += 1;
    if (register !== undefined) registers.set(octetKey(claim.commitment), register);
  }
  const verdicts = [...finder.counted()].map((commitment) => registers.get(octetKey(commitment)));
  const electronic = tallyOf(countedBy([...verdicts, ...finder.duplicates().map(() => 'D01' as const)]));
  expect(electronic.submitted).toBe(submitted);
  const counting = { electronically: (number: string) => finder.counts(number), onPaper: [] };
  const rows = await checkPaperRows(rowsOf(round), counting);
  return { electronic, paper: tallyOf(countedBy(rows.map(({ code }) => code))) };
}

function countedBy(codes: readonly (ReasonCode | undefined)[]): ReadonlyMap<ReasonCode | undefined, number> {
  const counts = new Map<ReasonCode | undefined, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const together = ({ electronic, paper }: Counted) => ({
  submitted: electronic.submitted + paper.submitted,
  valid: electronic.valid + paper.valid,
});
describe('a real case comes to its numbers', () => {
  it('2021, pork imports: what is replayed has its numbers, 461,594 of 528,460 and each reason', () => {
    const counts = countsOf(porkImports);
    const of = (...codes: readonly string[]): number =>
      codes.reduce(
        (sum, code) => sum + (counts.electronic.get(code) ?? 0) + (counts.paper.get(code) ?? 0),
        0,
      );
    const all = [...counts.electronic.values(), ...counts.paper.values()].reduce(
      (sum, each) => sum + each,
      0,
    );
    expect({ submitted: all, valid: of('00') }).toEqual({ submitted: 528_460, valid: 461_594 });
    expect({
      duplicates: of('D01', 'D02', 'D03'),
      dead: of('R05'),
      address: of('P01'),
      forged: of('P03'),
      others: of('P02', 'R01', 'R02', 'R03', 'R04'),
    }).toEqual({ duplicates: 18_244, dead: 1_611, address: 25_966, forged: 1_151, others: 19_894 });
  });

  it('2021, pork imports: a tenth of it comes to a tenth of each reason (ACT 13, REG 8, 9, RULES 11)', async () => {
    const round = scaled(porkImports, 10);
    const counted = await countOver(round);
    for (const [kind, groups] of [
      ['electronic', electronicGroups],
      ['paper', paperGroups],
    ] as const) {
      const wanted = countsOf(round)[kind];
      expect(counted[kind].struckOut).toEqual(
        Object.fromEntries([...wanted].filter(([code]) => code !== '00')),
      );
      expect(publicTally(counted[kind], groups).valid).toBe(wanted.get('00'));
    }
  });

  it('2018, nuclear to green: 279,419 in the main round, 13,235 of 14,891 in the supplement, 292,654 together (REG 8, ACT 13)', async () => {
    const threshold = 281_745;
    const main = together(await countOver(nuclearToGreen));
    expect(main).toEqual({ submitted: 314_484, valid: 279_419 });
    expect(determine({ round: 1, valid: main.valid, earlierValid: 0, threshold })).toBe('supplement-due');
    // What counts of the main round, on paper and electronically, doesn't count again.
    const electronic = new DuplicateFinder();
    for (const { claim, register } of recordsOf(nuclearToGreen))
      if (register === undefined) electronic.addStanding(claim.nationalId);
    const standing: string[] = [];
    for (const { nationalId } of take(rowsOf(nuclearToGreen), nuclearToGreen.paper.valid))
      standing.push(nationalId);
    for (const number of standing) electronic.addStanding(number);
    const rows = [
      ...take(
        rowsOf({ ...nuclearToGreen, paper: { valid: 13_235, D02: 0, D03: 0, offices: {} } }, 'C'),
        13_235,
      ),
      ...Array.from({ length: 1_000 }, (_, i): PaperRow => ({
        page: 2_000,
        line: i + 1,
        nationalId: citizenNumberAt(i, 'B'),
        found: undefined,
      })),
      ...Array.from({ length: 656 }, (_, i): PaperRow => ({
        page: 3_000,
        line: i + 1,
        nationalId: citizenNumberAt(i),
        found: undefined,
      })),
    ];
    const verdicts = await checkPaperRows(rows, {
      electronically: (number) => electronic.counts(number),
      onPaper: standing,
    });
    const supplement = tallyOf(countedBy(verdicts.map(({ code }) => code)));
    expect(supplement).toEqual({ submitted: 14_891, valid: 13_235, struckOut: { D03: 1_000, D02: 656 } });
    const numbers = { round: 2, valid: supplement.valid, earlierValid: main.valid, threshold } as const;
    expect([supplement.valid + main.valid, determine(numbers)]).toEqual([292_654, 'established']);
  });
});

function* take(rows: Iterable<PaperRow>, count: number): Generator<PaperRow> {
  let left = count;
  for (const row of rows) {
    if (left === 0) return;
    left -= 1;
    yield row;
  }
}
