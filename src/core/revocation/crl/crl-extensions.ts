import { contextConstructed, contextPrimitive, DerError, type DerReader, parseDer } from '../../der/index.js';
import { hex, octetAt } from '../../octets.js';
import { readGeneralNames } from '../../x509/general-name.js';
import { type Extensions, Oid } from '../../x509/index.js';
import {
  type DistributionPointName,
  readDistributionPointName,
  readDistributionPoints,
} from '../../x509/information-access.js';
import {
  type AuthorityKeyIdentifier,
  readAuthorityKeyIdentifier,
  readNamedBits,
} from '../../x509/key-extensions.js';

const maximumExtensionBytes = 65_536;

/** The extensions of RFC 5280 §5.2 that decide how a CRL may be used. */
export interface CrlExtensions {
  /** cRLNumber (RFC 5280 §5.2.3). */
  readonly number: bigint | undefined;
  /** BaseCRLNumber of deltaCRLIndicator (RFC 5280 §5.2.4). Undefined for a complete CRL. */
  readonly baseNumber: bigint | undefined;
  readonly issuingDistributionPoint: IssuingDistributionPoint | undefined;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
  /** It has a critical extension that RFC 5280 §5.2 does not define, so the CRL must not be used. */
  readonly hasUnknownCriticalExtension: boolean;
}

const knownExtensions: ReadonlySet<string> = new Set([
  Oid.authorityKeyIdentifier,
  Oid.issuerAltName,
  Oid.crlNumber,
  Oid.deltaCrlIndicator,
  Oid.issuingDistributionPoint,
  Oid.freshestCrl,
]);

/** Decodes the extensions of a CRL. Throws DerError where a known one can't be decoded: then the CRL is malformed. */
export function readCrlExtensionValues(extensions: Extensions): CrlExtensions {
  decodeExtension(extensions, Oid.issuerAltName, (reader) => readGeneralNames(reader));
  decodeExtension(extensions, Oid.freshestCrl, readDistributionPoints);
  return {
    number: decodeExtension(extensions, Oid.crlNumber, readCrlNumber),
    baseNumber: decodeExtension(extensions, Oid.deltaCrlIndicator, readCrlNumber),
    issuingDistributionPoint: decodeExtension(
      extensions,
      Oid.issuingDistributionPoint,
      readIssuingDistributionPoint,
    ),
    authorityKeyIdentifier: decodeExtension(
      extensions,
      Oid.authorityKeyIdentifier,
      readAuthorityKeyIdentifier,
    ),
    hasUnknownCriticalExtension: [...extensions.values()].some(
      ({ critical, type }) => critical && !knownExtensions.has(type),
    ),
  };
}

function decodeExtension<Value>(
  extensions: Extensions,
  type: string,
  read: (reader: DerReader) => Value,
): Value | undefined {
  const extension = extensions.get(type);
  if (extension === undefined) return undefined;
  const result = parseDer(extension.value, maximumExtensionBytes, read);
  if (!result.ok) throw new DerError('malformed extension');
  return result.value;
}

/** CRLNumber: 0 or more, of up to 20 octets (RFC 5280 §5.2.3). */
function readCrlNumber(reader: DerReader): bigint {
  const octets = reader.integerOctets();
  if (octets.length > 20 || octetAt(octets, 0) >= 0x80) throw new DerError('bad crl number');
  return BigInt(`0x${hex(octets)}`);
}

/** IssuingDistributionPoint (RFC 5280 §5.2.5): which certificates the CRL is for. */
export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | undefined;
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCaCerts: boolean;
  readonly onlyContainsAttributeCerts: boolean;
  /** The sum of ReasonFlag bits. Undefined means all reasons. */
  readonly onlySomeReasons: number | undefined;
  readonly indirectCrl: boolean;
}

/**
 * Reads an IssuingDistributionPoint. Refuses what RFC 5280 §5.2.5 forbids: an empty sequence, and more than one of the three
 * "only contains". Throws DerError.
 */
function readIssuingDistributionPoint(reader: DerReader): IssuingDistributionPoint {
  const fields = reader.into();
  if (fields.done) throw new DerError('empty issuing distribution point');
  const point = readIssuingDistributionPointFields(fields);
  fields.end();
  const { onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts } = point;
  if ([onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts].filter(Boolean).length > 1) {
    throw new DerError('contradictory issuing distribution point');
  }
  return point;
}

function readIssuingDistributionPointFields(fields: DerReader): IssuingDistributionPoint {
  const explicit = fields.optionalInto(contextConstructed(0));
  const name = explicit === undefined ? undefined : readDistributionPointName(explicit);
  explicit?.end();
  return {
    name,
    onlyContainsUserCerts: readFlag(fields, 1),
    onlyContainsCaCerts: readFlag(fields, 2),
    onlySomeReasons:
      fields.peek() === contextPrimitive(3) ? readNamedBits(fields, contextPrimitive(3)) : undefined,
    indirectCrl: readFlag(fields, 4),
    onlyContainsAttributeCerts: readFlag(fields, 5),
  };
}

/** A BOOLEAN DEFAULT FALSE. DER does not encode FALSE. */
function readFlag(fields: DerReader, n: number): boolean {
  const element = fields.optional(contextPrimitive(n));
  if (element === undefined) return false;
  if (element.content.length !== 1 || element.content[0] !== 0xff) throw new DerError('bad boolean');
  return true;
}
