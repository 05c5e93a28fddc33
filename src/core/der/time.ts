import { DerError } from './error.js';
import { Tag } from './tag.js';

const zulu = 0x5a;

/** Milliseconds since the epoch of a UTCTime or GeneralizedTime in the form of RFC 5280 4.1.2.5. Throws {@link DerError}. */
export function readDerTime(tag: number, content: Uint8Array): number {
  const yearOctets = tag === Tag.utcTime ? 2 : tag === Tag.generalizedTime ? 4 : undefined;
  if (yearOctets === undefined) throw new DerError('not a time');
  if (content.length !== yearOctets + 11 || content[yearOctets + 10] !== zulu) throw new DerError('bad time');
  const pair = (at: number): number => twoDigits(content, yearOctets + at);
  const year = yearOctets === 2 ? centuryOf(pair(-2)) : pair(-4) * 100 + pair(-2);
  return instant(year, pair(0), pair(2), pair(4), pair(6), pair(8));
}

// RFC 5280 4.1.2.5.1: two-digit years from 50 are in the twentieth century.
const centuryOf = (year: number): number => (year >= 50 ? 1900 : 2000) + year;

function twoDigits(content: Uint8Array, at: number): number {
  const tens = content[at] - 0x30;
  const units = content[at + 1] - 0x30;
  if (tens < 0 || tens > 9 || units < 0 || units > 9) throw new DerError('bad time');
  return tens * 10 + units;
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
