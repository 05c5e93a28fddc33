import { contextConstructed, der, type DerReader, parseDer, Tag } from '../der/index.js';
import { inOrder, octetAt } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { type Certificate, parseCertificate, readAlgorithmIdentifier } from '../x509/index.js';
import { encodeCertificateIdentifier } from './certificate-identifier.js';
import { encodeContentInfo, readContentInfo } from './content-info.js';
import type { SignedDataFormErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { encodeRevocationInfos } from './revocation-infos.js';
import { readSignerInfo, type SignerInfo, versionFor } from './signer-info.js';

/** Certificates a SignedData may bring along. */
const maximumCertificates = 8;

/** SignedData (RFC 5652 §5.1) of one signer over id-data: read and outlined, nothing verified. */
export interface SignedData {
  /** Undefined when detached. */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Certificate[];
  readonly signerInfo: SignerInfo;
  /** The `crls` field, DER, where there is one. Unread: what cards send there is left behind. */
  readonly revocationInfos: Uint8Array | undefined;
}

interface Outline {
  readonly contentType: string;
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Uint8Array[];
  readonly signerInfos: readonly Uint8Array[];
  readonly revocationInfos: Uint8Array | undefined;
}

/**
 * Reads one DER SignedData of at most `limit` bytes. Cheap refusals come first: size, outline, counts, and only then are
 * the certificates and the SignerInfo read.
 */
export function parseSignedData(
  bytes: Uint8Array,
  limit: number,
): Result<SignedData, SignedDataFormErrorCode> {
  if (bytes.length > limit) return fail('evidence-too-large', { limit });
  const fault = structureFault(bytes);
  if (fault !== undefined) return fail(fault);
  const parsed = parseDer(bytes, limit, (reader) => readContentInfo(reader, CmsOid.signedData, readOutline));
  if (!parsed.ok) return fail('evidence-malformed');
  const outline = parsed.value;
  if (outline?.contentType !== CmsOid.data) return fail('evidence-not-signed-data');
  const [signerInfo, ...otherSigners] = outline.signerInfos;
  if (signerInfo === undefined) return fail('evidence-no-signer');
  if (otherSigners.length > 0) return fail('evidence-more-than-one-signer');
  if (outline.certificates.length > maximumCertificates) {
    return fail('evidence-too-many-certificates', { maximum: maximumCertificates });
  }
  return readSignedData(outline, signerInfo);
}

function readOutline(explicit: DerReader): Outline {
  const reader = explicit.into();
  reader.smallInteger();
  const digestAlgorithms = reader.into(Tag.set);
  while (!digestAlgorithms.done) readAlgorithmIdentifier(digestAlgorithms);
  const encapsulated = reader.into();
  const contentType = encapsulated.oid();
  const attached = encapsulated.optionalInto(contextConstructed(0));
  const content = attached?.octetString();
  attached?.end();
  encapsulated.end();
  const certificates = elements(reader.optionalInto(contextConstructed(0)));
  const revocationInfos = reader.optional(contextConstructed(1))?.der;
  const signerInfos = elements(reader.into(Tag.set));
  reader.end();
  return { contentType, content, certificates, signerInfos, revocationInfos };
}

function elements(reader: DerReader | undefined): Uint8Array[] {
  const found: Uint8Array[] = [];
  while (reader?.done === false) found.push(reader.element().der);
  return found;
}

function readSignedData(
  outline: Outline,
  signerInfoBytes: Uint8Array,
): Result<SignedData, SignedDataFormErrorCode> {
  const certificates: Certificate[] = [];
  for (const bytes of outline.certificates) {
    const certificate = parseCertificate(bytes);
    if (!certificate.ok) return fail('evidence-certificate-malformed');
    certificates.push(certificate.value);
  }
  const signerInfo = parseDer(signerInfoBytes, signerInfoBytes.length, readSignerInfo);
  if (!signerInfo.ok) return fail('evidence-malformed');
  const { content, revocationInfos } = outline;
  return ok({ content, certificates, signerInfo: signerInfo.value, revocationInfos });
}

/** What {@link encodeSignedData} writes; every field is already DER. */
interface SignedDataFields {
  readonly content: Uint8Array;
  /** Certificates, DER, in any order. */
  readonly certificates: readonly Uint8Array[];
  readonly signerInfo: SignerInfo;
  /** Attributes, DER, in any order. */
  readonly unsignedAttributes?: readonly Uint8Array[];
  /** OCSP responses, DER, in any order. */
  readonly ocspResponses?: readonly Uint8Array[];
}

/** The one DER SignedData, attached, of these fields: a function of them alone, so that a stored object can be held against it. */
export function encodeSignedData(fields: SignedDataFields): Uint8Array {
  const { signerInfo, ocspResponses = [] } = fields;
  const withResponses = ocspResponses.length > 0;
  return encodeContentInfo(
    CmsOid.signedData,
    der.sequence(
      // RFC 5652 §5.1: 5 with revocation information of another format than a CRL.
      der.integer(withResponses ? 5 : versionFor(signerInfo.identifier)),
      der.setOf(signerInfo.digestAlgorithm.der),
      der.sequence(der.oid(CmsOid.data), der.context(0, der.octetString(fields.content))),
      encodeCertificateSet(fields.certificates),
      ...(withResponses ? [encodeRevocationInfos(ocspResponses)] : []),
      der.setOf(encodeSignerInfo(signerInfo, fields.unsignedAttributes ?? [])),
    ),
  );
}

/** The `certificates` field: `[0] IMPLICIT SET OF`, in DER order, each certificate once. */
export function encodeCertificateSet(certificates: readonly Uint8Array[]): Uint8Array {
  return der.context(0, ...inOrder(certificates));
}

/** A SignerInfo (RFC 5652 §5.3) with these unsigned attributes instead of its own. */
export function encodeSignerInfo(
  signerInfo: SignerInfo,
  unsignedAttributes: readonly Uint8Array[],
): Uint8Array {
  const signed = signerInfo.signedAttributes;
  return der.sequence(
    der.integer(versionFor(signerInfo.identifier)),
    encodeCertificateIdentifier(signerInfo.identifier),
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

const maximumDepth = 32;
const highTagNumber = 0x1f;
const constructed = 0x20;

/** Why the outline of some bytes is refused before anything in them is read. */
type StructureFault = Extract<
  SignedDataFormErrorCode,
  | 'evidence-trailing-bytes'
  | 'evidence-indefinite-length'
  | 'evidence-nested-too-deeply'
  | 'evidence-malformed'
>;

/**
 * Walks the outline of one DER element without recursion and names the first fault: this is what turns the reader's single
 * "malformed" into the reason a card program's author needs. Linear in the bytes; content of primitives is not looked at.
 */
function structureFault(bytes: Uint8Array): StructureFault | undefined {
  const ends: number[] = [];
  let position = 0;
  while (position < bytes.length) {
    if (position > 0 && ends.length === 0) return 'evidence-trailing-bytes';
    const header = readHeader(bytes, position);
    if (typeof header === 'string') return header;
    if (header.end > (ends.at(-1) ?? bytes.length)) return 'evidence-malformed';
    position = header.constructed ? header.contentStart : header.end;
    if (header.constructed) ends.push(header.end);
    if (ends.length > maximumDepth) return 'evidence-nested-too-deeply';
    while (ends.length > 0 && position === ends.at(-1)) ends.pop();
  }
  return position === 0 ? 'evidence-malformed' : undefined;
}

interface Header {
  readonly constructed: boolean;
  readonly contentStart: number;
  readonly end: number;
}

function readHeader(bytes: Uint8Array, start: number): Header | StructureFault {
  const identifier = bytes[start];
  const first = bytes[start + 1];
  if (identifier === undefined || first === undefined) return 'evidence-malformed';
  if ((identifier & highTagNumber) === highTagNumber) return 'evidence-malformed';
  if (first === 0x80) return 'evidence-indefinite-length';
  const count = first < 0x80 ? 0 : first & 0x7f;
  const contentStart = start + 2 + count;
  if (count > 4 || contentStart > bytes.length) return 'evidence-malformed';
  let length = count === 0 ? first : 0;
  for (let at = start + 2; at < contentStart; at++) length = length * 256 + octetAt(bytes, at);
  const end = contentStart + length;
  return { constructed: (identifier & constructed) !== 0, contentStart, end };
}
