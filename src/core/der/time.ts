import { DerError } from './error.js';
import { Tag } from './tag.js';

const utcTime = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const generalizedTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** Milliseconds since the epoch of a UTCTime or GeneralizedTime in the form of RFC 5280 4.1.2.5. Throws {@link DerError}. */
export function readDerTime(tag: number, content: Uint8Array): number {
  const pattern = tag === Tag.utcTime ? utcTime : tag === Tag.generalizedTime ? generalizedTime : undefined;
  if (pattern === undefined || content.length > 15) throw new DerError('not a time');
  const match = pattern.exec(Buffer.from(content).toString('latin1'));
  if (match === null) throw new DerError('bad time');
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  // RFC 5280 4.1.2.5.1: two-digit years from 50 are in the twentieth century.
  const fullYear = tag === Tag.utcTime ? year + (year >= 50 ? 1900 : 2000) : year;
  const date = new Date(0);
  date.setUTCFullYear(fullYear, month - 1, day);
  date.setUTCHours(hour, minute, second);
  if (
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    throw new DerError('no such time');
  }
  return date.getTime();
}
