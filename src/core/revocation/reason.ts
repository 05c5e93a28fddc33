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

/** Reads a CRLReason, ENUMERATED. Refuses values RFC 5280 gives no name. Throws DerError. */
export function readRevocationReason(reader: DerReader): RevocationReason {
  const reason = reasons[reader.smallInteger(Tag.enumerated)] as RevocationReason | undefined;
  if (reason === undefined) throw new DerError('no such reason');
  return reason;
}
