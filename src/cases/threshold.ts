import { fail, ok, type Result } from '../core/result.js';

/** Electors at most: nine digits, far above any register of Taiwan's. */
const maximumElectors = 999_999_999;

/**
 * Co-signatures a case needs: 1.5 % of the electors of the last presidential election, rounded up (ACT 12, RULES 10).
 * Whole numbers only, so nothing is lost to binary fractions.
 */
export function thresholdOf(electorTotal: number): Result<number, 'elector-total-out-of-range'> {
  if (!Number.isInteger(electorTotal) || electorTotal < 1 || electorTotal > maximumElectors)
    return fail('elector-total-out-of-range');
  return ok(Number((BigInt(electorTotal) * 15n + 999n) / 1000n));
}
