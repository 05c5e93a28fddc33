import { der, type DerReader, parseDer, Tag } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import { sha256 } from '../sha256.js';
import { parseCertificate } from '../x509/index.js';
import {
  maximumDocumentBytes,
  resolveDocument,
  type SignedDocument,
  signedDocumentOf,
} from './attached-document.js';
import { issuerAndSerialNumberOf } from './certificate-identifier.js';
import { encodeContentInfo, readContentInfo } from './content-info.js';
import type { SignedDocumentErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { encodeSignedData } from './signed-data.js';
import { type CertifiedSigner, encodeAttribute, signSignerInfo } from './signer-info.js';
import { verifyAttached } from './verify-signed-data.js';

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
    identifier: issuerAndSerialNumberOf(certificate.value),
    attributes: [
      encodeAttribute(CmsOid.contentType, der.oid(CmsOid.data)),
      encodeAttribute(CmsOid.messageDigest, der.octetString(sha256(content))),
      encodeAttribute(CmsOid.signingTime, der.time(at)),
      // SigningCertificateV2 (RFC 5035 §3): one ESSCertIDv2, SHA-256 by default.
      encodeAttribute(
        CmsOid.signingCertificateV2,
        der.sequence(der.sequence(der.sequence(der.octetString(sha256(signer.certificate))))),
      ),
    ],
  });
  return encodeSignedData({ content, certificates: [signer.certificate], signerInfo });
}

/** Reads an attached SignedData under the same rules as evidence and verifies its signature, not the certificate's path. */
export function parseSignedDocument(bytes: Uint8Array): Result<SignedDocument, SignedDocumentErrorCode> {
  const document = resolveDocument(bytes);
  if (!document.ok) return document;
  const verified = verifyAttached(document.value);
  return verified.ok ? ok(signedDocumentOf(document.value)) : verified;
}

/** Bytes a detached signature may have: certificates and one SignerInfo. */
const maximumDetachedBytes = 65_536;

/**
 * Takes the content out of a SignedData (RFC 5652 §5.2: eContent is optional), so that it stands beside its content:
 * `openssl cms -verify -binary -inform DER -in result.p7s -content result.json`. Throws on what is no SignedData.
 */
export function detach(signedData: Uint8Array): Uint8Array {
  const detached = withContent(signedData, maximumDocumentBytes, undefined);
  if (detached === undefined) throw new TypeError('not a SignedData');
  return detached;
}

/** Puts content into a detached SignedData, for verifying. Fails where it is none. */
export function attach(
  signature: Uint8Array,
  content: Uint8Array,
): Result<Uint8Array, 'signature-malformed'> {
  const attached = withContent(signature, maximumDetachedBytes, content);
  return attached === undefined ? fail('signature-malformed') : ok(attached);
}

/** The same SignedData with this content or none; undefined where it is none. */
function withContent(
  bytes: Uint8Array,
  limit: number,
  content: Uint8Array | undefined,
): Uint8Array | undefined {
  const parsed = parseDer(bytes, limit, (reader) =>
    readContentInfo(reader, CmsOid.signedData, (signedData) => replaceContent(signedData.into(), content)),
  );
  const replaced = parsed.ok ? parsed.value : undefined;
  return replaced && encodeContentInfo(CmsOid.signedData, replaced);
}

function replaceContent(signedData: DerReader, content: Uint8Array | undefined): Uint8Array {
  const before = [signedData.element(Tag.integer).der, signedData.element(Tag.set).der];
  const contentType = signedData.into().element(Tag.oid).der;
  const after: Uint8Array[] = [];
  while (!signedData.done) after.push(signedData.element().der);
  const encapsulated =
    content === undefined
      ? der.sequence(contentType)
      : der.sequence(contentType, der.context(0, der.octetString(content)));
  return der.sequence(...before, encapsulated, ...after);
}
