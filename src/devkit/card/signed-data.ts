import { createHash } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { sha256 } from '../../core/sha256.js';
import { Oid, type Certificate } from '../../core/x509/index.js';
import { algorithmIdentifier, hashOf, type SignatureAlgorithm } from '../keys/signature-algorithm.js';

/** Object identifiers of RFC 5652 and RFC 5035 that only a signer needs. */
const cmsOid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** The fields of a SignedData to build, valid or not. Algorithms, attributes and certificates are DER. */
export interface SignedDataShape {
  /** What is signed. */
  readonly content: Uint8Array;
  readonly attached: boolean;
  readonly signer: Certificate;
  /** Signs the signed attributes (a SET, DER), or the content if there are none. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  readonly digestAlgorithm: Uint8Array;
  readonly signatureAlgorithm: Uint8Array;
  /** Undefined for a SignedData without signed attributes. */
  readonly signedAttributes?: readonly Uint8Array[] | undefined;
  /** Undefined for a SignedData without unsigned attributes. */
  readonly unsignedAttributes?: readonly Uint8Array[] | undefined;
  /** The signer's certificate alone by default. */
  readonly certificates?: readonly Uint8Array[] | undefined;
  /** The attached content, if it is not what is signed. */
  readonly attachedContent?: Uint8Array | undefined;
  /** SignerIdentifier, DER; issuer and serial number by default. */
  readonly signerIdentifier?: Uint8Array | undefined;
  /** The version of the SignerInfo; 1 by default. */
  readonly signerVersion?: number | undefined;
  /** How often the SignerInfo is written; 1 by default. */
  readonly signerCount?: number | undefined;
  /** Object identifier of the content; id-data by default. */
  readonly contentType?: string | undefined;
  /** Object identifier of the ContentInfo; id-signedData by default. */
  readonly outerType?: string | undefined;
  /** Elements between the certificates and the SignerInfos, such as CRLs. */
  readonly furtherElements?: readonly Uint8Array[] | undefined;
}

/**
 * A CMS SignedData (RFC 5652 §5), DER. It is written separately from core, whose parser is tested with it.
 */
export function buildSignedData(shape: SignedDataShape): Uint8Array {
  const { content, attachedContent = content, certificates = [shape.signer.der], signerCount = 1 } = shape;
  const { contentType = cmsOid.data, outerType = cmsOid.signedData, furtherElements = [] } = shape;
  const encapsulated = shape.attached ? [der.context(0, der.octetString(attachedContent))] : [];
  const signedInfo = signerInfo(shape);
  const signedData = der.sequence(
    der.integer(1),
    der.setOf(shape.digestAlgorithm),
    der.sequence(der.oid(contentType), ...encapsulated),
    ...(certificates.length === 0 ? [] : [der.context(0, ...certificates)]),
    ...furtherElements,
    der.setOf(...Array.from({ length: signerCount }, () => signedInfo)),
  );
  return der.sequence(der.oid(outerType), der.context(0, signedData));
}

function signerInfo(shape: SignedDataShape): Uint8Array {
  const { content, signer, signerVersion = 1, signedAttributes, unsignedAttributes } = shape;
  const issuerAndSerialNumber = der.sequence(signer.issuer.der, der.encode(0x02, signer.serialNumber));
  const signed = signedAttributes === undefined ? undefined : der.setOf(...signedAttributes);
  return der.sequence(
    der.integer(signerVersion),
    shape.signerIdentifier ?? issuerAndSerialNumber,
    shape.digestAlgorithm,
    // RFC 5652 §5.4: the signature is over the SET; the field is written as [0] IMPLICIT.
    ...(signed === undefined ? [] : [retagged(signed, 0xa0)]),
    shape.signatureAlgorithm,
    der.octetString(shape.sign(signed ?? content)),
    ...(unsignedAttributes === undefined ? [] : [retagged(der.setOf(...unsignedAttributes), 0xa1)]),
  );
}

/** The element with another identifier octet. */
function retagged(element: Uint8Array, identifier: number): Uint8Array {
  return Uint8Array.of(identifier, ...element.subarray(1));
}

/** An Attribute (RFC 5652 §5.3), DER. */
export function cmsAttribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return der.sequence(der.oid(type), der.setOf(...values));
}

/** RFC 3370 §3.2: a PKCS #1 v1.5 signature is identified by the OID of the key, rsaEncryption. DER. */
export function cmsSignatureAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  return algorithm.startsWith('rsa-sha')
    ? der.sequence(der.oid(Oid.rsaEncryption), der.nullValue())
    : algorithmIdentifier(algorithm);
}

/** The signed attributes that a card program writes: content type, message digest, signing time if given, signing certificate. */
export function cardSignedAttributes(
  content: Uint8Array,
  signer: Certificate,
  algorithm: SignatureAlgorithm,
  signingTime?: Date,
): Uint8Array[] {
  const digest = createHash(hashOf(algorithm)).update(content).digest();
  const certificateDigest = sha256(signer.der);
  return [
    cmsAttribute(cmsOid.contentType, der.oid(cmsOid.data)),
    cmsAttribute(cmsOid.messageDigest, der.octetString(digest)),
    ...(signingTime === undefined ? [] : [cmsAttribute(cmsOid.signingTime, der.time(signingTime))]),
    // SigningCertificateV2 (RFC 5035 §3). SHA-256 is its default, so the algorithm is left out.
    cmsAttribute(
      cmsOid.signingCertificateV2,
      der.sequence(der.sequence(der.sequence(der.octetString(certificateDigest)))),
    ),
  ];
}
