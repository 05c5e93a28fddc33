import type { Commitment } from '../../core/identifiers.js';
import type { Claim } from './claim.js';

const commitmentOctets = 32;
const firstCapacity = 1024;

/**
 * Claims without their numbers, in columns: 48 octets each. As objects, a million would take some hundred megabytes, and the
 * garbage collector would look at each again and again.
 */
export class ClaimColumns {
  private length = 0;
  private commitments = new Uint8Array(firstCapacity * commitmentOctets);
  private signed = new Float64Array(firstCapacity);
  private issued = new Float64Array(firstCapacity);

  /** Adds a claim, with a copy of its commitment, and answers its place, counted from 0. */
  add({ commitment, signedAt, challengeIssuedAt }: Omit<Claim, 'nationalId'>): number {
    const place = this.length;
    if (place === this.signed.length) this.grow();
    this.commitments.set(commitment, place * commitmentOctets);
    this.signed[place] = signedAt;
    this.issued[place] = challengeIssuedAt;
    this.length += 1;
    return place;
  }

  /** The commitment of the claim at a place: a view. Throws RangeError where there is none. */
  commitment(place: number): Commitment {
    if (!(place < this.length)) throw new RangeError('no such claim');
    const start = place * commitmentOctets;
    return this.commitments.subarray(start, start + commitmentOctets) as Commitment;
  }

  /** The countersigned time, milliseconds. */
  signedAt(place: number): number {
    return this.signed[place] ?? NaN;
  }

  /** When the challenge was issued, milliseconds. */
  challengeIssuedAt(place: number): number {
    return this.issued[place] ?? NaN;
  }

  private grow(): void {
    this.commitments = doubled(this.commitments, new Uint8Array(2 * this.commitments.length));
    this.signed = doubled(this.signed, new Float64Array(2 * this.signed.length));
    this.issued = doubled(this.issued, new Float64Array(2 * this.issued.length));
  }
}

function doubled<Column extends Uint8Array | Float64Array>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}
