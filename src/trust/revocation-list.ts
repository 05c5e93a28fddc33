import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { CrlIndex } from '../core/revocation/index.js';
import { type Certificate, namesEqual, strongAlgorithms } from '../core/x509/index.js';
import type { CrlRefreshErrorCode } from './errors.js';

/** A revocation list whose signature has been verified. */
export interface RevocationList extends ListFacts {
  readonly index: CrlIndex;
  /** SubjectPublicKeyInfo (DER) of the authority that signed it. */
  readonly authorityKey: Uint8Array;
  /** How many certificates it lists. */
  readonly entries: number;
}

/** Why bytes are not a revocation list of an authority. */
export type ListErrorCode = Extract<
  CrlRefreshErrorCode,
  'crl-malformed' | 'crl-wrong-issuer' | 'crl-signature-wrong' | 'crl-unusable'
>;

/** Reads a list and verifies that one of these authorities has signed it. The bytes are not kept. They must not change until it settles. */
export interface ListReader {
  read(
    bytes: Uint8Array,
    authorities: readonly Certificate[],
  ): Promise<Result<RevocationList, ListErrorCode>>;
}

/** Injection token for {@link ListReader}. */
export const LIST_READER = Symbol('ListReader');

/** A verified index, and the key that verifies it. */
interface VerifiedIndex {
  readonly index: CrlIndex;
  readonly authorityKey: Uint8Array;
}

/** Reads lists in the thread that calls it. */
export const directListReader: ListReader = {
  read: (bytes, authorities) => {
    const verified = readVerifiedIndex(Uint8Array.from(bytes), authorities);
    return Promise.resolve(verified.ok ? ok(revocationList(verified.value)) : verified);
  },
};

/** A {@link RevocationList} from a verified index. */
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
 * Reads a CRL and checks that it has the name and the signature of one of the authorities (RFC 5280 §6.3.3 (f), (g)). The index
 * remembers that its signature is right, so no later validation hashes the list again. Delta CRLs are refused: they are of no use
 * alone. Whether the list is for a certificate (issuing distribution point) is decided for each certificate later. Keeps the bytes
 * without copying them.
 */
export function readVerifiedIndex(
  bytes: Uint8Array,
  authorities: readonly Certificate[],
): Result<VerifiedIndex, ListErrorCode> {
  const read = CrlIndex.read(bytes);
  if (!read.ok) return fail('crl-malformed');
  const index = read.value;
  const sameName = authorities.filter(({ subject }) => namesEqual(index.issuer, subject));
  if (sameName.length === 0) return fail('crl-wrong-issuer');
  const authorityKey = sameName
    .map(({ subjectPublicKeyInfo }) => subjectPublicKeyInfo)
    .find((key) => index.isSignedBy(key, strongAlgorithms));
  if (authorityKey === undefined) return fail('crl-signature-wrong');
  const usable = index.extensions.baseNumber === undefined && !index.hasUnknownCriticalExtension;
  return usable ? ok({ index, authorityKey }) : fail('crl-unusable');
}

/** What a revocation list says about itself. Times are milliseconds since the epoch. */
export interface ListFacts {
  readonly sha256: Uint8Array;
  /** CRL number (RFC 5280 §5.2.3). Lists of version 1 have none. */
  readonly number: bigint | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
}

type AcceptanceErrorCode = Extract<
  CrlRefreshErrorCode,
  'crl-not-yet-valid' | 'crl-stale' | 'crl-older' | 'crl-number-reused'
>;

/**
 * Whether a verified list may replace the current one: it must be current now, and not older. Lists come over plain HTTP, so anyone
 * on the way could otherwise send an old list from before a revocation.
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

/** True from nextUpdate on (RFC 5280 §6.3.3), and where there is none: nobody would notice that such a list is old. */
export const isStale = ({ nextUpdate }: Pick<ListFacts, 'nextUpdate'>, now: Date): boolean =>
  nextUpdate === undefined || nextUpdate <= now.getTime();

function goesBack(fetched: ListFacts, current: ListFacts): boolean {
  if (fetched.thisUpdate < current.thisUpdate) return true;
  return current.number !== undefined && (fetched.number === undefined || fetched.number < current.number);
}
