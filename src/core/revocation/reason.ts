import { DerError, type DerReader, Tag } from '../der/index.js';

/** CRLReason (RFC 5280 5.3.1) by value; 7 is not used. */
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

/** Why a certificate was revoked, by the names of RFC 5280 5.3.1. */
export type RevocationReason = Exclude<(typeof reasons)[number], undefined>;

/** The name of a CRLReason value. Throws DerError for one that RFC 5280 gives no name. */
export function revocationReason(value: number): RevocationReason {
  const reason = reasons.at(value);
  if (reason === undefined) throw new DerError('no such reason');
  return reason;
}

/** Reads a CRLReason, ENUMERATED. Throws DerError. */
export function readRevocationReason(reader: DerReader): RevocationReason {
  return revocationReason(reader.smallInteger(Tag.enumerated));
}
