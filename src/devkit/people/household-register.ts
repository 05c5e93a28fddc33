import { type Person, type RegisterResult, registerResults, type RegisterStanding } from './person.js';

/** The household registers (戶籍) as MOI consults them: numbers, and how each person stands on the day of submission. */
export class HouseholdRegister {
  private readonly standings: ReadonlyMap<string, RegisterStanding>;

  constructor(people: Iterable<Person>) {
    const registered = [...people].filter(({ standing }) => standing !== 'not-in-register');
    this.standings = new Map(registered.map(({ nationalId, standing }) => [nationalId, standing]));
  }

  /** `00`, or the reason why the holder of this number may not co-sign (ACT 8). */
  result(nationalId: string): RegisterResult {
    return registerResults[this.standings.get(nationalId) ?? 'not-in-register'];
  }
}
