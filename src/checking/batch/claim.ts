import type { Commitment } from '../../core/identifiers.js';

/** What a record without fault claims. It is held in memory during a run, and sealed to the commission until the batch is judged. */
export interface Claim {
  readonly commitment: Commitment;
  readonly nationalId: string;
  /** The countersigned time, milliseconds. */
  readonly signedAt: number;
  /**
   * When the challenge was issued, milliseconds. It decides between records that were countersigned in the same second.
   */
  readonly challengeIssuedAt: number;
}

/** A well-formed number as a small integer. It needs half the memory of the text, and isn't readable in a heap dump. */
export function packedNumber(nationalId: string): number {
  return nationalId.charCodeAt(0) * 1e9 + Number(nationalId.slice(1));
}

/** The number that {@link packedNumber} packed. */
export function unpackedNumber(packed: number): string {
  return String.fromCharCode(Math.floor(packed / 1e9)) + String(packed % 1e9).padStart(9, '0');
}
