import { Tag } from './tag.js';

/** Thrown only inside a parse: {@link parseDer} catches it and returns the failure `der-malformed`. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

const maximumOidOctets = 64;
/** Below this, an arc stays exact as a number when seven bits are added to it. */
const exactArc = 2 ** 46;
/** Arcs made of a UUID (X.667) have 128 bits. None in use is longer. */
const maximumArc = 2n ** 128n;

/** The dotted form of OBJECT IDENTIFIER content octets (X.690 §8.19), arcs up to 128 bits. Throws {@link DerError}. */
export function decodeOid(content: Uint8Array): string {
  return dottedForm(content, 0, content.length);
}

/** As {@link decodeOid}, for the octets from `start` up to `end`, so that no view has to be made. Throws {@link DerError}. */
export function dottedForm(bytes: Uint8Array, start: number, end: number): string {
  if (end === start || end - start > maximumOidOctets) throw new DerError('bad oid');
  const last = bytes[end - 1];
  if (last === undefined || last >= 0x80) throw new DerError('oid truncated');
  let dotted = '';
  let arc: number | bigint = 0;
  for (let at = start; at < end; at++) {
    const octet = bytes[at];
    if (octet === undefined || (octet === 0x80 && arc === 0)) throw new DerError('oid not minimal');
    arc = appendToArc(arc, octet & 0x7f);
    if (octet < 0x80) {
      dotted = dotted === '' ? topArcs(arc) : `${dotted}.${arc}`;
      arc = 0;
    }
  }
  return dotted;
}

/** X.690 §8.19.4: the first two arcs share one number. */
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

const zulu = 0x5a;

/** Milliseconds since the epoch of a UTCTime or GeneralizedTime in the form of RFC 5280 §4.1.2.5. Throws {@link DerError}. */
export function readDerTime(tag: number, content: Uint8Array): number {
  const yearOctets = tag === Tag.utcTime ? 2 : tag === Tag.generalizedTime ? 4 : undefined;
  if (yearOctets === undefined) throw new DerError('not a time');
  if (content.length !== yearOctets + 11 || content[yearOctets + 10] !== zulu) throw new DerError('bad time');
  const pair = (at: number): number => twoDigits(content, yearOctets + at);
  const year = yearOctets === 2 ? centuryOf(pair(-2)) : pair(-4) * 100 + pair(-2);
  return instant(year, pair(0), pair(2), pair(4), pair(6), pair(8));
}

// RFC 5280 §4.1.2.5.1: two-digit years from 50 are in the twentieth century.
const centuryOf = (year: number): number => (year >= 50 ? 1900 : 2000) + year;

function twoDigits(content: Uint8Array, at: number): number {
  const tens = content[at];
  const units = content[at + 1];
  if (!isDigit(tens) || !isDigit(units)) throw new DerError('bad time');
  return (tens - 0x30) * 10 + units - 0x30;
}

function isDigit(octet: number | undefined): octet is number {
  return octet !== undefined && octet >= 0x30 && octet <= 0x39;
}

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const date = new Date(0);
  const time = date.setUTCFullYear(year, month - 1, day);
  const onCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!onCalendar || hour > 23 || minute > 59 || second > 59) throw new DerError('no such time');
  return time + ((hour * 60 + minute) * 60 + second) * 1000;
}
