import { type DerReader, parseDer } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, maximumCertificateBytes } from './certificate.js';
import { type DirectoryAttribute, readDirectoryAttributes } from './directory-attributes.js';
import { type GeneralName, readGeneralNames } from './general-name.js';
import {
  type AccessDescription,
  type DistributionPoint,
  readAuthorityInfoAccess,
  readDistributionPoints,
} from './information-access.js';
import {
  type AuthorityKeyIdentifier,
  readAuthorityKeyIdentifier,
  readExtendedKeyUsage,
  readKeyUsage,
  readSubjectKeyIdentifier,
} from './key-extensions.js';
import { Oid } from './oids.js';
import {
  type BasicConstraints,
  type NameConstraints,
  readBasicConstraints,
  readNameConstraints,
} from './path-extensions.js';
import {
  type PolicyConstraints,
  type PolicyMapping,
  readCertificatePolicies,
  readInhibitAnyPolicy,
  readPolicyConstraints,
  readPolicyMappings,
} from './policy-extensions.js';

/** The extensions of RFC 5280 §4.2, decoded. Undefined where the certificate does not have one. */
export interface CertificateExtensions {
  readonly basicConstraints?: BasicConstraints;
  /** The sum of KeyUsage bits. */
  readonly keyUsage?: number;
  readonly extendedKeyUsage?: readonly string[];
  readonly subjectKeyIdentifier?: Uint8Array;
  readonly authorityKeyIdentifier?: AuthorityKeyIdentifier;
  readonly certificatePolicies?: readonly string[];
  /** A policy qualifier of a kind that RFC 5280 §4.2.1.4 does not define. Undefined where there is none. */
  readonly unknownPolicyQualifier?: string;
  readonly policyMappings?: readonly PolicyMapping[];
  readonly policyConstraints?: PolicyConstraints;
  readonly inhibitAnyPolicy?: number;
  readonly nameConstraints?: NameConstraints;
  readonly subjectAltName?: readonly GeneralName[];
  readonly issuerAltName?: readonly GeneralName[];
  readonly crlDistributionPoints?: readonly DistributionPoint[];
  readonly freshestCrl?: readonly DistributionPoint[];
  readonly authorityInfoAccess?: readonly AccessDescription[];
  readonly subjectDirectoryAttributes?: readonly DirectoryAttribute[];
}

type Writable = { -readonly [Key in keyof CertificateExtensions]: CertificateExtensions[Key] };

const decoders: ReadonlyMap<string, (into: Writable, reader: DerReader) => unknown> = new Map([
  decoder(Oid.basicConstraints, 'basicConstraints', readBasicConstraints),
  decoder(Oid.keyUsage, 'keyUsage', readKeyUsage),
  decoder(Oid.extKeyUsage, 'extendedKeyUsage', readExtendedKeyUsage),
  decoder(Oid.subjectKeyIdentifier, 'subjectKeyIdentifier', readSubjectKeyIdentifier),
  decoder(Oid.authorityKeyIdentifier, 'authorityKeyIdentifier', readAuthorityKeyIdentifier),
  [Oid.certificatePolicies, (into, reader) => Object.assign(into, readCertificatePolicies(reader))],
  decoder(Oid.policyMappings, 'policyMappings', readPolicyMappings),
  decoder(Oid.policyConstraints, 'policyConstraints', readPolicyConstraints),
  decoder(Oid.inhibitAnyPolicy, 'inhibitAnyPolicy', readInhibitAnyPolicy),
  decoder(Oid.nameConstraints, 'nameConstraints', readNameConstraints),
  decoder(Oid.subjectAltName, 'subjectAltName', readGeneralNames),
  decoder(Oid.issuerAltName, 'issuerAltName', readGeneralNames),
  decoder(Oid.crlDistributionPoints, 'crlDistributionPoints', readDistributionPoints),
  decoder(Oid.freshestCrl, 'freshestCrl', readDistributionPoints),
  decoder(Oid.authorityInfoAccess, 'authorityInfoAccess', readAuthorityInfoAccess),
  decoder(Oid.subjectDirectoryAttributes, 'subjectDirectoryAttributes', readDirectoryAttributes),
]);

function decoder<Key extends keyof CertificateExtensions>(
  type: string,
  key: Key,
  read: (reader: DerReader) => CertificateExtensions[Key],
): [string, (into: Writable, reader: DerReader) => unknown] {
  return [type, (into, reader) => (into[key] = read(reader))];
}

type Decoded = Result<CertificateExtensions, 'extension-malformed'>;

const decodedBefore = new WeakMap<Certificate, Decoded>();

/**
 * The certificate's extensions, decoded once for each certificate object. Fails with `extension-malformed` where an extension,
 * critical or not, is not as RFC 5280 §4.2 defines it; `values.extension` is its object identifier. Extensions of other types are
 * not looked at.
 */
export function certificateExtensions(certificate: Certificate): Decoded {
  const known = decodedBefore.get(certificate);
  if (known !== undefined) return known;
  const decoded = decode(certificate);
  decodedBefore.set(certificate, decoded);
  return decoded;
}

function decode(certificate: Certificate): Decoded {
  const decoded: Writable = {};
  for (const { type, value } of certificate.extensions.values()) {
    const into = decoders.get(type);
    if (into === undefined) continue;
    const read = parseDer(value, maximumCertificateBytes, (reader) => into(decoded, reader));
    if (!read.ok) return fail('extension-malformed', { extension: type });
  }
  return ok(decoded);
}
