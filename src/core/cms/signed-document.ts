import { createHash } from 'node:crypto';
import { der } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, parseCertificate } from '../x509/index.js';
import { encodeAttribute, singleValue } from './attributes.js';
import { issuerAndSerialNumber } from './signer-identifier.js';
import type { EvidenceErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { encodeSignedData, parseSignedData } from './signed-data.js';
import { settleSigner, type SignedEvidence } from './signed-evidence.js';
import type { CertifiedSigner } from './signer.js';
import { signSignerInfo } from './sign-signer-info.js';
import { verifyEvidence } from './verify-evidence.js';

/** Bytes a signed document may have: a roster part of 50,000 rows has about one million. */
export const maximumDocumentBytes = 64 * 1024 * 1024;

/**
 * Signs a document: attached DER SignedData, SHA-256, with content-type, message-digest, signing-time and
 * signing-certificate-v2, the signer's certificate inside. Throws where the signer's certificate can't be read.
 */
export async function signDocument(
  content: Uint8Array,
  signer: CertifiedSigner,
  at: Date,
): Promise<Uint8Array> {
  const certificate = parseCertificate(signer.certificate);
  if (!certificate.ok) throw new TypeError('the signer has no readable certificate');
  const signerInfo = await signSignerInfo({
    signer,
    identifier: issuerAndSerialNumber(certificate.value),
    attributes: [
      encodeAttribute(CmsOid.contentType, der.oid(CmsOid.data)),
      encodeAttribute(CmsOid.messageDigest, der.octetString(sha256(content))),
      encodeAttribute(CmsOid.signingTime, der.time(at)),
      // SigningCertificateV2 (RFC 5035 3): one ESSCertIDv2, SHA-256 by default.
      encodeAttribute(
        CmsOid.signingCertificateV2,
        der.sequence(der.sequence(der.sequence(der.octetString(sha256(signer.certificate))))),
      ),
    ],
  });
  return encodeSignedData({ content, certificates: [signer.certificate], signerInfo });
}

/** A document whose signature verifies; whether the signer is trusted is the caller's to judge. */
export interface SignedDocument {
  readonly content: Uint8Array;
  readonly signer: Certificate;
  readonly certificates: readonly Certificate[];
  /** The signer's own claim (signing-time), where made. */
  readonly signedAt: Date | undefined;
}

/** Reads an attached SignedData under the same rules as evidence and verifies its signature, not the certificate's path. */
export function parseSignedDocument(bytes: Uint8Array): Result<SignedDocument, EvidenceErrorCode> {
  const signedData = parseSignedData(bytes, maximumDocumentBytes);
  if (!signedData.ok) return signedData;
  const { content, certificates } = signedData.value;
  if (content === undefined) return fail('evidence-content-missing');
  const settled = settleSigner(signedData.value);
  if (!settled.ok) return settled;
  const verified = verifyEvidence(settled.value, content);
  return verified.ok
    ? ok({ content, signer: verified.value.signer, certificates, signedAt: claimedTime(verified.value) })
    : verified;
}

function claimedTime({ signerInfo }: SignedEvidence): Date | undefined {
  const attributes = signerInfo.signedAttributes?.values ?? new Map<string, Uint8Array[]>();
  const time = singleValue(attributes, CmsOid.signingTime, (reader) => reader.time());
  return time === undefined ? undefined : new Date(time);
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
