import type { Commitment } from '../../core/identifiers.js';
import { compareOctets } from '../../core/octets.js';

/** What a record without fault claims. It is held in memory during a run and nowhere else. */
export interface Claim {
  readonly commitment: Commitment;
  readonly nationalId: string;
  /** The countersigned time, milliseconds. */
  readonly signedAt: number;
  /**
   * When the challenge was issued, milliseconds. It decides between records that were countersigned in the same second.
   */
  readonly challengeIssuedAt: number;
}

/** A claim without its number, which is the key in the map. */
type Sighting = Omit<Claim, 'nationalId'>;

/**
 * Finds national ID numbers that co-signed more than once (D01). The earliest counts: by countersigned time, then by
 * the challenge's time, then by commitment. So the outcome doesn't depend on the order of reading. One small entry a
 * number is kept, in memory only. Nothing derived from a number is stored.
 */
export class DuplicateFinder {
  private readonly earliest = new Map<number, Sighting>();
  private readonly standing = new Set<number>();
  private readonly repeated: Commitment[] = [];

  /** Adds a number that counts already from an earlier round of the case, electronically or on paper, so that it doesn't count again (RULES 11). */
  addStanding(nationalId: string): void {
    this.standing.add(packedNumber(nationalId));
  }

  /** Adds a record whose evidence passed the checks. Call it once for each record. */
  add(claim: Claim): void {
    const number = packedNumber(claim.nationalId);
    if (this.standing.has(number)) {
      this.repeated.push(claim.commitment);
      return;
    }
    const other = this.earliest.get(number);
    const first = other === undefined || precedes(claim, other);
    if (first) this.earliest.set(number, sightingOf(claim));
    if (other !== undefined) this.repeated.push(first ? other.commitment : claim.commitment);
  }

  /** The commitments of the records that repeat an earlier one. */
  duplicates(): readonly Commitment[] {
    return this.repeated;
  }

  /** The commitments of the records that count. */
  counted(): readonly Commitment[] {
    return Array.from(this.earliest.values(), ({ commitment }) => commitment);
  }

  /** True when the number counts: by a record that was added, or already. A paper row with such a number is struck out (D02). */
  counts(nationalId: string): boolean {
    const number = packedNumber(nationalId);
    return this.earliest.has(number) || this.standing.has(number);
  }
}

/** A well-formed number as a small integer. It needs half the memory of the text, and isn't readable in a heap dump. */
export function packedNumber(nationalId: string): number {
  return nationalId.charCodeAt(0) * 1e9 + Number(nationalId.slice(1));
}

/** The entry of a claim, with a copy of the commitment: a view would keep its whole page in memory. */
function sightingOf({ commitment, signedAt, challengeIssuedAt }: Claim): Sighting {
  return { commitment: Uint8Array.from(commitment) as Commitment, signedAt, challengeIssuedAt };
}

function precedes(one: Sighting, other: Sighting): boolean {
  if (one.signedAt !== other.signedAt) return one.signedAt < other.signedAt;
  if (one.challengeIssuedAt !== other.challengeIssuedAt)
    return one.challengeIssuedAt < other.challengeIssuedAt;
  return compareOctets(one.commitment, other.commitment) < 0;
}
