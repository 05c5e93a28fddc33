import { CrlIndex, type CrlIndexTransfer } from '../core/revocation/crl/crl-index.js';
import { fail, ok, type Result } from '../core/result.js';
import { type Certificate, namesEqual, strongAlgorithms } from '../core/x509/index.js';
import type { UpkeepErrorCode } from './errors.js';
import type { ListFacts } from './list-acceptance.js';

/** A revocation list whose signature has been verified, ready for look-ups. */
export interface RevocationList extends ListFacts {
  readonly index: CrlIndex;
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

/** Reads lists where it is called. */
export const directListReader: ListReader = {
  read: (bytes, authorities) => {
    const index = readVerifiedIndex(Uint8Array.from(bytes), authorities);
    return Promise.resolve(index.ok ? ok(revocationList(index.value)) : index);
  },
};

/** A list of what a verified index says. */
export const revocationList = (index: CrlIndex): RevocationList => ({
  index,
  sha256: index.sha256,
  number: index.extensions.number,
  thisUpdate: index.thisUpdate,
  nextUpdate: index.nextUpdate,
  entries: index.entryCount,
});

/** As {@link revocationList}, from what another thread has verified. */
export const receivedList = (transfer: CrlIndexTransfer): RevocationList =>
  revocationList(CrlIndex.fromTransfer(transfer));

/**
 * Reads a CRL and holds it to the name and key of one of the authorities (RFC 5280 §6.3.3 (f), (g)); the verdict on the
 * signature stays with the index, so that no judgement hashes the list again. Deltas are refused: alone they say nothing.
 * Whether a scope (issuing distribution point) covers a certificate is decided certificate by certificate. Takes the bytes
 * for its own.
 */
export function readVerifiedIndex(
  bytes: Uint8Array,
  authorities: readonly Certificate[],
): Result<CrlIndex, ListErrorCode> {
  const read = CrlIndex.read(bytes);
  if (!read.ok) return fail('crl-malformed');
  const index = read.value;
  const bearers = authorities.filter(({ subject }) => namesEqual(index.issuer, subject));
  if (bearers.length === 0) return fail('crl-wrong-issuer');
  if (!bearers.some(({ subjectPublicKeyInfo: key }) => index.isSignedBy(key, strongAlgorithms)))
    return fail('crl-signature-wrong');
  const usable = index.extensions.baseNumber === undefined && !index.hasUnknownCriticalExtension;
  return usable ? ok(index) : fail('crl-unusable');
}
