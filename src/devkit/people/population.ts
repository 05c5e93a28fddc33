import { SeededRandom } from '../random.js';
import { citizenName, residentName } from './names.js';
import { citizenNumber, residentNumber } from './national-id.js';
import type { Person, RegisterStanding } from './person.js';

/** Synthetic people, no two with a number or a holder's serial number in common. */
export class Population {
  private readonly numbers = new Set<string>();
  private readonly serialNumbers = new Set<string>();
  private readonly people: Person[] = [];

  /** Another citizen; `lastFour` fixes how the number ends. */
  citizen(random: SeededRandom, standing: RegisterStanding = 'eligible', lastFour?: string): Person {
    const nationalId = this.unused(this.numbers, () => citizenNumber(random, lastFour));
    return this.add(random, { nationalId, name: citizenName(random), standing });
  }

  /** Another foreign resident: has a card, is in no household register. */
  resident(random: SeededRandom): Person {
    const nationalId = this.unused(this.numbers, () => residentNumber(random));
    return this.add(random, { nationalId, name: residentName(random), standing: 'not-in-register' });
  }

  /** Everyone so far. */
  get everyone(): readonly Person[] {
    return this.people;
  }

  private add(random: SeededRandom, facts: Omit<Person, 'holderSerialNumber'>): Person {
    const holderSerialNumber = this.unused(this.serialNumbers, () => random.digits(16));
    const person = { ...facts, holderSerialNumber };
    this.people.push(person);
    return person;
  }

  private unused(taken: Set<string>, draw: () => string): string {
    for (;;) {
      const value = draw();
      if (!taken.has(value)) {
        taken.add(value);
        return value;
      }
    }
  }
}

/** Someone for a part in a story, such as its lead: the same for the same seed and part. */
export function personFor(seed: string, part: string): Person {
  return new Population().citizen(new SeededRandom(seed).fork(`part ${part}`));
}
