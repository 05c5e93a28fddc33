import type { EvidenceErrorCode } from './errors.js';

const maximumDepth = 32;
const highTagNumber = 0x1f;
const constructed = 0x20;

/** Why the outline of some bytes is refused before anything in them is read. */
export type StructureFault = Extract<
  EvidenceErrorCode,
  | 'evidence-trailing-bytes'
  | 'evidence-indefinite-length'
  | 'evidence-nested-too-deeply'
  | 'evidence-malformed'
>;

/**
 * Walks the outline of one DER element without recursion and names the first fault: this is what turns the reader's single
 * "malformed" into the reason a card program's author needs. Linear in the bytes; content of primitives is not looked at.
 */
export function structureFault(bytes: Uint8Array): StructureFault | undefined {
  const ends: number[] = [];
  let position = 0;
  while (position < bytes.length) {
    if (position > 0 && ends.length === 0) return 'evidence-trailing-bytes';
    const header = readHeader(bytes, position);
    if (typeof header === 'string') return header;
    if (header.end > (ends.at(-1) ?? bytes.length)) return 'evidence-malformed';
    position = header.constructed ? header.contentStart : header.end;
    if (header.constructed) ends.push(header.end);
    if (ends.length > maximumDepth) return 'evidence-nested-too-deeply';
    while (ends.length > 0 && position === ends.at(-1)) ends.pop();
  }
  return position === 0 ? 'evidence-malformed' : undefined;
}

interface Header {
  readonly constructed: boolean;
  readonly contentStart: number;
  readonly end: number;
}

function readHeader(bytes: Uint8Array, start: number): Header | StructureFault {
  const identifier = bytes[start];
  if ((identifier & highTagNumber) === highTagNumber || start + 1 >= bytes.length)
    return 'evidence-malformed';
  const first = bytes[start + 1];
  if (first === 0x80) return 'evidence-indefinite-length';
  const count = first < 0x80 ? 0 : first & 0x7f;
  const contentStart = start + 2 + count;
  if (count > 4 || contentStart > bytes.length) return 'evidence-malformed';
  const length = bytes.subarray(start + 2, contentStart).reduce((sum, octet) => sum * 256 + octet, 0);
  const end = contentStart + (count === 0 ? first : length);
  return { constructed: (identifier & constructed) !== 0, contentStart, end };
}
