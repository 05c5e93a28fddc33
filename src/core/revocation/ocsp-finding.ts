import { type RevocationContext, type Subject } from './context.js';
import { allReasons } from './crl/crl-scope.js';
import { type Finding, type RevocationSource, unusable } from './finding.js';
import { identifies } from './ocsp/certificate-id.js';
import { type OcspAnswer } from './ocsp/ocsp-answer.js';
import { type OcspResponse } from './ocsp/ocsp-response.js';
import { responderSources } from './ocsp-responder.js';

/**
 * What an OCSP response says of a certificate (RFC 6960 3.2): the strictest of its current answers; undefined when it answers
 * for other certificates only.
 */
export function ocspFinding(
  response: OcspResponse,
  subject: Subject,
  context: RevocationContext,
): Finding | undefined {
  const { certificate, issuers } = subject;
  const answers = response.answers.filter(({ certificateId }) =>
    identifies(certificateId, certificate, issuers[0].subjectPublicKeyInfo),
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

function strictest(answers: readonly OcspAnswer[], sources: readonly RevocationSource[]): Finding {
  for (const { status } of answers)
    if (typeof status === 'object') return { kind: 'revoked', revocation: status, sources };
  if (answers.some(({ status }) => status === 'unknown')) return unusable('ocsp-says-unknown');
  return { kind: 'clear', reasons: allReasons, sources };
}

/**
 * RFC 6960 3.2 (5), (6) and 4.2.2.1. Stricter: the response is produced between thisUpdate and now, and an answer ages whether
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
