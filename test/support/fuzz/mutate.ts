/** A small deterministic generator of random numbers. The same seed gives the same numbers on every machine. */
export class CaseRandom {
  constructor(private state: number) {
    this.state = Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}

type Edit = (bytes: Uint8Array, random: CaseRandom) => Uint8Array;

const replaceAt = (bytes: Uint8Array, at: number, octet: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = octet;
  return copy;
};

const splice = (bytes: Uint8Array, start: number, end: number, insert: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(end)]);

function range(bytes: Uint8Array, random: CaseRandom, longest: number): readonly [number, number] {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(longest))];
}

/** Positions where an element may begin: an identifier octet, followed by a short length that fits into the input. */
function elements(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i + 1]! < 0x80 && i + 2 + bytes[i + 1]! <= bytes.length && (bytes[i]! & 0x1f) !== 0x1f)
      starts.push(i);
  }
  return starts;
}

const edits: readonly Edit[] = [
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaceAt(bytes, at, bytes[at]! ^ (1 << random.below(8)));
  },
  (bytes, random) => replaceAt(bytes, random.below(bytes.length), random.below(256)),
  (bytes, random) =>
    replaceAt(bytes, random.below(bytes.length), [0, 0xff, 0x80, 0x7f, 0x84, 0x30, 0x1f][random.below(7)]!),
  (bytes, random) => {
    const [start, end] = range(bytes, random, 16);
    return splice(bytes, start, end, new Uint8Array());
  },
  (bytes, random) => {
    const [start, end] = range(bytes, random, 64);
    return splice(bytes, end, end, bytes.subarray(start, end));
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return splice(
      bytes,
      at,
      at,
      Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256)),
    );
  },
  // One element replaced by another.
  (bytes, random) => {
    const starts = elements(bytes);
    if (starts.length === 0) return bytes;
    const from = starts[random.below(starts.length)]!;
    const to = starts[random.below(starts.length)]!;
    return splice(bytes, to, to + 2 + bytes[to + 1]!, bytes.subarray(from, from + 2 + bytes[from + 1]!));
  },
];

/** The bytes after one to four random edits. */
export function mutate(bytes: Uint8Array, random: CaseRandom): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + random.below(4); left > 0 && mutated.length > 0; left--) {
    mutated = edits[random.below(edits.length)]!(mutated, random);
  }
  return mutated;
}
