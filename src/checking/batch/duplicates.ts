import type { Commitment } from '../../core/identifiers.js';
import { compareOctets } from '../../core/octets.js';
import { type Claim, packedNumber } from './claim.js';
import { ClaimColumns } from './claim-columns.js';

/** The commitments of some claims, each made when it is asked for. */
export interface Commitments extends Iterable<Commitment> {
  readonly length: number;
  /** Undefined where there is none. */
  at(place: number): Commitment | undefined;
}

/**
 * Finds national ID numbers that co-signed more than once (D01). The earliest counts: by countersigned time, then by
 * the challenge's time, then by commitment. So the outcome doesn't depend on the order of reading. A claim takes about 100
 * octets, in memory only. Nothing derived from a number is stored.
 */
export class DuplicateFinder {
  private readonly claims = new ClaimColumns();
  /** The place of the earliest claim of each number. */
  private readonly earliest = new Map<number, number>();
  private readonly standing = new Set<number>();
  private readonly repeated: number[] = [];

  /** Adds a number that counts already from an earlier round of the case, electronically or on paper, so that it doesn't count again (RULES 11). */
  addStanding(nationalId: string): void {
    this.standing.add(packedNumber(nationalId));
  }

  /** Adds a record whose evidence passed the checks. Call it once for each record. */
  add(claim: Claim): void {
    const number = packedNumber(claim.nationalId);
    const place = this.claims.add(claim);
    const other = this.earliest.get(number);
    if (this.standing.has(number)) {
      this.repeated.push(place);
    } else if (other === undefined) {
      this.earliest.set(number, place);
    } else if (this.precedes(place, other)) {
      this.earliest.set(number, place);
      this.repeated.push(other);
    } else {
      this.repeated.push(place);
    }
  }

  /** The commitments of the records that repeat an earlier one. */
  duplicates(): readonly Commitment[] {
    return this.repeated.map((place) => this.claims.commitment(place));
  }

  /** The commitments of the records that count. */
  counted(): Commitments {
    const places = Uint32Array.from(this.earliest.values());
    const { claims } = this;
    return {
      length: places.length,
      at: (index) => {
        const place = places.at(index);
        return place === undefined ? undefined : claims.commitment(place);
      },
      *[Symbol.iterator]() {
        for (const place of places) yield claims.commitment(place);
      },
    };
  }

  /** True when the number counts: by a record that was added, or already. A paper row with such a number is struck out (D02). */
  counts(nationalId: string): boolean {
    const number = packedNumber(nationalId);
    return this.earliest.has(number) || this.standing.has(number);
  }

  private precedes(one: number, other: number): boolean {
    const { claims } = this;
    return (
      (claims.signedAt(one) - claims.signedAt(other) ||
        claims.challengeIssuedAt(one) - claims.challengeIssuedAt(other) ||
        compareOctets(claims.commitment(one), claims.commitment(other))) < 0
    );
  }
}
