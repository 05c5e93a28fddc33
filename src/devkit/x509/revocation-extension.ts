import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import { extension, type ExtensionShape, namedBits } from './extension.js';
import { generalName, generalNames, type GeneralNameShape } from './name.js';

/** CRLReason codes (RFC 5280 §5.3.1). */
export const reasonCodes = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const;

/** Why a certificate was revoked. */
export type RevocationReason = keyof typeof reasonCodes;

/** The bits of ReasonFlags in order, from bit 1 (RFC 5280 §4.2.1.13). */
const reasonFlags = [
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

/** A bit of ReasonFlags. */
export type ReasonFlag = (typeof reasonFlags)[number];

/** A DistributionPoint to build: the full names of a CRL, or a name relative to the CRL issuer. */
export interface DistributionPointShape {
  readonly fullName?: readonly GeneralNameShape[];
  /** The attributes of one RelativeDistinguishedName, DER. */
  readonly relativeName?: readonly Uint8Array[];
  readonly reasons?: readonly ReasonFlag[];
  readonly crlIssuer?: readonly GeneralNameShape[];
}

function pointName(point: DistributionPointShape): Uint8Array[] {
  if (point.fullName !== undefined)
    return [der.context(0, der.context(0, ...point.fullName.map(generalName)))];
  if (point.relativeName !== undefined) return [der.context(0, der.context(1, ...point.relativeName))];
  return [];
}

function reasonBits(tag: number, reasons: readonly ReasonFlag[] | undefined): Uint8Array[] {
  if (reasons === undefined) return [];
  const { octets, unused } = namedBits(reasons.map((reason) => reasonFlags.indexOf(reason) + 1));
  return [der.contextOctets(tag, Uint8Array.of(unused, ...octets))];
}

function distributionPoint(point: DistributionPointShape): Uint8Array {
  const crlIssuer =
    point.crlIssuer === undefined ? [] : [der.context(2, ...point.crlIssuer.map(generalName))];
  return der.sequence(...pointName(point), ...reasonBits(1, point.reasons), ...crlIssuer);
}

/** cRLDistributionPoints (RFC 5280 §4.2.1.13). A string is a point with that URI. */
export const crlDistributionPoints = (
  ...points: readonly (string | DistributionPointShape)[]
): ExtensionShape => extension(Oid.crlDistributionPoints, encodePoints(points));

/** freshestCRL (RFC 5280 §4.2.1.15). */
export const freshestCrl = (...points: readonly (string | DistributionPointShape)[]): ExtensionShape =>
  extension(Oid.freshestCrl, encodePoints(points));

function encodePoints(points: readonly (string | DistributionPointShape)[]): Uint8Array {
  const shapes = points.map((point) => (typeof point === 'string' ? { fullName: [{ uri: point }] } : point));
  return der.sequence(...shapes.map(distributionPoint));
}

/** issuingDistributionPoint (RFC 5280 §5.2.5), critical. */
export function issuingDistributionPoint(
  scope: Pick<DistributionPointShape, 'fullName' | 'relativeName'> & {
    readonly onlyUserCertificates?: boolean;
    readonly onlyCaCertificates?: boolean;
    readonly onlySomeReasons?: readonly ReasonFlag[];
    readonly indirect?: boolean;
    readonly onlyAttributeCertificates?: boolean;
  },
): ExtensionShape {
  const flag = (tag: number, value: boolean | undefined): Uint8Array[] =>
    value === true ? [der.contextOctets(tag, Uint8Array.of(0xff))] : [];
  return extension(
    Oid.issuingDistributionPoint,
    der.sequence(
      ...pointName(scope),
      ...flag(1, scope.onlyUserCertificates),
      ...flag(2, scope.onlyCaCertificates),
      ...reasonBits(3, scope.onlySomeReasons),
      ...flag(4, scope.indirect),
      ...flag(5, scope.onlyAttributeCertificates),
    ),
    true,
  );
}

/** cRLNumber (RFC 5280 §5.2.3). */
export const crlNumber = (number: number | bigint): ExtensionShape =>
  extension(Oid.crlNumber, der.integer(number));

/** deltaCRLIndicator (RFC 5280 §5.2.4), critical: the number of the base CRL. */
export const deltaCrlIndicator = (baseNumber: number | bigint): ExtensionShape =>
  extension(Oid.deltaCrlIndicator, der.integer(baseNumber), true);

/** reasonCode of an entry (RFC 5280 §5.3.1). */
export const crlReason = (reason: RevocationReason): ExtensionShape =>
  extension(Oid.crlReason, Uint8Array.of(0x0a, 1, reasonCodes[reason]));

/** invalidityDate of an entry (RFC 5280 §5.3.2). */
export const invalidityDate = (at: Date): ExtensionShape =>
  extension(Oid.invalidityDate, der.generalizedTime(at));

/** certificateIssuer of an entry in an indirect CRL (RFC 5280 §5.3.3), critical. */
export const certificateIssuer = (...names: readonly GeneralNameShape[]): ExtensionShape =>
  extension(Oid.certificateIssuer, generalNames(names), true);
