import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { CrlIndex } from '../core/revocation/index.js';
import { type Certificate, namesEqual, strongAlgorithms } from '../core/x509/index.js';
import type { CrlRefreshErrorCode } from './errors.js';

/** A revocation list whose signature has been verified, ready for look-ups. */
export interface RevocationList extends ListFacts {
  readonly index: CrlIndex;
  /** SubjectPublicKeyInfo (DER) of the authority that signed it. */
  readonly authorityKey: Uint8Array;
  /** How many certificates it lists. */
  readonly entries: number;
}

/** Why bytes are not a list of an authority. */
export type ListErrorCode = Extract<
  CrlRefreshErrorCode,
  'crl-malformed' | 'crl-wrong-issuer' | 'crl-signature-wrong' | 'crl-unusable'
>;

/** Reads lists and verifies them as one of these authorities'. The bytes are not kept, and may not change until it settles. */
export interface ListReader {
  read(
    bytes: Uint8Array,
    authorities: readonly Certificate[],
  ): Promise<Result<RevocationList, ListErrorCode>>;
}

/** A verified index, and the key that verifies it. */
interface VerifiedIndex {
  readonly index: CrlIndex;
  readonly authorityKey: Uint8Array;
}

/** Reads lists where it is called. */
export const directListReader: ListReader = {
  read: (bytes, authorities) => {
    const verified = readVerifiedIndex(Uint8Array.from(bytes), authorities);
    return Promise.resolve(verified.ok ? ok(revocationList(verified.value)) : verified);
  },
};

/** The list that a verified index is. */
export const revocationList = ({ index, authorityKey }: VerifiedIndex): RevocationList => ({
  index,
  authorityKey,
  sha256: index.sha256,
  number: index.extensions.number,
  thisUpdate: index.thisUpdate,
  nextUpdate: index.nextUpdate,
  entries: index.entryCount,
});

/**
 * Reads a CRL and holds it to the name and key of one of the authorities (RFC 5280 §6.3.3 (f), (g)); the verdict on the
 * signature stays with the index, so that no judgement hashes the list again. Deltas are refused: alone they say nothing.
 * Whether a scope (issuing distribution point) covers a certificate is decided certificate by certificate. Takes the bytes
 * for its own.
 */
export function readVerifiedIndex(
  bytes: Uint8Array,
  authorities: readonly Certificate[],
): Result<VerifiedIndex, ListErrorCode> {
  const read = CrlIndex.read(bytes);
  if (!read.ok) return fail('crl-malformed');
  const index = read.value;
  const bearers = authorities.filter(({ subject }) => namesEqual(index.issuer, subject));
  if (bearers.length === 0) return fail('crl-wrong-issuer');
  const authorityKey = bearers
    .map(({ subjectPublicKeyInfo }) => subjectPublicKeyInfo)
    .find((key) => index.isSignedBy(key, strongAlgorithms));
  if (authorityKey === undefined) return fail('crl-signature-wrong');
  const usable = index.extensions.baseNumber === undefined && !index.hasUnknownCriticalExtension;
  return usable ? ok({ index, authorityKey }) : fail('crl-unusable');
}

/** What a revocation list says of itself. Times are milliseconds since the epoch. */
export interface ListFacts {
  readonly sha256: Uint8Array;
  /** CRL number (RFC 5280 §5.2.3), which v1 lists do not have. */
  readonly number: bigint | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
}

type AcceptanceErrorCode = Extract<
  CrlRefreshErrorCode,
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
    !equalOctets(fetched.sha256, current.sha256)
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
