import { randomBytes } from 'node:crypto';

/**
 * A new UUID version 7 in lower case (RFC 9562 §5.7): 48 bits of milliseconds since the epoch, then 74 random bits, so that
 * identifiers sort by time.
 */
export function uuidVersion7(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
