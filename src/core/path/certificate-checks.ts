import { equalOctets } from '../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  type Extensions,
  KeyUsage,
  Oid,
} from '../x509/index.js';
import { failureAt, type PathFailure } from './errors.js';

/** RFC 5280 §4.1.2.2. One leading zero octet, which stands for the sign, is not counted. */
const maximumSerialOctets = 20;

/**
 * Extensions that path validation and revocation checking process, so that they may be critical (RFC 5280 §4.2). Key identifiers
 * and access descriptions are never critical.
 */
const processed: ReadonlySet<string> = new Set([
  Oid.keyUsage,
  Oid.subjectAltName,
  Oid.basicConstraints,
  Oid.nameConstraints,
  Oid.crlDistributionPoints,
  Oid.certificatePolicies,
  Oid.policyMappings,
  Oid.policyConstraints,
  Oid.extKeyUsage,
  Oid.inhibitAnyPolicy,
]);

/** A check of one certificate by itself. */
type CertificateCheck = (
  certificate: Certificate,
  extensions: CertificateExtensions,
  at: number,
) => PathFailure | undefined;

/** Checks for a certificate at any place in a path. None uses cryptography. The cheapest come first. */
const certificateChecks: readonly CertificateCheck[] = [
  checkSerialNumber,
  checkAlgorithmsAgree,
  checkNames,
  checkCriticalExtensions,
  checkValidity,
];

/** RFC 5280 §6.1.4 (k): whether a certificate may issue others. */
export function checkAuthority(
  certificate: Certificate,
  { basicConstraints }: CertificateExtensions,
): PathFailure | undefined {
  return certificate.version === 3 && basicConstraints?.ca === true
    ? undefined
    : failureAt(certificate, 'issuer-not-ca');
}

/** RFC 5280 §6.1.4 (n): whether its key may sign others. */
export function checkKeyUsage(
  certificate: Certificate,
  { keyUsage }: CertificateExtensions,
): PathFailure | undefined {
  const allowed = keyUsage === undefined || (keyUsage & KeyUsage.keyCertSign) !== 0;
  return allowed ? undefined : failureAt(certificate, 'issuer-key-usage');
}

const anchorChecks: readonly CertificateCheck[] = [
  checkCriticalExtensions,
  checkAuthority,
  checkKeyUsage,
  checkPolicyMappings,
];

/**
 * RFC 5280 leaves the choice of anchors to the user and does not read their certificates. We refuse one whose certificate says
 * that it is no CA, has a critical extension that we do not process, or maps anyPolicy (RFC 5937). A certificate of version 1 says
 * nothing of this.
 */
export function anchorCertificateFailure(certificate: Certificate): PathFailure | undefined {
  return certificate.version === 1 ? undefined : firstCertificateFailure(anchorChecks, certificate, 0);
}

/** Runs {@link certificateChecks} at a time (milliseconds since the epoch): the first failure, or undefined. */
export function certificateFailure(certificate: Certificate, at: number): PathFailure | undefined {
  return firstCertificateFailure(certificateChecks, certificate, at);
}

function firstCertificateFailure(
  checks: readonly CertificateCheck[],
  certificate: Certificate,
  at: number,
): PathFailure | undefined {
  const decoded = certificateExtensions(certificate);
  if (!decoded.ok) return failureAt(certificate, decoded.failure.code, decoded.failure.values);
  for (const check of checks) {
    const failure = check(certificate, decoded.value, at);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function checkSerialNumber(certificate: Certificate): PathFailure | undefined {
  const { serialNumber } = certificate;
  const octets = serialNumber[0] === 0 ? serialNumber.length - 1 : serialNumber.length;
  return octets > maximumSerialOctets ? failureAt(certificate, 'serial-number-too-long') : undefined;
}

function checkAlgorithmsAgree(certificate: Certificate): PathFailure | undefined {
  const { signatureAlgorithm, tbsSignatureAlgorithm } = certificate;
  return equalOctets(signatureAlgorithm.der, tbsSignatureAlgorithm.der)
    ? undefined
    : failureAt(certificate, 'signature-algorithm-mismatch');
}

function checkNames(certificate: Certificate, extensions: CertificateExtensions): PathFailure | undefined {
  const named = certificate.subject.relativeNames.length > 0 || hasAlternativeName(certificate, extensions);
  return certificate.issuer.relativeNames.length > 0 && named
    ? undefined
    : failureAt(certificate, 'name-missing');
}

// RFC 5280 §4.1.2.6: a name that is only in subjectAltName is critical there. Authorities and CRL issuers always have a subject.
function hasAlternativeName(
  { extensions }: Certificate,
  { basicConstraints, keyUsage = 0 }: CertificateExtensions,
): boolean {
  const issues =
    basicConstraints?.ca === true || (keyUsage & (KeyUsage.keyCertSign | KeyUsage.crlSign)) !== 0;
  return !issues && isCritical(extensions, Oid.subjectAltName);
}

function checkCriticalExtensions(
  certificate: Certificate,
  { unknownPolicyQualifier }: CertificateExtensions,
): PathFailure | undefined {
  for (const { type, critical } of certificate.extensions.values()) {
    if (critical && !processed.has(type)) {
      return failureAt(certificate, 'critical-extension-unknown', { extension: type });
    }
  }
  // RFC 5280 §4.2.1.4: who can't interpret a qualifier of critical policies refuses the certificate.
  return unknownPolicyQualifier !== undefined && isCritical(certificate.extensions, Oid.certificatePolicies)
    ? failureAt(certificate, 'critical-extension-unknown', { extension: Oid.certificatePolicies })
    : undefined;
}

function isCritical(extensions: Extensions, type: string): boolean {
  return extensions.get(type)?.critical === true;
}

/** RFC 5280 §6.1.4 (a): anyPolicy is not mapped, neither from nor to. */
export function checkPolicyMappings(
  certificate: Certificate,
  { policyMappings = [] }: CertificateExtensions,
): PathFailure | undefined {
  const mapsAny = policyMappings.some(
    ({ issuerDomainPolicy, subjectDomainPolicy }) =>
      issuerDomainPolicy === Oid.anyPolicy || subjectDomainPolicy === Oid.anyPolicy,
  );
  return mapsAny ? failureAt(certificate, 'policy-mapping-invalid') : undefined;
}

function checkValidity(
  certificate: Certificate,
  _extensions: CertificateExtensions,
  at: number,
): PathFailure | undefined {
  if (at < certificate.notBefore) return failureAt(certificate, 'certificate-not-yet-valid');
  // notAfter means the whole of that second (RFC 5280 §4.1.2.5).
  return at >= certificate.notAfter + 1000 ? failureAt(certificate, 'certificate-expired') : undefined;
}

/** A certificate's extensions, or none where they can't be decoded. {@link certificateFailure} refuses such a certificate. */
export function readableExtensions(certificate: Certificate): CertificateExtensions {
  const decoded = certificateExtensions(certificate);
  return decoded.ok ? decoded.value : {};
}
