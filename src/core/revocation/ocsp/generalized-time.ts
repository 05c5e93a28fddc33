import { DerError, type DerReader, Tag } from '../../der/index.js';

/**
 * GeneralizedTime in the form of RFC 5280 4.1.2.5.2, which RFC 6960 4.2.2.1 takes over, as milliseconds since the epoch.
 * Throws DerError.
 */
export function readGeneralizedTime(fields: DerReader): number {
  if (fields.peek() !== Tag.generalizedTime) throw new DerError('not a GeneralizedTime');
  return fields.time();
}
