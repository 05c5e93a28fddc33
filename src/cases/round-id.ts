import { randomBytes } from 'node:crypto';
import type { RoundId } from '../core/identifiers.js';

/** A new UUID version 7 (RFC 9562 5.7): milliseconds since the epoch, then 74 random bits. */
export function newRoundId(at: Date): RoundId {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as RoundId;
}
