import { twinNumber } from '../people/national-id.js';
import { Population } from '../people/population.js';
import { SeededRandom } from '../random.js';
import type { Attempt } from '../scenarios/scenario-table.js';

/** What one person enters of a row. */
export interface EnteredRow {
  readonly nationalId: string;
  /** `00`, or what the office found. */
  readonly code: string;
}

/** A row on paper, how two people enter it, and what it must come to. */
export interface PlannedPaperRow extends EnteredRow {
  readonly page: number;
  readonly line: number;
  readonly scenario: PaperScenarioName | 'ordinary-row';
  /** `accepted`, or the code by which the check must strike it out. */
  readonly expect: string;
  /** What the two enter; undefined where one leaves the row out. */
  readonly first: EnteredRow | undefined;
  readonly second: EnteredRow | undefined;
}

/** What a scenario may use. */
interface PaperCircumstances {
  /** The row as a citizen fills it in well. */
  readonly row: EnteredRow;
  /** The number of the row before, which counts. */
  readonly previous: string;
  /** A number that counts electronically. */
  readonly electronic: string;
}

interface PaperScenario {
  readonly expect: string;
  /** The row on paper, and what either person enters if it is something else. */
  readonly vary: (circumstances: PaperCircumstances) => {
    readonly row: EnteredRow;
    readonly first?: EnteredRow;
    readonly second?: EnteredRow;
  };
}

/** What an office finds. */
const found = (code: string): PaperScenario => ({
  expect: code,
  vary: ({ row }) => ({ row: { ...row, code } }),
});
/** A slip of the pen with a good check digit. */
const slip = (row: EnteredRow): EnteredRow => ({ ...row, nationalId: twinNumber(row.nationalId) });

/** Every scenario of a paper row but the ordinary one, by name. */
export const paperScenarios = {
  'both-typed-wrong': {
    expect: 'accepted',
    vary: ({ row, previous }) => ({ row, first: slip(row), second: { ...row, nationalId: previous } }),
  },
  'also-electronic': {
    expect: 'D02',
    vary: ({ row, electronic }) => ({ row: { ...row, nationalId: electronic } }),
  },
  'twice-on-paper': {
    expect: 'D03',
    vary: ({ row, previous }) => ({ row: { ...row, nationalId: previous } }),
  },
  'number-unclear': {
    expect: 'P01',
    vary: ({ row }) => ({ row: { nationalId: row.nationalId.slice(0, 6), code: 'P01' } }),
  },
  dead: found('R05'),
  'code-typed-wrong': {
    expect: 'P02',
    vary: ({ row }) => ({ row: { ...row, code: 'P02' }, first: row }),
  },
  forged: found('P03'),
  'first-typed-wrong': { expect: 'accepted', vary: ({ row }) => ({ row, first: slip(row) }) },
  'not-signed': found('P02'),
  'second-typed-wrong': { expect: 'accepted', vary: ({ row }) => ({ row, second: slip(row) }) },
  'not-in-register': found('R01'),
  'under-age': found('R02'),
  guardianship: found('R03'),
  'newly-resident': found('R04'),
} as const satisfies Record<string, PaperScenario>;

/** The name of a scenario. `left-out` is that of the last row, which the second person doesn't enter. */
export type PaperScenarioName = keyof typeof paperScenarios | 'left-out';

const linesOfPage = 5;
const cycle = Object.keys(paperScenarios) as (keyof typeof paperScenarios)[];

/**
 * Plans the paper rows of a story: one for every three attempts. Rows with an even index are ordinary; each odd one is the next of a cycle through
 * all scenarios. The second person leaves out the last row. The same seed gives the same rows.
 */
export function planPaperRows(seed: string, attempts: readonly Attempt[]): readonly PlannedPaperRow[] {
  const random = new SeededRandom(seed).fork('paper rows');
  const population = new Population();
  const electronic = attempts.filter(({ scenario }) => scenario === 'ordinary-card');
  const rows: PlannedPaperRow[] = [];
  const count = Math.floor(attempts.length / 3);
  for (let index = 0; index < count; index += 1) {
    const row = { nationalId: population.citizen(random.fork(String(index))).nationalId, code: '00' };
    const place = { page: Math.floor(index / linesOfPage) + 1, line: (index % linesOfPage) + 1 };
    const name = index % 2 === 0 ? undefined : cycle[((index - 1) / 2) % cycle.length];
    const planned =
      name === undefined
        ? ordinary(row)
        : special(name, {
            row,
            previous: rows.at(-1)?.nationalId ?? '',
            electronic: electronic[index % electronic.length]?.nationalId ?? '',
          });
    rows.push({ ...place, ...planned });
  }
  return rows.map((row, index) =>
    index === count - 1 && row.scenario === 'ordinary-row'
      ? { ...row, scenario: 'left-out', second: undefined }
      : row,
  );
}

type Planned = Omit<PlannedPaperRow, 'page' | 'line'>;

const ordinary = (row: EnteredRow): Planned => ({
  ...row,
  scenario: 'ordinary-row',
  expect: 'accepted',
  first: row,
  second: row,
});

function special(name: keyof typeof paperScenarios, circumstances: PaperCircumstances): Planned {
  const { expect, vary }: PaperScenario = paperScenarios[name];
  const { row, first = row, second = row } = vary(circumstances);
  return { ...row, scenario: name, expect, first, second };
}

/** The file that a person enters: CSV with the header `page,line,national_id,code`. */
export function enteredFile(rows: readonly PlannedPaperRow[], by: 'first' | 'second'): string {
  const lines = rows.flatMap(({ page, line, [by]: entered }) =>
    entered === undefined
      ? []
      : [`${String(page)},${String(line)},${entered.nationalId},${entered.code}\r\n`],
  );
  return `page,line,national_id,code\r\n${lines.join('')}`;
}

/** How a row on which the two disagree is settled by the paper; undefined where they agree. */
export function settlementOf({
  first,
  second,
  nationalId,
  code,
}: PlannedPaperRow): Readonly<Record<string, string>> | undefined {
  const isRight = (entered: EnteredRow | undefined): boolean =>
    entered?.nationalId === nationalId && entered.code === code;
  if (isRight(first)) return isRight(second) ? undefined : { settledAs: 'first' };
  return isRight(second) ? { settledAs: 'second' } : { settledAs: 'other', nationalId, code };
}
