import { CrlIndex } from '../core/revocation/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { type Certificate, namesEqual, strongAlgorithms } from '../core/x509/index.js';
import type { UpkeepErrorCode } from './errors.js';
import type { ListFacts } from './list-acceptance.js';

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
  UpkeepErrorCode,
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
export interface VerifiedIndex {
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
