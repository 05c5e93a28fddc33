import type { SignedDocument } from './cms/index.js';
import { type PathErrorCode, type TrustAnchor, validatePath } from './path/index.js';
import type { Certificate } from './x509/index.js';

/** Which certificates somebody trusts who verifies a signed document. */
export interface SignerTrust {
  readonly anchors: readonly TrustAnchor[];
  /** Certificates of other authorities. They may stand in a path, and are trusted only through an anchor. */
  readonly intermediates: readonly Certificate[];
}

/**
 * Why no path (RFC 5280 §6) leads from the signer of a document to an anchor at this time; undefined where one does. The certificates in
 * the document may stand in it. Revocation is not asked.
 */
export function signerPathFault(
  { signer: target, certificates }: Pick<SignedDocument, 'signer' | 'certificates'>,
  at: Date,
  { anchors, intermediates }: SignerTrust,
): PathErrorCode | undefined {
  const path = validatePath({ target, candidates: [...certificates, ...intermediates], anchors, at });
  return path.ok ? undefined : path.failure.code;
}
