import { fail, ok, type Result } from '../core/result.js';
import { sameBytes } from './digest.js';
import type { UpkeepErrorCode } from './errors.js';

/** What a revocation list says of itself. Times are milliseconds since the epoch. */
export interface ListFacts {
  readonly sha256: Uint8Array;
  /** CRL number (RFC 5280 §5.2.3), which v1 lists do not have. */
  readonly number: bigint | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
}

type AcceptanceErrorCode = Extract<
  UpkeepErrorCode,
  'crl-not-yet-valid' | 'crl-stale' | 'crl-older' | 'crl-number-reused'
>;

/**
 * Whether a verified list may take the place of the current one: it must be of the present, and may not go back. Without
 * that rule, whoever stands on the plain HTTP between us and the authority could bring back a list from before a revocation.
 */
export function acceptList(
  fetched: ListFacts,
  current: ListFacts | undefined,
  now: Date,
): Result<void, AcceptanceErrorCode> {
  if (fetched.thisUpdate > now.getTime()) return fail('crl-not-yet-valid');
  if (isStale(fetched, now)) return fail('crl-stale');
  if (current === undefined) return ok(undefined);
  if (goesBack(fetched, current)) return fail('crl-older');
  if (
    fetched.number !== undefined &&
    fetched.number === current.number &&
    !sameBytes(fetched.sha256, current.sha256)
  )
    return fail('crl-number-reused');
  return ok(undefined);
}

/** True from nextUpdate on (RFC 5280 §6.3.3), or where there is none: a list with no end would never be missed. */
export const isStale = ({ nextUpdate }: Pick<ListFacts, 'nextUpdate'>, now: Date): boolean =>
  nextUpdate === undefined || nextUpdate <= now.getTime();

function goesBack(fetched: ListFacts, current: ListFacts): boolean {
  if (fetched.thisUpdate < current.thisUpdate) return true;
  return current.number !== undefined && (fetched.number === undefined || fetched.number < current.number);
}
