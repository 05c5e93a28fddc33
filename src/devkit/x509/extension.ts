import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import { generalName, generalNames, type GeneralNameShape } from './name.js';

/** An extension to build. */
export interface ExtensionShape {
  readonly type: string;
  readonly critical?: boolean;
  /** The content of the extnValue OCTET STRING. It need not be DER. */
  readonly value: Uint8Array;
}

/** Any extension. */
export const extension = (type: string, value: Uint8Array, critical = false): ExtensionShape => ({
  type,
  value,
  critical,
});

/** Extension (RFC 5280 §4.2), DER. */
export function encodeExtension({ type, critical = false, value }: ExtensionShape): Uint8Array {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.oid(type), ...flag, der.octetString(value));
}

/** The bits of KeyUsage in order (RFC 5280 §4.2.1.3). */
const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

/** A name of a KeyUsage bit. */
export type KeyUsageBit = (typeof keyUsageBits)[number];

/** The content of a named-bit BIT STRING, without trailing zero bits (X.690 §11.2.2). */
export function namedBits(set: readonly number[]): { readonly octets: Uint8Array; readonly unused: number } {
  if (set.length === 0) return { octets: new Uint8Array(), unused: 0 };
  const highest = Math.max(...set);
  const octets = Uint8Array.from({ length: Math.floor(highest / 8) + 1 }, (_, place) =>
    set.filter((bit) => Math.floor(bit / 8) === place).reduce((octet, bit) => octet | (0x80 >> (bit % 8)), 0),
  );
  return { octets, unused: 7 - (highest % 8) };
}

/** keyUsage, critical. */
export function keyUsage(...usages: readonly KeyUsageBit[]): ExtensionShape {
  const { octets, unused } = namedBits(usages.map((usage) => keyUsageBits.indexOf(usage)));
  return extension(Oid.keyUsage, der.bitString(octets, unused), true);
}

/** basicConstraints, critical. The sequence is empty if `ca` is false. */
export function basicConstraints(ca: boolean, pathLength?: number): ExtensionShape {
  const fields = ca ? [der.boolean(true)] : [];
  const length = pathLength === undefined ? [] : [der.integer(pathLength)];
  return extension(Oid.basicConstraints, der.sequence(...fields, ...length), true);
}

/** subjectKeyIdentifier. */
export const subjectKeyIdentifier = (identifier: Uint8Array): ExtensionShape =>
  extension(Oid.subjectKeyIdentifier, der.octetString(identifier));

/** authorityKeyIdentifier: the issuer's key identifier, or its issuer and serial number, or both. */
export function authorityKeyIdentifier(of: {
  readonly keyIdentifier?: Uint8Array;
  readonly issuer?: readonly GeneralNameShape[];
  readonly serialNumber?: Uint8Array;
}): ExtensionShape {
  const fields = [
    ...(of.keyIdentifier === undefined ? [] : [der.contextOctets(0, of.keyIdentifier)]),
    ...(of.issuer === undefined ? [] : [der.context(1, ...of.issuer.map(generalName))]),
    ...(of.serialNumber === undefined ? [] : [der.contextOctets(2, of.serialNumber)]),
  ];
  return extension(Oid.authorityKeyIdentifier, der.sequence(...fields));
}

/** extKeyUsage. */
export const extendedKeyUsage = (purposes: readonly string[], critical = false): ExtensionShape =>
  extension(Oid.extKeyUsage, der.sequence(...purposes.map(der.oid)), critical);

/** subjectAltName. */
export const subjectAltName = (names: readonly GeneralNameShape[], critical = false): ExtensionShape =>
  extension(Oid.subjectAltName, generalNames(names), critical);

/** authorityInfoAccess: the addresses of the OCSP responder and of the issuer's certificate. */
export function authorityInfoAccess(at: {
  readonly ocsp?: readonly string[];
  readonly caIssuers?: readonly string[];
}): ExtensionShape {
  const access = (method: string, uri: string): Uint8Array =>
    der.sequence(der.oid(method), generalName({ uri }));
  return extension(
    Oid.authorityInfoAccess,
    der.sequence(
      ...(at.ocsp ?? []).map((uri) => access(Oid.ocsp, uri)),
      ...(at.caIssuers ?? []).map((uri) => access(Oid.caIssuers, uri)),
    ),
  );
}

/** id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1). */
export const ocspNoCheck = (): ExtensionShape => extension(Oid.ocspNoCheck, der.nullValue());

/** subjectDirectoryAttributes (RFC 5280 §4.2.1.8): each attribute with its values in DER. */
export function subjectDirectoryAttributes(
  attributes: readonly (readonly [type: string, ...values: readonly Uint8Array[]])[],
): ExtensionShape {
  const encoded = attributes.map(([type, ...values]) => der.sequence(der.oid(type), der.setOf(...values)));
  return extension(Oid.subjectDirectoryAttributes, der.sequence(...encoded));
}

/** certificatePolicies (RFC 5280 §4.2.1.4). A policy may have qualifiers, in DER. */
export function certificatePolicies(
  policies: readonly (string | readonly [policy: string, ...qualifiers: readonly Uint8Array[]])[],
  critical = false,
): ExtensionShape {
  const information = policies.map((each) => {
    const [policy, ...qualifiers] = typeof each === 'string' ? [each] : each;
    return der.sequence(der.oid(policy), ...(qualifiers.length === 0 ? [] : [der.sequence(...qualifiers)]));
  });
  return extension(Oid.certificatePolicies, der.sequence(...information), critical);
}

/** policyMappings (RFC 5280 §4.2.1.5): from the issuer's policy to the subject's policy. */
export const policyMappings = (
  pairs: readonly (readonly [issuerDomain: string, subjectDomain: string])[],
  critical = true,
): ExtensionShape =>
  extension(
    Oid.policyMappings,
    der.sequence(...pairs.map(([from, to]) => der.sequence(der.oid(from), der.oid(to)))),
    critical,
  );

/** policyConstraints (RFC 5280 §4.2.1.11), critical. */
export function policyConstraints(constraints: {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}): ExtensionShape {
  const skip = (tag: number, certificates: number | undefined): Uint8Array[] =>
    certificates === undefined ? [] : [der.contextOctets(tag, der.integer(certificates).subarray(2))];
  return extension(
    Oid.policyConstraints,
    der.sequence(...skip(0, constraints.requireExplicitPolicy), ...skip(1, constraints.inhibitPolicyMapping)),
    true,
  );
}

/** inhibitAnyPolicy (RFC 5280 §4.2.1.14), critical. */
export const inhibitAnyPolicy = (skipCertificates: number): ExtensionShape =>
  extension(Oid.inhibitAnyPolicy, der.integer(skipCertificates), true);

/** nameConstraints (RFC 5280 §4.2.1.10), critical. */
export function nameConstraints(constraints: {
  readonly permitted?: readonly GeneralNameShape[];
  readonly excluded?: readonly GeneralNameShape[];
}): ExtensionShape {
  const subtrees = (tag: number, names: readonly GeneralNameShape[] | undefined): Uint8Array[] =>
    names === undefined ? [] : [der.context(tag, ...names.map((name) => der.sequence(generalName(name))))];
  return extension(
    Oid.nameConstraints,
    der.sequence(...subtrees(0, constraints.permitted), ...subtrees(1, constraints.excluded)),
    true,
  );
}
