/** The number at `index`. Throws RangeError where there is none. */
export function uint32At(numbers: Uint32Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new RangeError('no such number');
  return number;
}

/** Unsigned 32-bit numbers in one growing buffer, four bytes each. */
export class Uint32List {
  private items: Uint32Array;
  length = 0;

  /** `capacity` is where it starts, not where it ends. */
  constructor(capacity: number) {
    this.items = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Uint32Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  /** The numbers in a buffer of exactly their size. */
  toArray(): Uint32Array<ArrayBuffer> {
    return this.items.slice(0, this.length);
  }
}
