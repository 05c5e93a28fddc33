import type { Commitment } from '../../core/identifiers.js';
import { compareOctets } from '../../core/octets.js';

/** What a good record claims; held in memory during a run and nowhere else. */
export interface Claim {
  readonly commitment: Commitment;
  readonly nationalId: string;
  /** The countersigned time, milliseconds. */
  readonly signedAt: number;
  /** When the challenge was issued, milliseconds: tells apart what one second of countersigning can't. */
  readonly challengeIssuedAt: number;
}

/** A claim without its number, which is the key it is held under. */
type Sighting = Omit<Claim, 'nationalId'>;

/**
 * Finds numbers that co-signed more than once (D01). The earliest counts: by countersigned time, then by the challenge's
 * time, then by commitment, so that the outcome doesn't depend on the order in which records are read.
 * Holds one small entry a number, in memory only: nothing derived from a number leaves it.
 */
export class DuplicateFinder {
  private readonly earliest = new Map<number, Sighting>();
  private readonly standing = new Set<number>();
  private readonly repeated: Commitment[] = [];

  /** Takes a number that already counts from an earlier round of the case, so that it doesn't count again (RULES 11). */
  addStanding(nationalId: string): void {
    this.standing.add(packedNumber(nationalId));
  }

  /** Takes a record that passed the checks of its evidence. Each record once. */
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

  /** True when the number counts electronically: what a paper row is held against (D02). */
  counts(nationalId: string): boolean {
    const number = packedNumber(nationalId);
    return this.earliest.has(number) || this.standing.has(number);
  }
}

/** A well-formed number as a small integer: half the memory of the text, and nothing for a heap dump to grep. */
function packedNumber(nationalId: string): number {
  return nationalId.charCodeAt(0) * 1e9 + Number(nationalId.slice(1));
}

/** Copies the commitment: a view would keep the whole page it was read with. */
function sightingOf({ commitment, signedAt, challengeIssuedAt }: Claim): Sighting {
  return { commitment: Uint8Array.from(commitment) as Commitment, signedAt, challengeIssuedAt };
}

function precedes(one: Sighting, other: Sighting): boolean {
  if (one.signedAt !== other.signedAt) return one.signedAt < other.signedAt;
  if (one.challengeIssuedAt !== other.challengeIssuedAt)
    return one.challengeIssuedAt < other.challengeIssuedAt;
  return compareOctets(one.commitment, other.commitment) < 0;
}
