import { BoundedMap } from '../../bounded-map.js';
import { decodeLatin1 } from '../../encodings.js';
import { hex } from '../../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  type DistributionPoint,
  type DistributionPointName,
  type GeneralName,
  type Name,
  nameKey,
  namesEqual,
  Oid,
  ReasonFlag,
  relativeNameKey,
  relativeNameKeys,
} from '../../x509/index.js';
import type { IssuingDistributionPoint } from './crl-extensions.js';
import type { CrlIndex } from './crl-index.js';

/** Every reason of ReasonFlags except the unused one. All must be covered before a certificate is good (RFC 5280 §6.3.3). */
export const allReasons = Object.values(ReasonFlag).reduce((sum, flag) => sum | flag) & ~ReasonFlag.unused;

/**
 * For which reasons (ReasonFlag bits) this complete CRL covers a certificate: if it does not list the certificate, it is not
 * revoked for these. Decided by issuer, distribution points and scope (RFC 5280 §6.3.3 (b), (d)). 0 where the CRL can only revoke;
 * undefined where it is not for this certificate.
 */
export function coveredReasons(certificate: Certificate, crl: CrlIndex): number | undefined {
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok) return undefined;
  const known = knownScopesOf(crl, certificate.issuer);
  const label = whatDecides(certificate);
  const before = known.get(label);
  if (before !== undefined) return before.reasons;
  const reasons = reasonsByScope(certificate, extensions.value, crl);
  known.set(label, { reasons });
  return reasons;
}

interface Scope {
  readonly reasons: number | undefined;
}

/** An authority's certificates say the same of their CRLs in a few ways. The limit is for what somebody makes up. */
const maximumScopes = 64;
const knownScopes = new WeakMap<CrlIndex, WeakMap<Name, BoundedMap<string, Scope>>>();

function knownScopesOf(crl: CrlIndex, issuer: Name): BoundedMap<string, Scope> {
  const byIssuer = knownScopes.get(crl) ?? new WeakMap<Name, BoundedMap<string, Scope>>();
  knownScopes.set(crl, byIssuer);
  const known = byIssuer.get(issuer) ?? new BoundedMap<string, Scope>(maximumScopes);
  byIssuer.set(issuer, known);
  return known;
}

/** All of a certificate that the answer depends on, but for its issuer. Each value is DER, which tells where it ends. */
function whatDecides({ version, extensions }: Certificate): string {
  const parts = decidingExtensions.map((type) => {
    const value = extensions.get(type)?.value;
    return value === undefined ? '' : `${value.length}:${decodeLatin1(value)}`;
  });
  return [version, ...parts].join(' ');
}

const decidingExtensions = [Oid.basicConstraints, Oid.crlDistributionPoints, Oid.issuerAltName];

function reasonsByScope(
  certificate: Certificate,
  { basicConstraints, crlDistributionPoints = [], issuerAltName = [] }: CertificateExtensions,
  crl: CrlIndex,
): number | undefined {
  const issuingPoint = crl.extensions.issuingDistributionPoint;
  if (!kindInScope(certificate, basicConstraints?.ca === true, issuingPoint)) return undefined;
  const named: Point[] = crlDistributionPoints.map((point) => ({
    ...point,
    clears: clears(point, issuingPoint),
  }));
  const points = [...named, assumedPoint(certificate, issuerAltName, named)];
  const matching = points.filter((point) => pointMatches(point, certificate, crl, issuingPoint));
  if (matching.length === 0) return undefined;
  const scope = issuingPoint?.onlySomeReasons ?? allReasons;
  return (
    matching.reduce((mask, point) => mask | (point.clears ? (point.reasons ?? allReasons) & scope : 0), 0) &
    allReasons
  );
}

interface Point extends DistributionPoint {
  readonly clears: boolean;
}

/**
 * Stricter than RFC 5280: an indirect CRL covers a certificate only if the certificate's distribution point names the CRL's
 * issuer. Without that name, nothing in the certificate says that this CRL is complete for it.
 */
function clears(point: DistributionPoint, issuingPoint: IssuingDistributionPoint | undefined): boolean {
  return point.crlIssuer !== undefined || issuingPoint?.indirectCrl !== true;
}

/**
 * The last step of RFC 5280 §6.3.3: a CRL of the certificate's issuer that no distribution point names. Stricter: where a
 * distribution point names another CRL issuer, the certificate issuer's own CRL covers nothing.
 */
function assumedPoint(
  { issuer }: Certificate,
  issuerAltName: readonly GeneralName[],
  named: readonly Point[],
): Point {
  return {
    name: { kind: 'full', names: [{ form: 'directory', name: issuer }, ...issuerAltName] },
    reasons: undefined,
    crlIssuer: undefined,
    clears: named.every((point) => point.crlIssuer === undefined && point.clears),
  };
}

/** RFC 5280 §6.3.3 (b)(2)(ii)–(iv). A certificate before version 3 can't say whether it is a CA's, so neither kind of CRL is for it. */
function kindInScope(
  { version }: Certificate,
  ca: boolean,
  issuingPoint: IssuingDistributionPoint | undefined,
): boolean {
  if (issuingPoint === undefined) return true;
  const { onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts } = issuingPoint;
  if (onlyContainsAttributeCerts) return false;
  if (onlyContainsUserCerts) return version === 3 && !ca;
  return !onlyContainsCaCerts || ca;
}

/** RFC 5280 §6.3.3 (b)(1) and (b)(2)(i). */
function pointMatches(
  point: DistributionPoint,
  certificate: Certificate,
  crl: CrlIndex,
  issuingPoint: IssuingDistributionPoint | undefined,
): boolean {
  if (!issuerMatches(point, certificate, crl, issuingPoint)) return false;
  if (issuingPoint?.name === undefined) return true;
  const issued = new Set(nameKeys(issuingPoint.name, crl.issuer));
  // A relative name is below the CRL's issuer. Without cRLIssuer, that is the certificate's issuer (RFC 5280 §4.2.1.13).
  const asked =
    point.name === undefined ? point.crlIssuer?.map(generalNameKey) : nameKeys(point.name, crl.issuer);
  return asked?.some((key) => issued.has(key)) === true;
}

function issuerMatches(
  { crlIssuer }: DistributionPoint,
  certificate: Certificate,
  crl: CrlIndex,
  issuingPoint: IssuingDistributionPoint | undefined,
): boolean {
  if (crlIssuer === undefined) return namesEqual(crl.issuer, certificate.issuer);
  return (
    issuingPoint?.indirectCrl === true &&
    crlIssuer.some((name) => name.form === 'directory' && namesEqual(name.name, crl.issuer))
  );
}

function nameKeys(name: DistributionPointName, base: Name): readonly string[] {
  if (name.kind === 'full') return name.names.map(generalNameKey);
  return [`directory:${[...relativeNameKeys(base), relativeNameKey(name.relativeName)].join('\x02')}`];
}

/** The same string exactly for equal names. URIs are compared octet by octet. */
function generalNameKey(name: GeneralName): string {
  switch (name.form) {
    case 'directory':
      return `directory:${nameKey(name.name)}`;
    case 'email':
    case 'dns':
    case 'uri':
      return `${name.form}:${name.text}`;
    case 'registered-id':
      return `${name.form}:${name.id}`;
    case 'ip':
      return `${name.form}:${hex(name.octets)}`;
    default:
      return `${name.form}:${hex(name.der)}`;
  }
}
