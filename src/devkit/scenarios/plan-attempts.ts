import { HouseholdRegister, type Person, Population } from '../people/population.js';
import { SeededRandom } from '../random.js';
import { type Expectation, isStruckOut } from './expectation.js';
import { type Attempt, type Scenario, type ScenarioName, specialScenarios } from './scenario-table.js';

const scenarioNames = Object.keys(specialScenarios) as (keyof typeof specialScenarios)[];

/**
 * Plans `citizens` attempts (0 or more). Attempts with an even index are ordinary and good, so at least half are accepted. Each odd one
 * is the next of a seeded cycle through all special scenarios. A special attempt depends at most on the attempt just before it. The
 * same seed gives the same attempts, and a longer plan begins with the attempts of a shorter one.
 */
export function planAttempts(options: { readonly seed: string; readonly citizens: number }): Attempt[] {
  const random = new SeededRandom(options.seed).fork('attempts');
  const cycle = random.fork('cycle').shuffle(scenarioNames);
  const population = new Population();
  const attempts: Attempt[] = [];
  for (let index = 0; index < options.citizens; index++) {
    const own = random.fork(String(index));
    const previous = attempts.at(-1);
    const scenario = index % 2 === 0 ? undefined : cycle[((index - 1) / 2) % cycle.length];
    attempts.push(
      scenario === undefined || previous === undefined
        ? ordinary(index, population.citizen(own))
        : special(index, scenario, { random: own, population, previous }),
    );
  }
  return attempts;
}

/** The household registers with the people of these attempts. */
export function householdRegister(attempts: readonly Attempt[]): HouseholdRegister {
  return new HouseholdRegister(attempts.map(({ person }) => person));
}

function ordinary(index: number, person: Person): Attempt {
  return {
    index,
    scenario: 'ordinary-card',
    expect: 'accepted',
    person,
    nationalId: person.nationalId,
    card: { shape: {}, validity: 'current' },
    form: 'cms-attached',
    challenge: 'fresh',
    statement: 'of-this-case',
    tamper: 'nothing',
    revocation: 'never',
  };
}

function special(
  index: number,
  scenario: Exclude<ScenarioName, 'ordinary-card'>,
  circumstances: Parameters<Scenario['vary']>[0],
): Attempt {
  const { expect, vary }: Scenario = specialScenarios[scenario];
  const changes = vary(circumstances);
  const person = changes.person ?? circumstances.population.citizen(circumstances.random);
  return { ...ordinary(index, person), scenario, expect, ...changes };
}

/** The counts that a whole run must have. */
export interface ExpectedCounts {
  readonly attempts: number;
  /** Recorded at intake, including those struck out later. */
  readonly accepted: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Accepted and not struck out. */
  readonly electronicValid: number;
  /** By reason. */
  readonly struckOut: Readonly<Record<string, number>>;
}

/** The counts that these attempts must lead to. */
export function expectedCounts(attempts: readonly Pick<Attempt, 'expect'>[]): ExpectedCounts {
  const all = attempts.map(({ expect }) => expect);
  const struckOut = all.filter(isStruckOut);
  const electronicValid = all.filter((each) => each === 'accepted').length;
  const refused = all.filter((each) => each !== 'accepted' && !isStruckOut(each));
  return {
    attempts: all.length,
    accepted: electronicValid + struckOut.length,
    refused: tally(refused),
    electronicValid,
    struckOut: tally(struckOut),
  };
}

function tally(expectations: readonly Expectation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of expectations.toSorted()) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
