import { DerError, type DerReader, Tag } from '../der/index.js';

/** CRLReason (RFC 5280 §5.3.1) by value. 7 is not used. */
const reasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

/** Why a certificate was revoked, by the names of RFC 5280 §5.3.1. */
export type RevocationReason = Exclude<(typeof reasons)[number], undefined>;

/** When and why a certificate was revoked. */
export interface Revocation {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: RevocationReason;
}

/** The name of a CRLReason value. Throws DerError for a value without a name in RFC 5280. */
export function revocationReason(value: number): RevocationReason {
  const reason = reasons.at(value);
  if (reason === undefined) throw new DerError('no such reason');
  return reason;
}

/** Reads a CRLReason, ENUMERATED. Throws DerError. */
export function readRevocationReason(reader: DerReader): RevocationReason {
  return revocationReason(reader.smallInteger(Tag.enumerated));
}

/**
 * Names the revocation data that a validation relied on, so that anyone can repeat it: the SHA-256 of the exact CRL or OCSP
 * response, and the CRL number (decimal) where there is one.
 */
export type RevocationReference =
  | { readonly kind: 'crl'; readonly sha256: Uint8Array; readonly number: string | undefined }
  | { readonly kind: 'ocsp'; readonly sha256: Uint8Array };
