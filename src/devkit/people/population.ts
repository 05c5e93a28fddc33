import type { CardHolder } from '../pki/card-issuer.js';
import { SeededRandom } from '../random.js';
import { citizenNumber, residentNumber } from './national-id.js';

/** Synthetic people. No two have the same national ID number or the same holder's serial number. */
export class Population {
  private readonly numbers = new Set<string>();
  private readonly serialNumbers = new Set<string>();
  private readonly people: Person[] = [];

  /** Adds a citizen. Their number ends in `lastFour` if given. */
  citizen(random: SeededRandom, standing: RegisterStanding = 'eligible', lastFour?: string): Person {
    const nationalId = this.unused(this.numbers, () => citizenNumber(random, lastFour));
    return this.add(random, { nationalId, name: citizenName(random), standing });
  }

  /** Adds a foreign resident: someone with a card who is not in the household registers. */
  resident(random: SeededRandom): Person {
    const nationalId = this.unused(this.numbers, () => residentNumber(random));
    return this.add(random, { nationalId, name: residentName(random), standing: 'not-in-register' });
  }

  /** Everyone added so far. */
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

/** The person who has this role in the demo, such as `lead`. The same seed and role give the same person. */
export function personFor(seed: string, role: string): Person {
  return new Population().citizen(new SeededRandom(seed).fork(`part ${role}`));
}

/** A person's status in the household register on the day of submission. */
export type RegisterStanding =
  'eligible' | 'not-in-register' | 'under-age' | 'guardianship' | 'newly-resident' | 'dead';

/** MOI's result code for each status. */
export const registerResults = {
  eligible: '00',
  'not-in-register': 'R01',
  'under-age': 'R02',
  guardianship: 'R03',
  'newly-resident': 'R04',
  dead: 'R05',
} as const satisfies Record<RegisterStanding, string>;

/** A result code of MOI. */
export type RegisterResult = (typeof registerResults)[RegisterStanding];

/** A synthetic person. */
export interface Person extends CardHolder {
  readonly standing: RegisterStanding;
}

/** The household registers (戶籍) that MOI looks up: each number with the person's status on the day of submission. */
export class HouseholdRegister {
  private readonly standings: ReadonlyMap<string, RegisterStanding>;

  constructor(people: Iterable<Person>) {
    const registered = [...people].filter(({ standing }) => standing !== 'not-in-register');
    this.standings = new Map(registered.map(({ nationalId, standing }) => [nationalId, standing]));
  }

  /** `00`, or the code of the reason why the holder of this number may not co-sign (ACT 8). */
  result(nationalId: string): RegisterResult {
    return registerResults[this.standings.get(nationalId) ?? 'not-in-register'];
  }
}

const surnames = [
  ...Array.from(
    '陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴',
  ),
  // Surnames of two characters, and some characters that few systems support.
  '歐陽',
  '司馬',
  '張簡',
  '范姜',
  '粘',
  '禤',
  '昝',
  '𪚥',
];
const givenNames = [
  ...Array.from('怡君雅婷志明俊傑淑芬美玲家豪承恩品妤宥廷冠宇詠晴柏翰思妤彥廷芷瑄宗翰佩珊建宏惠雯'),
  // Rare Han characters. None is in Big5; most are outside the Basic Multilingual Plane (four octets in UTF-8).
  ...Array.from('堃喆犇淼鑫彣婕𡍼𤧟𨭎𠅤𧃽𦻒𩷶㛢䶮'),
];
const indigenousNames = ['伊央‧瓦旦', '谷辣斯‧尤達卡', '瓦歷斯‧貝林', 'Pakelang Kacaw'];
const foreignNames = ['阮氏秋', 'Maria Santos', '山田太郎', 'Nguyễn Văn An'];

/** A citizen's name. */
function citizenName(random: SeededRandom): string {
  if (random.below(50) === 0) return random.pick(indigenousNames);
  return random.pick(surnames) + random.pick(givenNames) + random.pick(givenNames);
}

/** A foreign resident's name. */
const residentName = (random: SeededRandom): string => random.pick(foreignNames);
