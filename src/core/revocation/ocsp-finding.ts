import { equalOctets } from '../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  KeyUsage,
  Oid,
  verifySignature,
} from '../x509/index.js';
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
  type TargetCertificate,
  unusable,
} from './revocation-context.js';

/**
 * What an OCSP response says of a certificate (RFC 6960 §3.2): the strictest of its current answers; undefined when it answers
 * for other certificates only.
 */
export function ocspFinding(
  response: OcspResponse,
  subject: TargetCertificate,
  context: RevocationContext,
): Finding | undefined {
  const { certificate, issuers } = subject;
  const answers = response.answers.filter(({ certificateId }) =>
    certificateIdMatches(certificateId, certificate, issuers[0].subjectPublicKeyInfo),
  );
  if (answers.length === 0) return undefined;
  if ([response, ...answers].some(({ hasUnknownCriticalExtension }) => hasUnknownCriticalExtension))
    return unusable('ocsp-critical-extension');
  const current = answers.filter((answer) => isCurrent(answer, response, context));
  if (current.length === 0) return unusable('ocsp-not-current');
  const sources = responderSources(response, subject, context);
  if (sources === undefined) return unusable('ocsp-responder-unauthorised');
  return strictest(current, [response, ...sources]);
}

function strictest(answers: readonly OcspAnswer[], sources: readonly CrlOrOcspResponse[]): Finding {
  for (const { status } of answers)
    if (typeof status === 'object') return { kind: 'revoked', revocation: status, sources };
  if (answers.some(({ status }) => status === 'unknown')) return unusable('ocsp-says-unknown');
  return { kind: 'clear', reasons: allReasons, sources };
}

/**
 * RFC 6960 §3.2 (5), (6) and 4.2.2.1. Stricter: the response is produced between thisUpdate and now, and an answer ages whether
 * or not it states nextUpdate.
 */
function isCurrent(
  { thisUpdate, nextUpdate = Infinity }: OcspAnswer,
  { producedAt }: OcspResponse,
  { at, clockTolerance, maximumOcspAge }: RevocationContext,
): boolean {
  const begun = thisUpdate <= producedAt + clockTolerance && producedAt <= at + clockTolerance;
  return begun && thisUpdate <= at + clockTolerance && at < nextUpdate && at - thisUpdate <= maximumOcspAge;
}

/** Certificates in a response that are looked at. */
const maximumResponders = 8;

/**
 * The data a responder's good standing rests on, if whoever signed may answer for this certificate: its issuer, or one whom
 * that issuer's same key has directly authorised (RFC 6960 §4.2.2.2). Undefined if not.
 */
function responderSources(
  response: OcspResponse,
  subject: TargetCertificate,
  context: RevocationContext,
): readonly CrlOrOcspResponse[] | undefined {
  const [issuer] = subject.issuers;
  if (isSignedBy(response, issuer, context)) return [];
  for (const certificate of response.certificates.slice(0, maximumResponders)) {
    const sources = delegateSources(response, certificate, subject, context);
    if (sources !== undefined) return sources;
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

function delegateSources(
  response: OcspResponse,
  certificate: Certificate,
  subject: TargetCertificate,
  context: RevocationContext,
): readonly CrlOrOcspResponse[] | undefined {
  const key = { name: certificate.subject, publicKey: certificate.subjectPublicKeyInfo };
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok || !mayAnswer(extensions.value) || !isSignedBy(response, key, context)) return undefined;
  if (!isIssuedBySameKey(certificate, subject, context)) return undefined;
  if (statusIsWaived(certificate, extensions.value)) return [];
  if (!mayBeLookedInto(certificate, subject.waiting)) return undefined;
  const waiting = [...subject.waiting, certificate];
  const finding = context.examine({ certificate, issuers: subject.issuers, waiting });
  return finding.kind === 'clear' ? finding.sources : undefined;
}

/** id-kp-OCSPSigning by name: anyExtendedKeyUsage does not stand for it (RFC 6960 §4.2.2.2). */
function mayAnswer({ extendedKeyUsage, keyUsage }: CertificateExtensions): boolean {
  const mayUse =
    keyUsage === undefined || (keyUsage & (KeyUsage.digitalSignature | KeyUsage.nonRepudiation)) !== 0;
  return mayUse && extendedKeyUsage?.includes(Oid.ocspSigning) === true;
}

/** A valid path whose next key is the very one that issued the certificate asked about. */
function isIssuedBySameKey(
  certificate: Certificate,
  { issuers }: TargetCertificate,
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

/** RFC 6960 §4.2.2.2.1: the issuer waives it by id-pkix-ocsp-nocheck, or by naming no place where it could be looked up. */
function statusIsWaived(
  { extensions }: Certificate,
  { crlDistributionPoints, authorityInfoAccess = [] }: CertificateExtensions,
): boolean {
  if (extensions.has(Oid.ocspNoCheck)) return true;
  return (
    crlDistributionPoints === undefined && authorityInfoAccess.every(({ method }) => method !== Oid.ocsp)
  );
}
