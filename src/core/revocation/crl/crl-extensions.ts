import { DerError, type DerReader, parseDer } from '../../der/index.js';
import { readDistributionPoints } from '../../x509/distribution-points.js';
import { readGeneralNames } from '../../x509/general-name.js';
import { type Extensions, Oid } from '../../x509/index.js';
import { type AuthorityKeyIdentifier, readAuthorityKeyIdentifier } from '../../x509/key-identifiers.js';
import { type IssuingDistributionPoint, readIssuingDistributionPoint } from './issuing-distribution-point.js';

const maximumExtensionBytes = 65_536;

/** The extensions of RFC 5280 5.2 that decide how a CRL may be used. */
export interface CrlExtensions {
  /** cRLNumber (5.2.3). */
  readonly number: bigint | undefined;
  /** BaseCRLNumber of deltaCRLIndicator (5.2.4); undefined on a complete CRL. */
  readonly baseNumber: bigint | undefined;
  readonly issuingDistributionPoint: IssuingDistributionPoint | undefined;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
  /** There is a critical extension that is none of RFC 5280 5.2: the CRL must not be used (5.2). */
  readonly hasUnknownCriticalExtension: boolean;
}

const known: ReadonlySet<string> = new Set([
  Oid.authorityKeyIdentifier,
  Oid.issuerAltName,
  Oid.crlNumber,
  Oid.deltaCrlIndicator,
  Oid.issuingDistributionPoint,
  Oid.freshestCrl,
]);

/** Decodes the extensions of a CRL; one that is known and does not decode makes the CRL malformed. Throws DerError. */
export function readCrlExtensionValues(extensions: Extensions): CrlExtensions {
  decode(extensions, Oid.issuerAltName, (reader) => readGeneralNames(reader));
  decode(extensions, Oid.freshestCrl, readDistributionPoints);
  return {
    number: decode(extensions, Oid.crlNumber, readCrlNumber),
    baseNumber: decode(extensions, Oid.deltaCrlIndicator, readCrlNumber),
    issuingDistributionPoint: decode(extensions, Oid.issuingDistributionPoint, readIssuingDistributionPoint),
    authorityKeyIdentifier: decode(extensions, Oid.authorityKeyIdentifier, readAuthorityKeyIdentifier),
    hasUnknownCriticalExtension: [...extensions.values()].some(
      ({ critical, type }) => critical && !known.has(type),
    ),
  };
}

function decode<Value>(
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

/** CRLNumber: 0 or more, of up to 20 octets (RFC 5280 5.2.3). */
function readCrlNumber(reader: DerReader): bigint {
  const octets = reader.integerOctets();
  if (octets.length > 20 || octets[0] >= 0x80) throw new DerError('bad crl number');
  return BigInt(`0x${Buffer.from(octets).toString('hex')}`);
}
