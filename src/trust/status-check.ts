import type { TrustAnchor } from '../core/path/index.js';
import type { RevocationErrorCode } from '../core/revocation/errors.js';
import type { RevocationReference } from '../core/revocation/reference.js';
import { fail, type Result } from '../core/result.js';
import type { Certificate } from '../core/x509/index.js';
import type { RevocationList } from './revocation-list.js';

/** The revocation data a judgement goes by. */
export interface StatusEvidence {
  readonly lists: readonly RevocationList[];
}

/** The status of every certificate on a path. Unavailable for all, until the revocation room's check is wired in. */
export function checkStatus(
  _certificates: readonly Certificate[],
  _anchor: TrustAnchor,
  _at: Date,
  _evidence: StatusEvidence,
): Result<readonly RevocationReference[], RevocationErrorCode> {
  return fail('revocation-unavailable');
}
