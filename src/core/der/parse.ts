import { fail, ok, type Result } from '../result.js';
import { DerError } from './error.js';
import { DerReader } from './reader.js';

/**
 * Runs `parse` over exactly these bytes: what it reads is returned, anything malformed or left over is the failure
 * `der-malformed`. Bytes over `limit` are refused unread as `der-too-large`.
 */
export function parseDer<Value>(
  bytes: Uint8Array,
  limit: number,
  parse: (reader: DerReader) => Value,
): Result<Value, 'der-malformed' | 'der-too-large'> {
  if (bytes.length > limit) return fail('der-too-large', { limit });
  try {
    const reader = new DerReader(bytes);
    const value = parse(reader);
    reader.end();
    return ok(value);
  } catch (error) {
    if (error instanceof DerError) return fail('der-malformed');
    throw error;
  }
}
