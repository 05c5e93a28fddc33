import { isReasonCode, type ReasonCode, type Verdict } from '../../../checking/index.js';
import type { Commitment } from '../../../core/identifiers.js';

/** A row of `verdict`. */
export interface VerdictRow {
  readonly commitment: Buffer;
  readonly code: string | null;
}

/** The verdict of a row; throws on a code we don't know. */
export function verdictOfRow({ commitment, code }: VerdictRow): Verdict {
  return { commitment: commitmentOfColumn(commitment), code: codeOfColumn(code) };
}

/** A verdict's code; NULL is a record that counts. */
export function codeOfColumn(column: string | null): ReasonCode | undefined {
  if (column === null) return undefined;
  if (!isReasonCode(column)) throw new Error('a verdict with an unknown code');
  return column;
}

/** A commitment column. */
export function commitmentOfColumn(column: Buffer): Commitment {
  return new Uint8Array(column) as Commitment;
}

/** Bytes as the driver wants them: it would write a plain Uint8Array as JSON. */
export function bytea(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes);
}

/** As {@link bytea}, with NULL for undefined. */
export function optionalBytea(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined ? null : bytea(bytes);
}
