import { createCipheriv, createHmac } from 'node:crypto';
import { sha256 } from '../core/sha256.js';

const blockBytes = 4096;

/**
 * A deterministic generator for synthetic data and demo keys: AES-256 in counter mode, with the SHA-256 of the seed as key. The same
 * seed gives the same bytes on every machine. Never use it in production: anyone with the seed can compute every key.
 */
export class SeededRandom {
  private readonly key: Uint8Array;
  private readonly cipher;
  private block = Buffer.alloc(0);
  private position = 0;

  constructor(seed: string | Uint8Array) {
    this.key = sha256(seed);
    this.cipher = createCipheriv('aes-256-ctr', this.key, Buffer.alloc(16));
  }

  /** An independent generator for this label. It does not depend on how much was drawn from this one. */
  fork(label: string): SeededRandom {
    return new SeededRandom(createHmac('sha256', this.key).update(label).digest());
  }

  /** The next `length` bytes, as a copy. */
  bytes(length: number): Uint8Array {
    const bytes = Buffer.alloc(length);
    for (let filled = 0; filled < length;) {
      if (this.position >= this.block.length) this.refill();
      const copied = this.block.copy(bytes, filled, this.position);
      filled += copied;
      this.position += copied;
    }
    return bytes;
  }

  /** A uniform integer from 0 to `bound` − 1. The bound is at most 2^32. */
  below(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const value = Buffer.from(this.bytes(4)).readUInt32BE();
      // Values above the last whole multiple of the bound would make low results more frequent.
      if (value < limit) return value % bound;
    }
  }

  /** `count` uniform decimal digits. */
  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.below(10))).join('');
  }

  /** One of the items. */
  pick<Item extends string | number | object>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A new array with the items in random order (Fisher–Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      // The two change places.
      const moved = shuffled.splice(j, 1, ...shuffled.slice(i, i + 1));
      shuffled.splice(i, 1, ...moved);
    }
    return shuffled;
  }

  private refill(): void {
    this.block = this.cipher.update(Buffer.alloc(blockBytes));
    this.position = 0;
  }
}
