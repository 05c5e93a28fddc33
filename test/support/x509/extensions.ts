import { contextConstructed, der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';

/** An extension to write. */
export interface ExtensionPlan {
  readonly type: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const extension = (type: string, critical: boolean, value: Uint8Array): ExtensionPlan => ({
  type,
  critical,
  value,
});

export const encodeExtensions = (extensions: readonly ExtensionPlan[]): Uint8Array =>
  der.sequence(
    ...extensions.map(({ type, critical, value }) =>
      der.sequence(der.oid(type), ...(critical ? [der.boolean(true)] : []), der.octetString(value)),
    ),
  );

export const basicConstraints = (ca: boolean, pathLength?: number, critical = true): ExtensionPlan =>
  extension(
    Oid.basicConstraints,
    critical,
    der.sequence(
      ...(ca ? [der.boolean(true)] : []),
      ...(pathLength === undefined ? [] : [der.integer(pathLength)]),
    ),
  );

/** A BIT STRING with named bits, given as the sum of `1 << n`. */
export function namedBits(flags: number): Uint8Array {
  const bits = 32 - Math.clz32(flags);
  const octets = new Uint8Array(Math.ceil(bits / 8));
  for (let bit = 0; bit < bits; bit++) if ((flags & (1 << bit)) !== 0) octets[bit >> 3] |= 0x80 >> (bit & 7);
  return der.bitString(octets, octets.length * 8 - bits);
}

export const keyUsage = (flags: number, critical = true): ExtensionPlan =>
  extension(Oid.keyUsage, critical, namedBits(flags));

export const subjectKeyIdentifier = (identifier: Uint8Array): ExtensionPlan =>
  extension(Oid.subjectKeyIdentifier, false, der.octetString(identifier));

export const authorityKeyIdentifier = (identifier: Uint8Array): ExtensionPlan =>
  extension(Oid.authorityKeyIdentifier, false, der.sequence(der.contextOctets(0, identifier)));

export const authorityIssuerAndSerial = (issuer: Uint8Array, serial: number): ExtensionPlan =>
  extension(
    Oid.authorityKeyIdentifier,
    false,
    der.sequence(
      der.context(1, der.context(4, issuer)),
      der.contextOctets(2, der.integer(serial).subarray(2)),
    ),
  );

export const certificatePolicies = (policies: readonly string[], critical = false): ExtensionPlan =>
  extension(
    Oid.certificatePolicies,
    critical,
    der.sequence(...policies.map((policy) => der.sequence(der.oid(policy)))),
  );

export const policyMappings = (
  mappings: readonly (readonly [issuer: string, subject: string])[],
  critical = true,
): ExtensionPlan =>
  extension(
    Oid.policyMappings,
    critical,
    der.sequence(...mappings.map(([issuer, subject]) => der.sequence(der.oid(issuer), der.oid(subject)))),
  );

export const policyConstraints = (
  requireExplicitPolicy?: number,
  inhibitPolicyMapping?: number,
): ExtensionPlan =>
  extension(
    Oid.policyConstraints,
    true,
    der.sequence(
      ...[requireExplicitPolicy, inhibitPolicyMapping].flatMap((skip, n) =>
        skip === undefined ? [] : [der.contextOctets(n, der.integer(skip).subarray(2))],
      ),
    ),
  );

export const inhibitAnyPolicy = (skip: number): ExtensionPlan =>
  extension(Oid.inhibitAnyPolicy, true, der.integer(skip));

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** GeneralName encodings. */
export const generalName = {
  email: (text: string): Uint8Array => der.contextOctets(1, ascii(text)),
  dns: (text: string): Uint8Array => der.contextOctets(2, ascii(text)),
  uri: (text: string): Uint8Array => der.contextOctets(6, ascii(text)),
  ip: (...octets: readonly number[]): Uint8Array => der.contextOctets(7, Uint8Array.from(octets)),
  directory: (name: Uint8Array): Uint8Array => der.context(4, name),
  registeredId: (id: string): Uint8Array => der.contextOctets(8, der.oid(id).subarray(2)),
  other: (): Uint8Array => der.context(0, der.oid('1.2.3'), der.context(0, der.utf8String('x'))),
};

export const subjectAltName = (names: readonly Uint8Array[], critical = false): ExtensionPlan =>
  extension(Oid.subjectAltName, critical, der.sequence(...names));

export const nameConstraints = (
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[],
  critical = true,
): ExtensionPlan =>
  extension(
    Oid.nameConstraints,
    critical,
    der.sequence(
      ...[permitted, excluded].flatMap((bases, n) =>
        bases.length === 0
          ? []
          : [der.encode(contextConstructed(n), ...bases.map((base) => der.sequence(base)))],
      ),
    ),
  );

export const extendedKeyUsage = (purposes: readonly string[], critical = false): ExtensionPlan =>
  extension(Oid.extKeyUsage, critical, der.sequence(...purposes.map(der.oid)));

/** CRLDistributionPoints of full names, one point each. */
export const crlDistributionPoints = (uris: readonly string[], critical = false): ExtensionPlan =>
  extension(
    Oid.crlDistributionPoints,
    critical,
    der.sequence(...uris.map((uri) => der.sequence(der.context(0, der.context(0, generalName.uri(uri)))))),
  );

export const authorityInfoAccess = (ocsp: string): ExtensionPlan =>
  extension(
    Oid.authorityInfoAccess,
    false,
    der.sequence(der.sequence(der.oid(Oid.ocsp), generalName.uri(ocsp))),
  );

/** MOICA's attributes: the last four digits and the kind of subject. */
export const moicaAttributes = (lastFourDigits: string): ExtensionPlan =>
  extension(
    Oid.subjectDirectoryAttributes,
    false,
    der.sequence(
      der.sequence(der.oid(Oid.moicaLastFourDigits), der.setOf(der.printableString(lastFourDigits))),
      der.sequence(der.oid(Oid.moicaSubjectType), der.setOf(der.oid(Oid.moicaNaturalPerson))),
    ),
  );

export { extension };
