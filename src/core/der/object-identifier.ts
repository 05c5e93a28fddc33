import { DerError } from './error.js';

const maximumOidOctets = 64;
/** An arc below this stays exact when seven bits are added to it as a number. */
const exactArc = 2 ** 46;
/** UUID-based arcs (X.667) have 128 bits; nothing longer is in use. */
const maximumArc = 2n ** 128n;

/** The dotted form of OBJECT IDENTIFIER content octets (X.690 8.19), arcs up to 128 bits. Throws {@link DerError}. */
export function decodeOid(content: Uint8Array): string {
  return dottedForm(content, 0, content.length);
}

/** As {@link decodeOid}, of the octets from `start` up to `end`: no view is made for each identifier read. Throws {@link DerError}. */
export function dottedForm(bytes: Uint8Array, start: number, end: number): string {
  if (end === start || end - start > maximumOidOctets) throw new DerError('bad oid');
  if (bytes[end - 1] >= 0x80) throw new DerError('oid truncated');
  let dotted = '';
  let arc: number | bigint = 0;
  for (let at = start; at < end; at++) {
    const octet = bytes[at];
    if (octet === 0x80 && arc === 0) throw new DerError('oid not minimal');
    arc = appendToArc(arc, octet & 0x7f);
    if (octet < 0x80) {
      dotted = dotted === '' ? topArcs(arc) : `${dotted}.${arc}`;
      arc = 0;
    }
  }
  return dotted;
}

/** X.690 8.19.4: the first two arcs share one number. */
function topArcs(joined: number | bigint): string {
  if (typeof joined === 'bigint') return `2.${joined - 80n}`;
  const top = Math.min(Math.floor(joined / 40), 2);
  return `${top}.${joined - top * 40}`;
}

/** Numbers are much faster than big integers and nearly every arc is small. */
function appendToArc(arc: number | bigint, bits: number): number | bigint {
  if (arc < exactArc) return Number(arc) * 128 + bits;
  const longer = BigInt(arc) * 128n + BigInt(bits);
  if (longer >= maximumArc) throw new DerError('oid arc too large');
  return longer;
}
