import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../result.js';
import { singleValue } from './attributes.js';
import type { EvidenceErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { equal } from './octets.js';
import type { SignedEvidence } from './signed-evidence.js';
import { namesSigningCertificate } from './signing-certificate.js';
import { isSignatureBy } from './signature.js';

/** Evidence whose signature is the certificate's key's over exactly this statement. Whether the certificate is trusted is another question. */
export interface VerifiedEvidence extends SignedEvidence {
  readonly statement: Uint8Array;
}

/**
 * Verifies a signature over the statement that had to be signed (RFC 5652 5.4, 5.6). `statement` is rendered by the caller:
 * what is attached is only compared with it. With signed attributes, content-type and message-digest must be there and
 * right, and a signing-certificate must name the signer.
 */
export function verifyEvidence(
  evidence: SignedEvidence,
  statement: Uint8Array,
): Result<VerifiedEvidence, EvidenceErrorCode> {
  if (evidence.content !== undefined && !equal(evidence.content, statement)) {
    return fail('evidence-statement-wrong');
  }
  const { signedAttributes, signature } = evidence.signerInfo;
  const fault = signedAttributes && attributesFault(evidence, signedAttributes.values, statement);
  if (fault !== undefined) return fail(fault);
  const signed = signedAttributes?.der ?? statement;
  return isSignatureBy(evidence.signer.subjectPublicKeyInfo, evidence.algorithms.signature, signed, signature)
    ? ok({ ...evidence, statement })
    : fail('evidence-signature-wrong');
}

function attributesFault(
  evidence: SignedEvidence,
  attributes: NonNullable<SignedEvidence['signerInfo']['signedAttributes']>['values'],
  statement: Uint8Array,
): EvidenceErrorCode | undefined {
  const contentType = singleValue(attributes, CmsOid.contentType, (reader) => reader.oid());
  if (contentType !== CmsOid.data) return 'evidence-content-type-wrong';
  const messageDigest = singleValue(attributes, CmsOid.messageDigest, (reader) => reader.octetString());
  if (messageDigest === undefined) return 'evidence-message-digest-wrong';
  const digest = createHash(evidence.algorithms.digest).update(statement).digest();
  if (!equal(messageDigest, digest)) {
    // A detached signature with another digest is, as far as anyone can tell, a signature over another statement.
    return evidence.content === undefined ? 'evidence-statement-wrong' : 'evidence-message-digest-wrong';
  }
  if (!namesSigningCertificate(attributes, evidence.signer)) return 'evidence-signing-certificate-wrong';
  return undefined;
}
