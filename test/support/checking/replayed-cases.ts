import type { Claim } from '../../../src/checking/batch/claim.js';
import type { PaperRow } from '../../../src/checking/paper/paper-row.js';
import type { OfficeReason, RegisterReason } from '../../../src/checking/reason-codes.js';
import type { Commitment } from '../../../src/core/identifiers.js';
import { citizenNumberAt } from './citizen-numbers.js';

/** How many co-signatures of each kind a round had, by what became of them. */
export interface ReplayedRound {
  readonly electronic: {
    readonly valid: number;
    readonly D01: number;
    /** What MOI answers. */
    readonly registers: Readonly<Partial<Record<RegisterReason, number>>>;
  };
  readonly paper: {
    readonly valid: number;
    readonly D02: number;
    readonly D03: number;
    /** What the offices found. */
    readonly offices: Readonly<Partial<Record<OfficeReason, number>>>;
  };
}

/**
 * 2021, pork imports: 528,460 handed in, 461,594 valid; 18,244 duplicates, 1,611 dead, 25,966 with an address at fault, 1,151 forged. All of it was on
 * paper; how it is shared out here, and what the other 19,894 fell for, is ours.
 */
export const porkImports: ReplayedRound = {
  electronic: { valid: 120_816, D01: 4_244, registers: { R05: 400, R01: 1_000, R02: 500, R04: 1_500 } },
  paper: {
    valid: 340_778,
    D02: 9_000,
    D03: 5_000,
    offices: {
      R05: 1_211,
      P01: 25_966,
      P03: 1_151,
      P02: 8_000,
      R01: 3_894,
      R02: 1_000,
      R03: 500,
      R04: 3_500,
    },
  },
};

/** 2018, nuclear to green: 314,484 handed in and 279,419 valid in the main round; why the 35,065 others were not is ours. */
export const nuclearToGreen: ReplayedRound = {
  electronic: { valid: 60_000, D01: 1_000, registers: { R01: 500, R05: 65 } },
  paper: {
    valid: 219_419,
    D02: 3_000,
    D03: 9_000,
    offices: { P01: 16_000, P02: 2_500, R01: 2_000, R05: 1_000 },
  },
};

/** What a round comes to, by every code. */
export function countsOf({ electronic, paper }: ReplayedRound): {
  readonly electronic: ReadonlyMap<string, number>;
  readonly paper: ReadonlyMap<string, number>;
} {
  const { D01, registers } = electronic;
  const { D02, D03, offices } = paper;
  return {
    electronic: countsMap(electronic.valid, { D01, ...registers }),
    paper: countsMap(paper.valid, { D02, D03, ...offices }),
  };
}

function countsMap(valid: number, codes: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const counted = Object.entries(codes).filter(([, number]) => number > 0);
  return new Map(
    [['00', valid], ...counted].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) as [
      string,
      number,
    ][],
  );
}

/** A smaller round of the same kinds: each number divided, at least one where there was one. */
export function scaled(round: ReplayedRound, by: number): ReplayedRound {
  const smaller = (value: unknown): unknown =>
    typeof value === 'number'
      ? Math.ceil(value / by)
      : Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, smaller(each)]));
  return smaller(round) as ReplayedRound;
}

/** An electronic record of a round: what it claims, and what MOI will say. */
export interface ReplayedRecord {
  readonly claim: Claim;
  readonly register: RegisterReason | undefined;
}

/** A commitment that tells the records of a round apart. */
export function commitmentAt(index: number): Commitment {
  const commitment = Buffer.alloc(32);
  commitment.writeUInt32BE(index);
  return new Uint8Array(commitment) as Commitment;
}

/** The electronic records, of people 0, 1, …: those that count, those whom MOI strikes out, then those who sign a second time. */
export function* recordsOf({
  electronic: { valid, D01, registers },
}: ReplayedRound): Generator<ReplayedRecord> {
  let index = 0;
  const record = (person: number, register?: RegisterReason): ReplayedRecord => {
    const signedAt = index;
    const commitment = commitmentAt(index++);
    const nationalId = citizenNumberAt(person);
    return { claim: { commitment, nationalId, signedAt, challengeIssuedAt: 0 }, register };
  };
  for (let person = 0; person < valid; person += 1) yield record(person);
  for (const [code, number] of Object.entries(registers) as [RegisterReason, number][])
    for (let i = 0; i < number; i += 1) yield record(index, code);
  for (let person = 0; person < D01; person += 1) yield record(person);
}

/** Lines of a page. */
const linesOfPage = 10;

/** The paper rows, of people of another letter, except those who signed electronically too; repeated rows stand last. */
export function* rowsOf(
  { paper: { valid, D02, D03, offices } }: ReplayedRound,
  letter = 'B',
): Generator<PaperRow> {
  let index = 0;
  const row = (nationalId: string, found?: OfficeReason): PaperRow => {
    const place = { page: Math.floor(index / linesOfPage) + 1, line: (index % linesOfPage) + 1 };
    index += 1;
    return { ...place, nationalId, found };
  };
  for (let person = 0; person < valid; person += 1) yield row(citizenNumberAt(person, letter));
  for (let person = 0; person < D02; person += 1) yield row(citizenNumberAt(person));
  for (const [code, number] of Object.entries(offices) as [OfficeReason, number][])
    for (let i = 0; i < number; i += 1) yield row(citizenNumberAt(index, letter), code);
  for (let person = 0; person < D03; person += 1) yield row(citizenNumberAt(person, letter));
}
