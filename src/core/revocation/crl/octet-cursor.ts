import { DerError, Tag } from '../../der/index.js';
import { octetAt } from '../../octets.js';

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * As strict as DerReader, but with offsets, so that reading an element makes no object. A CRL has hundreds of thousands of
 * entries, and views of them would need more memory than the CRL. Every method throws DerError.
 */
export class OctetCursor {
  position: number;

  constructor(
    readonly bytes: Uint8Array,
    position = 0,
  ) {
    this.position = position;
  }

  /** Reads an identifier of this tag, and the length. Moves to the content and returns where it ends. */
  open(tag: number, limit: number): number {
    const { bytes } = this;
    let position = this.position;
    let length = bytes[position + 1];
    if (length === undefined || limit - position < 2 || bytes[position] !== tag)
      throw new DerError('unexpected tag or end');
    position += 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4 || limit - position < count) throw new DerError('bad length');
      length = longLength(bytes, position, count);
      position += count;
    }
    if (length > limit - position) throw new DerError('truncated');
    this.position = position;
    return position + length;
  }

  /** Checks that the INTEGER content from the position to `end` is minimal (X.690 §8.3.2), and skips it. */
  endInteger(end: number): void {
    const { bytes, position } = this;
    if (position === end) throw new DerError('empty integer');
    if (end - position > 1) {
      const first = bytes[position];
      const second = bytes[position + 1];
      const negative = second !== undefined && second >= 0x80;
      if ((first === 0x00 && !negative) || (first === 0xff && negative)) throw new DerError('not minimal');
    }
    this.position = end;
  }

  /** Skips a UTCTime or GeneralizedTime. It must have the form of RFC 5280 §5.1.2.4 and name a second that exists. */
  time(limit: number): void {
    if (this.position < limit && this.bytes[this.position] === Tag.generalizedTime) {
      this.generalizedTime(limit);
      return;
    }
    const end = this.open(Tag.utcTime, limit);
    if (end - this.position !== 13) throw new DerError('bad time');
    this.restOfTime(this.position + 2, fullYear(this.twoDigits(this.position)));
    this.position = end;
  }

  /** As {@link time}, GeneralizedTime only. */
  generalizedTime(limit: number): void {
    const end = this.open(Tag.generalizedTime, limit);
    if (end - this.position !== 15) throw new DerError('bad time');
    this.restOfTime(this.position + 4, this.fourDigits(this.position));
    this.position = end;
  }

  /** The time at the position, which {@link time} has accepted, as milliseconds since the epoch. */
  timeValue(): number {
    const digits = this.position + 2;
    const short = this.bytes[this.position] === Tag.utcTime;
    const year = short ? fullYear(this.twoDigits(digits)) : this.fourDigits(digits);
    const at = digits + (short ? 2 : 4);
    const date = new Date(0);
    date.setUTCFullYear(year, this.twoDigits(at) - 1, this.twoDigits(at + 2));
    date.setUTCHours(this.twoDigits(at + 4), this.twoDigits(at + 6), this.twoDigits(at + 8));
    return date.getTime();
  }

  private restOfTime(at: number, year: number): void {
    const month = this.twoDigits(at);
    const day = this.twoDigits(at + 2);
    const hour = this.twoDigits(at + 4);
    const minute = this.twoDigits(at + 6);
    const second = this.twoDigits(at + 8);
    if (this.bytes[at + 10] !== 0x5a || hour > 23 || minute > 59 || second > 59)
      throw new DerError('bad time');
    const last = lastDay(year, month);
    if (last === undefined || day < 1 || day > last) throw new DerError('no such day');
  }

  private fourDigits(at: number): number {
    return this.twoDigits(at) * 100 + this.twoDigits(at + 2);
  }

  private twoDigits(at: number): number {
    const tens = this.bytes[at];
    const units = this.bytes[at + 1];
    if (tens === undefined || tens < 0x30 || tens > 0x39) throw new DerError('bad time');
    if (units === undefined || units < 0x30 || units > 0x39) throw new DerError('bad time');
    return (tens - 0x30) * 10 + units - 0x30;
  }
}

function longLength(bytes: Uint8Array, position: number, count: number): number {
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + octetAt(bytes, position + i);
  if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length not minimal');
  return length;
}

/** RFC 5280 §4.1.2.5.1: two-digit years from 50 are in the twentieth century. */
function fullYear(twoDigits: number): number {
  return twoDigits >= 50 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** The last day of a month, counted from 1; undefined where there is no such month. */
function lastDay(year: number, month: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : daysInMonth[month - 1];
}
