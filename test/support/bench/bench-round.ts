import path from 'node:path';
import type { StatementFields } from '../../../src/core/statement/index.js';
import { sealingKey, type SealingKey } from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { sha256 } from '../../../src/core/sha256.js';
import { type CardHolder, DemoPki, keyFolder, makeKey, SeededRandom } from '../../../src/devkit/index.js';
import { CardIssuer } from '../../../src/devkit/pki/card-issuer.js';
import type { KeyPair } from '../../../src/devkit/keys/key-pair.js';
import { KeyPool } from '../../../src/devkit/keys/seeded-key.js';
import { citizenNumberAt } from '../checking/citizen-numbers.js';

/** Where records that were made for benches are kept: git ignores it. */
export const benchFolder = path.resolve('.lianshu/bench');

const seed = 'bench-check';
const day = 24 * 3_600_000;

/** The first of the days on which the records of the bench were signed, and how many there are: each has lists of its own. */
export const firstDay = new Date('2026-03-02T01:00:00Z');
export const days = 7;

/** The round that every record of the bench is of. Everybody who makes or checks records makes the same from the seed. */
export class BenchRound {
  readonly pki = DemoPki.create({ seed, at: firstDay }, keyFolder(path.join(benchFolder, 'keys'), seed));
  readonly lead = makeKey(new SeededRandom(`${seed} lead`), 'p256');
  readonly commission = makeKey(new SeededRandom(`${seed} commission`), 'p256');
  readonly intake = this.pki.office('intake', 'p256').signer;
  readonly fields: StatementFields = {
    caseNumber: '9001' as CaseNumber,
    round: 1,
    mainText: '你是否同意政府應定期公布各機關辦理情形，並於每年三月底前提出報告，供全體國民檢閱？',
    documentDigest: sha256('案件文件'),
    origin: 'https://lianshu.test.invalid',
  };

  /** The keys that a record of the round is sealed to. */
  sealingKeys(): { readonly lead: SealingKey; readonly commission: SealingKey } {
    return { lead: sealingKey(this.lead.publicKey), commission: sealingKey(this.commission.publicKey) };
  }

  /** The time at which a record is signed: spread over the days, with hours and seconds of its own. */
  signedAt(index: number): Date {
    return new Date(firstDay.getTime() + (index % days) * day + (index % 36_000) * 1000);
  }

  /** The lists of a day, as of the beginning of it. */
  lists(dayNumber: number): readonly Uint8Array[] {
    return this.pki.crls(new Date(firstDay.getTime() + dayNumber * day)).map(({ der }) => der);
  }

  /** Issues cards whose signing keys come from `keys`. */
  cards(keys: KeyPool): CardIssuer {
    const { authorities, options } = this.pki;
    return new CardIssuer(authorities, keys, new SeededRandom(`${seed} cards`), options);
  }
}

/** What becomes of a record of the bench. */
export type BenchVerdict = '00' | 'D01' | 'E02' | 'E03' | 'E04' | 'E05';

/**
 * What becomes of the record at a place: of 1,000, 17 repeat the number of the one before, as in the case of 2018 (1,000 of 61,565), and
 * 4 are at fault in one of the ways that the check itself finds. The real cases, on paper, say nothing of those.
 */
export function plannedVerdict(index: number): BenchVerdict {
  const place = index % 1000;
  if (place > 0 && place % 58 === 0) return 'D01';
  const faults: Readonly<Record<number, BenchVerdict>> = { 101: 'E02', 303: 'E03', 505: 'E04', 707: 'E05' };
  return faults[place] ?? '00';
}

/** The holder of the card that signs the record at a place. */
export function holderAt(index: number): CardHolder {
  const person = plannedVerdict(index) === 'D01' ? index - 1 : index;
  return {
    name: '王小明',
    nationalId: citizenNumberAt(person),
    // Digits alone: with letters, one in some hundred would look like a national ID number, and be refused for it.
    holderSerialNumber: String(10n ** 15n + ((BigInt(person) * 104_729n) % 10n ** 15n)),
  };
}

/** How many of so many records come to each verdict. */
export function plannedCounts(count: number): ReadonlyMap<BenchVerdict, number> {
  const counts = new Map<BenchVerdict, number>();
  for (let index = 0; index < count; index++) {
    const verdict = plannedVerdict(index);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

/** A pool of RSA keys in which each place has a key of its own. */
export class DistinctKeys extends KeyPool {
  /** The place whose key is asked for next. */
  place = 0;

  constructor(
    private readonly primes: readonly bigint[],
    private readonly keyOf: (p: bigint, q: bigint) => KeyPair,
  ) {
    super(new SeededRandom(seed));
  }

  override shared(): KeyPair {
    const [one, other] = pairAt(this.place, this.primes.length);
    return this.keyOf(this.primes[one] ?? 0n, this.primes[other] ?? 0n);
  }
}

/** How many primes so many keys take. */
export function primesFor(keys: number): number {
  return Math.ceil((1 + Math.sqrt(1 + 8 * keys)) / 2);
}

/** The pair of different numbers below `count` at a place, each pair at one place. */
function pairAt(place: number, count: number): readonly [number, number] {
  const distance = 1 + Math.floor(place / count);
  const first = place % count;
  return [first, (first + distance) % count];
}
