import { equalOctets } from '../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  KeyUsage,
  Oid,
} from '../x509/index.js';
import { verifySignature } from '../x509/signature.js';
import { allReasons } from './crl/crl-scope.js';
import type { OcspAnswer } from './ocsp/ocsp-answer.js';
import { certificateIdMatches } from './ocsp/ocsp-request.js';
import { isResponder, type OcspResponse } from './ocsp/ocsp-response.js';
import {
  type CrlOrOcspResponse,
  type Finding,
  type IssuerKey,
  mayBeLookedInto,
  type RevocationContext,
  type CertificateUnderCheck,
  unusable,
} from './revocation-context.js';

/**
 * What an OCSP response says about a certificate (RFC 6960 §3.2): the strictest of its current answers. Undefined where it only
 * answers for other certificates.
 */
export function ocspFinding(
  response: OcspResponse,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): Finding | undefined {
  const { certificate, issuers } = checked;
  const answers = response.answers.filter(({ certificateId }) =>
    certificateIdMatches(certificateId, certificate, issuers[0].subjectPublicKeyInfo),
  );
  if (answers.length === 0) return undefined;
  if ([response, ...answers].some(({ hasUnknownCriticalExtension }) => hasUnknownCriticalExtension))
    return unusable('ocsp-critical-extension');
  const current = answers.filter((answer) => isCurrent(answer, response, context));
  if (current.length === 0) return unusable('ocsp-not-current');
  const data = responderData(response, checked, context);
  if (data === undefined) return unusable('ocsp-responder-unauthorised');
  return strictest(current, [response, ...data]);
}

function strictest(answers: readonly OcspAnswer[], data: readonly CrlOrOcspResponse[]): Finding {
  for (const { status } of answers)
    if (typeof status === 'object') return { kind: 'revoked', revocation: status, data };
  if (answers.some(({ status }) => status === 'unknown')) return unusable('ocsp-says-unknown');
  return { kind: 'clear', reasons: allReasons, data };
}

/**
 * RFC 6960 §3.2 (5), (6) and §4.2.2.1. Stricter: the response must be produced between thisUpdate and now, and there is a maximum
 * age, with or without nextUpdate.
 */
function isCurrent(
  { thisUpdate, nextUpdate = Infinity }: OcspAnswer,
  { producedAt }: OcspResponse,
  { at, clockTolerance, maximumOcspAge }: RevocationContext,
): boolean {
  const begun = thisUpdate <= producedAt + clockTolerance && producedAt <= at + clockTolerance;
  return begun && thisUpdate <= at + clockTolerance && at < nextUpdate && at - thisUpdate <= maximumOcspAge;
}

/** How many certificates in a response are tried. */
const maximumResponders = 8;

/**
 * The data which shows that the responder's certificate is not revoked. Undefined where the response is not signed by the
 * certificate's issuer, nor by a responder that the same key of the issuer has directly authorised (RFC 6960 §4.2.2.2).
 */
function responderData(
  response: OcspResponse,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): readonly CrlOrOcspResponse[] | undefined {
  const [issuer] = checked.issuers;
  if (isSignedBy(response, issuer, context)) return [];
  for (const certificate of response.certificates.slice(0, maximumResponders)) {
    const data = delegateData(response, certificate, checked, context);
    if (data !== undefined) return data;
  }
  return undefined;
}

function isSignedBy(
  { responderId, signatureAlgorithm: algorithm, tbs: data, signature }: OcspResponse,
  { name, publicKey }: Pick<IssuerKey, 'name' | 'publicKey'>,
  { algorithms }: RevocationContext,
): boolean {
  if (!isResponder(responderId, name, publicKey)) return false;
  return verifySignature({ publicKey, algorithm, data, signature }, algorithms).ok;
}

function delegateData(
  response: OcspResponse,
  certificate: Certificate,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): readonly CrlOrOcspResponse[] | undefined {
  const key = { name: certificate.subject, publicKey: certificate.subjectPublicKeyInfo };
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok || !mayAnswer(extensions.value) || !isSignedBy(response, key, context)) return undefined;
  if (!isIssuedBySameKey(certificate, checked, context)) return undefined;
  if (statusIsWaived(certificate, extensions.value)) return [];
  if (!mayBeLookedInto(certificate, checked.waiting)) return undefined;
  const waiting = [...checked.waiting, certificate];
  const finding = context.examine({ certificate, issuers: checked.issuers, waiting });
  return finding.kind === 'clear' ? finding.data : undefined;
}

/** It must have id-kp-OCSPSigning itself: anyExtendedKeyUsage is not enough (RFC 6960 §4.2.2.2). */
function mayAnswer({ extendedKeyUsage, keyUsage }: CertificateExtensions): boolean {
  const mayUse =
    keyUsage === undefined || (keyUsage & (KeyUsage.digitalSignature | KeyUsage.nonRepudiation)) !== 0;
  return mayUse && extendedKeyUsage?.includes(Oid.ocspSigning) === true;
}

/** Whether it has a valid path and the key above it is the one that issued the certificate under check. */
function isIssuedBySameKey(
  certificate: Certificate,
  { issuers }: CertificateUnderCheck,
  context: RevocationContext,
): boolean {
  const path = context.validatePath({
    target: certificate,
    candidates: issuers.flatMap((issuer) => issuer.certificate ?? []),
    anchors: [context.anchor],
    at: new Date(context.at),
    algorithms: context.algorithms,
  });
  if (!path.ok) return false;
  const [, above = context.anchor] = path.value.certificates;
  return equalOctets(above.subjectPublicKeyInfo, issuers[0].subjectPublicKeyInfo);
}

/** RFC 6960 §4.2.2.2.1: id-pkix-ocsp-nocheck says that the status need not be checked; so does naming no place to look it up. */
function statusIsWaived(
  { extensions }: Certificate,
  { crlDistributionPoints, authorityInfoAccess = [] }: CertificateExtensions,
): boolean {
  if (extensions.has(Oid.ocspNoCheck)) return true;
  return (
    crlDistributionPoints === undefined && authorityInfoAccess.every(({ method }) => method !== Oid.ocsp)
  );
}
