import { equalOctets } from '../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  KeyUsage,
  Oid,
} from '../x509/index.js';
import { blame, type PathFailure } from './errors.js';

// RFC 5280 §4.1.2.2; the octet more is the sign's.
const maximumSerialOctets = 20;

// What path validation processes (4.2), revocation checking included. Key identifiers and access descriptions never are critical.
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

/** What a certificate must be wherever it stands in a path; no cryptography. Cheapest first. */
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
    : blame(certificate, 'issuer-not-ca');
}

/** RFC 5280 §6.1.4 (n): whether its key may sign others. */
export function checkKeyUsage(
  certificate: Certificate,
  { keyUsage }: CertificateExtensions,
): PathFailure | undefined {
  const allowed = keyUsage === undefined || (keyUsage & KeyUsage.keyCertSign) !== 0;
  return allowed ? undefined : blame(certificate, 'issuer-key-usage');
}

/**
 * RFC 5280 leaves the choice of anchors to their owner and their certificates unread; one that says of itself that it is no
 * authority, or something critical that we can't read, is refused nevertheless (RFC 5937). Version 1 says nothing.
 */
export function anchorCertificateFailure(certificate: Certificate): PathFailure | undefined {
  if (certificate.version === 1) return undefined;
  return firstCertificateFailure([checkCriticalExtensions, checkAuthority, checkKeyUsage], certificate, 0);
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
  if (!decoded.ok) return blame(certificate, decoded.failure.code, decoded.failure.values);
  for (const check of checks) {
    const failure = check(certificate, decoded.value, at);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function checkSerialNumber(certificate: Certificate): PathFailure | undefined {
  const { serialNumber } = certificate;
  const octets = serialNumber[0] === 0 ? serialNumber.length - 1 : serialNumber.length;
  return octets > maximumSerialOctets ? blame(certificate, 'serial-number-too-long') : undefined;
}

function checkAlgorithmsAgree(certificate: Certificate): PathFailure | undefined {
  const { signatureAlgorithm, tbsSignatureAlgorithm } = certificate;
  return equalOctets(signatureAlgorithm.der, tbsSignatureAlgorithm.der)
    ? undefined
    : blame(certificate, 'signature-algorithm-mismatch');
}

function checkNames(
  certificate: Certificate,
  { subjectAltName }: CertificateExtensions,
): PathFailure | undefined {
  const { issuer, subject } = certificate;
  const named = subject.relativeNames.length > 0 || subjectAltName !== undefined;
  return issuer.relativeNames.length > 0 && named ? undefined : blame(certificate, 'name-missing');
}

function checkCriticalExtensions(certificate: Certificate): PathFailure | undefined {
  for (const { type, critical } of certificate.extensions.values()) {
    if (critical && !processed.has(type)) {
      return blame(certificate, 'critical-extension-unknown', { extension: type });
    }
  }
  return undefined;
}

function checkValidity(
  certificate: Certificate,
  _extensions: CertificateExtensions,
  at: number,
): PathFailure | undefined {
  if (at < certificate.notBefore) return blame(certificate, 'certificate-not-yet-valid');
  // notAfter names a whole second (4.1.2.5).
  return at >= certificate.notAfter + 1000 ? blame(certificate, 'certificate-expired') : undefined;
}

/** A certificate's extensions, or none where they do not decode: certificateChecks refuse such a certificate. */
export function readableExtensions(certificate: Certificate): CertificateExtensions {
  const decoded = certificateExtensions(certificate);
  return decoded.ok ? decoded.value : {};
}
