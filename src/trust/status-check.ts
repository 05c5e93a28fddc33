import { type TrustAnchor, validatePath } from '../core/path/index.js';
import { checkRevocation, type OcspResponse, type RevocationResult } from '../core/revocation/index.js';
import type { Certificate } from '../core/x509/index.js';
import { sameBytes } from './digest.js';
import type { RevocationList } from './revocation-list.js';

/** The revocation data a judgement goes by. */
export interface StatusEvidence {
  readonly lists: readonly RevocationList[];
  readonly ocsp: readonly OcspResponse[];
}

/**
 * The status of every certificate on a path at a time. Only lists signed by a key of the path are looked at: those of the
 * other generations of an authority bear the same name, and would make a missing list look like an unclear one.
 */
export function checkStatus(
  path: readonly Certificate[],
  anchor: TrustAnchor,
  at: Date,
  { lists, ocsp }: StatusEvidence,
): RevocationResult {
  const keys = [...path.slice(1), anchor].map(({ subjectPublicKeyInfo }) => subjectPublicKeyInfo);
  const crls = lists
    .filter(({ authorityKey }) => keys.some((key) => sameBytes(key, authorityKey)))
    .map(({ index }) => index);
  return checkRevocation({ path, anchor, at, crls, ocsp, validatePath, oneCrlPerKey: true });
}
