import { namesEqual, Oid } from '../../x509/index.js';
import { type CrlIndex } from './crl-index.js';

/**
 * The delta CRLs among `crls` that may be read together with this complete CRL, newest first (RFC 5280 5.2.4 and 6.3.3 (c)):
 * the same issuer, scope and authority key, a base no newer than the complete CRL, and a number above its own.
 */
export function deltasFor(complete: CrlIndex, crls: readonly CrlIndex[]): readonly CrlIndex[] {
  const number = complete.extensions.number;
  if (number === undefined) return [];
  return crls
    .filter((delta) => extendsNumber(delta, number) && sameScope(complete, delta))
    .sort((one, other) => other.thisUpdate - one.thisUpdate);
}

function extendsNumber({ extensions }: CrlIndex, complete: bigint): boolean {
  const { baseNumber, number } = extensions;
  return baseNumber !== undefined && number !== undefined && baseNumber <= complete && number > complete;
}

function sameScope(complete: CrlIndex, delta: CrlIndex): boolean {
  return (
    namesEqual(complete.issuer, delta.issuer) &&
    sameExtension(complete, delta, Oid.issuingDistributionPoint) &&
    sameExtension(complete, delta, Oid.authorityKeyIdentifier)
  );
}

function sameExtension(one: CrlIndex, other: CrlIndex, type: string): boolean {
  const value = one.extensionValue(type);
  const otherValue = other.extensionValue(type);
  if (value === undefined || otherValue === undefined) return value === otherValue;
  return Buffer.compare(value, otherValue) === 0;
}
