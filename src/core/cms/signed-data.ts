import { contextConstructed, der, type DerReader, parseDer, Tag } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, parseCertificate, readAlgorithmIdentifier } from '../x509/index.js';
import type { EvidenceErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { readSignerInfo, type SignerInfo, versionFor } from './signer-info.js';
import { structureFault } from './structure.js';

/** Certificates a SignedData may bring along. */
export const maximumCertificates = 8;

/** SignedData (RFC 5652 5.1) of one signer over id-data: read and outlined, nothing verified. */
export interface SignedData {
  /** Undefined when detached. */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Certificate[];
  readonly signerInfo: SignerInfo;
}

interface Outline {
  readonly contentType: string;
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Uint8Array[];
  readonly signerInfos: readonly Uint8Array[];
}

/**
 * Reads one DER SignedData of at most `limit` bytes. Cheap refusals come first: size, outline, counts, and only then are
 * the certificates and the SignerInfo read. CRLs are skipped: the platform uses its own.
 */
export function parseSignedData(bytes: Uint8Array, limit: number): Result<SignedData, EvidenceErrorCode> {
  if (bytes.length > limit) return fail('evidence-too-large', { limit });
  const fault = structureFault(bytes);
  if (fault !== undefined) return fail(fault);
  const parsed = parseDer(bytes, limit, readContentInfo);
  if (!parsed.ok) return fail('evidence-malformed');
  const outline = parsed.value;
  if (outline?.contentType !== CmsOid.data) return fail('evidence-not-signed-data');
  if (outline.signerInfos.length === 0) return fail('evidence-no-signer');
  if (outline.signerInfos.length > 1) return fail('evidence-more-than-one-signer');
  if (outline.certificates.length > maximumCertificates) {
    return fail('evidence-too-many-certificates', { maximum: maximumCertificates });
  }
  return readParts(outline);
}

function readContentInfo(reader: DerReader): Outline | undefined {
  const contentInfo = reader.into();
  const contentType = contentInfo.oid();
  const content = contentInfo.element(contextConstructed(0));
  contentInfo.end();
  if (contentType !== CmsOid.signedData) return undefined;
  const explicit = contentInfo.inside(content.content);
  const outline = readOutline(explicit.into());
  explicit.end();
  return outline;
}

function readOutline(reader: DerReader): Outline {
  reader.smallInteger();
  const digestAlgorithms = reader.into(Tag.set);
  while (!digestAlgorithms.done) readAlgorithmIdentifier(digestAlgorithms);
  const encapsulated = reader.into();
  const contentType = encapsulated.oid();
  const explicit = encapsulated.optionalInto(contextConstructed(0));
  const content = explicit?.octetString();
  explicit?.end();
  encapsulated.end();
  const certificates = elements(reader.optionalInto(contextConstructed(0)));
  reader.optional(contextConstructed(1));
  const signerInfos = elements(reader.into(Tag.set));
  reader.end();
  return { contentType, content, certificates, signerInfos };
}

function elements(reader: DerReader | undefined): Uint8Array[] {
  const found: Uint8Array[] = [];
  while (reader?.done === false) found.push(reader.element().der);
  return found;
}

function readParts(outline: Outline): Result<SignedData, EvidenceErrorCode> {
  const certificates: Certificate[] = [];
  for (const bytes of outline.certificates) {
    const certificate = parseCertificate(bytes);
    if (!certificate.ok) return fail('evidence-certificate-malformed');
    certificates.push(certificate.value);
  }
  const [bytes] = outline.signerInfos;
  const signerInfo = parseDer(bytes, bytes.length, readSignerInfo);
  if (!signerInfo.ok) return fail('evidence-malformed');
  return ok({ content: outline.content, certificates, signerInfo: signerInfo.value });
}

/** What {@link encodeSignedData} writes; every field is already DER. */
export interface SignedDataFields {
  readonly content: Uint8Array;
  /** Certificates, DER, in any order. */
  readonly certificates: readonly Uint8Array[];
  readonly signerInfo: SignerInfo;
  /** Attributes, DER, in any order. */
  readonly unsignedAttributes?: readonly Uint8Array[];
}

/** The one DER SignedData, attached, of these fields: a function of them alone, so that a stored object can be held against it. */
export function encodeSignedData(fields: SignedDataFields): Uint8Array {
  const { signerInfo } = fields;
  return der.sequence(
    der.oid(CmsOid.signedData),
    der.context(
      0,
      der.sequence(
        der.integer(versionFor(signerInfo.identifier)),
        der.setOf(signerInfo.digestAlgorithm.der),
        der.sequence(der.oid(CmsOid.data), der.context(0, der.octetString(fields.content))),
        encodeCertificateSet(fields.certificates),
        der.setOf(encodeSignerInfo(signerInfo, fields.unsignedAttributes ?? [])),
      ),
    ),
  );
}

/** The `certificates` field: `[0] IMPLICIT SET OF`, in DER order, each certificate once. */
export function encodeCertificateSet(certificates: readonly Uint8Array[]): Uint8Array {
  const ordered = certificates.toSorted((a, b) => Buffer.compare(a, b));
  return der.context(
    0,
    ...ordered.filter((each, index) => index === 0 || Buffer.compare(each, ordered[index - 1]) !== 0),
  );
}

/** A SignerInfo (RFC 5652 5.3) with these unsigned attributes instead of its own. */
export function encodeSignerInfo(
  signerInfo: SignerInfo,
  unsignedAttributes: readonly Uint8Array[],
): Uint8Array {
  const signed = signerInfo.signedAttributes;
  return der.sequence(
    der.integer(versionFor(signerInfo.identifier)),
    signerInfo.identifier.der,
    signerInfo.digestAlgorithm.der,
    ...(signed === undefined ? [] : [retag(signed.der, 0)]),
    signerInfo.signatureAlgorithm.der,
    der.octetString(signerInfo.signature),
    ...(unsignedAttributes.length === 0 ? [] : [retag(der.setOf(...unsignedAttributes), 1)]),
  );
}

function retag(set: Uint8Array, n: number): Uint8Array {
  const tagged = Uint8Array.from(set);
  tagged[0] = contextConstructed(n);
  return tagged;
}
