/*
 * What is done with octets everywhere, in a browser too: hold two against each other, join them, and write them as text. What node does
 * faster or in constant time, for the server alone, is in `native-octets.ts`.
 */

/** The octet at `index`. Throws RangeError where there is none: the caller has to know how long the bytes are. */
export function octetAt(bytes: Uint8Array, index: number): number {
  const octet = bytes[index];
  if (octet === undefined) throw new RangeError('no such octet');
  return octet;
}

/** From this length on, four octets at a time are faster, although it takes two views. */
const worthViews = 128;

/** True when both hold the same octets. How long it takes tells where they differ: for secrets there is `equalSecrets`. */
export function equalOctets(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  const { length } = a;
  if (length !== b.length) return false;
  let at = 0;
  if (length >= worthViews) {
    const [one, other] = [viewOf(a), viewOf(b)];
    for (; at + 4 <= length; at += 4) if (one.getInt32(at) !== other.getInt32(at)) return false;
  }
  for (; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.length);
}

/** The order of octet strings: below zero when `a` comes first. One that begins another comes before it. */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const difference = octetAt(a, at) - octetAt(b, at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The parts one after the other, as a copy. */
export function joinOctets(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const hexDigits = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal (RFC 4648 §8 in lower case), two digits an octet. */
export function hex(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String(hexDigits[octet]);
  return text;
}

/** The octets that {@link hex} writes so. Undefined for any other text. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** The byte strings in the order of DER's SET OF (X.690 §11.6), each once. */
export function inOrder(all: readonly Uint8Array[]): Uint8Array[] {
  const ordered = all.toSorted((a, b) => compareOctets(a, b));
  return ordered.filter((each, index) => {
    const previous = ordered[index - 1];
    return previous === undefined || !equalOctets(each, previous);
  });
}
