import { type Certificate, namesEqual } from '../x509/index.js';
import { type RevocationContext, type Subject } from './context.js';
import { type CrlEntry } from './crl/crl-entry.js';
import { type CrlIndex } from './crl/crl-index.js';
import { coveredReasons } from './crl/crl-scope.js';
import { deltasFor } from './crl/delta.js';
import { findCrlSigner } from './crl-signer.js';
import { type Finding, unusable } from './finding.js';

/**
 * What a CRL says of a certificate, together with the newest delta CRL at hand that may be read with it (RFC 5280 6.3.3);
 * undefined when it is another issuer's, or a delta CRL.
 */
export function crlFinding(crl: CrlIndex, subject: Subject, context: RevocationContext): Finding | undefined {
  if (crl.extensions.baseNumber !== undefined) return undefined;
  const { certificate } = subject;
  const reasons = coveredReasons(certificate, crl);
  if (reasons === undefined)
    return namesEqual(crl.issuer, certificate.issuer) ? unusable('crl-out-of-scope') : undefined;
  if (crl.hasUnknownCriticalExtension) return unusable('crl-critical-extension');
  const deltas = usableDeltas(crl, context);
  // A delta CRL brings a complete one up to date that has itself run out, but not one from the future.
  const current = isCurrent(crl, context);
  if (!current && (deltas.length === 0 || !hasBegun(crl, context))) return unusable('crl-not-current');
  const signer = findCrlSigner(crl, subject, context);
  if (signer === undefined) return unusable('crl-signer-untrusted');
  const delta = deltas.find((each) => each.isSignedBy(signer.publicKey, context.algorithms));
  if (!current && delta === undefined) return unusable('crl-not-current');
  const sources = [crl, ...(delta === undefined ? [] : [delta]), ...signer.sources];
  const entry = revokingEntry(crl, delta, certificate);
  return entry === undefined
    ? { kind: 'clear', reasons, sources }
    : { kind: 'revoked', revocation: { at: entry.revokedAt, reason: entry.reason }, sources };
}

/** RFC 5280 6.3.3 (i) to (k): the delta CRL has the last word, where it has one. */
function revokingEntry(
  crl: CrlIndex,
  delta: CrlIndex | undefined,
  { serialNumber, issuer }: Certificate,
): CrlEntry | undefined {
  const change = delta?.find(serialNumber, issuer);
  if (change === undefined) return crl.find(serialNumber, issuer);
  return change.reason === 'removeFromCRL' ? undefined : change;
}

function usableDeltas(crl: CrlIndex, context: RevocationContext): readonly CrlIndex[] {
  return deltasFor(crl, context.crls).filter(
    (delta) => !delta.hasUnknownCriticalExtension && isCurrent(delta, context),
  );
}

function hasBegun({ thisUpdate }: CrlIndex, { at, clockTolerance }: RevocationContext): boolean {
  return thisUpdate <= at + clockTolerance;
}

/** Between thisUpdate and nextUpdate, and not older than the rules allow. */
function isCurrent(crl: CrlIndex, context: RevocationContext): boolean {
  const { thisUpdate, nextUpdate } = crl;
  const { at, maximumCrlAge, maximumOpenCrlAge } = context;
  const age = at - thisUpdate;
  if (!hasBegun(crl, context) || age > maximumCrlAge) return false;
  return nextUpdate === undefined ? age <= maximumOpenCrlAge : at < nextUpdate;
}
