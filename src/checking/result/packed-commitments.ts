import type { Commitment } from '../../core/identifiers.js';

/** Octets of a commitment. */
const size = 32;

/** Commitments in one buffer, 32 octets each: an object for each of a million takes some hundred megabytes. */
export class PackedCommitments implements Iterable<Commitment> {
  private readonly octets: Uint8Array;
  private count = 0;

  /** For at most so many. */
  constructor(most: number) {
    this.octets = new Uint8Array(most * size);
  }

  get length(): number {
    return this.count;
  }

  /** Throws a `RangeError` where there are more than were said. */
  add(commitment: Commitment): void {
    this.octets.set(commitment, this.count * size);
    this.count += 1;
  }

  /** Undefined where there is none. */
  at(place: number): Commitment | undefined {
    if (place < 0 || place >= this.count) return undefined;
    return this.octets.subarray(place * size, (place + 1) * size) as Commitment;
  }

  *[Symbol.iterator](): Generator<Commitment> {
    for (let place = 0; place < this.count; place += 1)
      yield this.octets.subarray(place * size, (place + 1) * size) as Commitment;
  }
}
