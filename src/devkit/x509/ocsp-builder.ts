import { createHash } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { Oid, publicKeyBits } from '../../core/x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import { defaultAlgorithm, hashIdentifier, type SignatureAlgorithm } from '../keys/signature-algorithm.js';
import { encodeSerialNumber, signed } from './certificate-builder.js';
import { encodeExtension, type ExtensionShape } from './extension.js';
import { reasonCodes, type RevocationReason } from './revocation-extension.js';

/** The certificate that a request or response is about (CertID, RFC 6960 §4.1.1). */
export interface OcspCertificateId {
  /** The issuer's Name, DER. */
  readonly issuer: Uint8Array;
  /** The issuer's SubjectPublicKeyInfo, DER. */
  readonly issuerKey: Uint8Array;
  readonly serialNumber: number | bigint | Uint8Array;
  readonly hash?: 'sha1' | 'sha256';
}

/** The status of a certificate: good, unknown, or revoked since `revokedAt`. */
export type OcspStatus =
  'good' | 'unknown' | { readonly revokedAt: Date; readonly reason?: RevocationReason };

/** One SingleResponse. `encodedId` is the CertID of a request, DER. */
export interface OcspSingleShape {
  readonly certificate: OcspCertificateId | { readonly encodedId: Uint8Array };
  readonly status: OcspStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly ExtensionShape[];
}

/** The fields of an OCSP response to build. It is signed by the issuer itself, or by a responder whose certificate it contains. */
export interface OcspShape {
  readonly signer: KeyPair;
  readonly algorithm?: SignatureAlgorithm;
  /** Identifies the responder, by Name (DER) or by key. The default is the signer's key. */
  readonly responder?: { readonly name: Uint8Array } | { readonly keyIdentifier: Uint8Array };
  readonly producedAt: Date;
  readonly responses: readonly OcspSingleShape[];
  readonly extensions?: readonly ExtensionShape[];
  readonly certificates?: readonly Uint8Array[];
  readonly outerAlgorithmIdentifier?: Uint8Array;
  readonly editSignature?: (signature: Uint8Array) => Uint8Array;
}

/** The values of OCSPResponseStatus (RFC 6960 §4.2.1) that mean an error. */
const ocspErrors = {
  malformedRequest: 1,
  internalError: 2,
  tryLater: 3,
  sigRequired: 5,
  unauthorized: 6,
} as const;

/** An OCSPResponse with an error status and nothing else. DER. */
export const buildOcspError = (error: keyof typeof ocspErrors): Uint8Array =>
  der.sequence(enumerated(ocspErrors[error]));

/** Builds and signs a successful OCSPResponse (RFC 6960 §4.2.1), valid or not. DER. */
export function buildOcspResponse(shape: OcspShape): Uint8Array {
  const { certificates = [] } = shape;
  const algorithm = shape.algorithm ?? defaultAlgorithm(shape.signer);
  const bag = certificates.length === 0 ? [] : [der.context(0, der.sequence(...certificates))];
  const basic = signed(responseData(shape), { ...shape, algorithm }, ...bag);
  return der.sequence(
    enumerated(0),
    der.context(0, der.sequence(der.oid(Oid.ocspBasic), der.octetString(basic))),
  );
}

function responseData(shape: OcspShape): Uint8Array {
  const { extensions = [] } = shape;
  const responder = shape.responder ?? { keyIdentifier: shape.signer.keyIdentifier };
  return der.sequence(
    'name' in responder
      ? der.context(1, responder.name)
      : der.context(2, der.octetString(responder.keyIdentifier)),
    der.generalizedTime(shape.producedAt),
    der.sequence(...shape.responses.map(singleResponse)),
    ...(extensions.length === 0 ? [] : [der.context(1, der.sequence(...extensions.map(encodeExtension)))]),
  );
}

function singleResponse(single: OcspSingleShape): Uint8Array {
  const { certificate, extensions = [] } = single;
  return der.sequence(
    'encodedId' in certificate ? certificate.encodedId : ocspCertificateId(certificate),
    certificateStatus(single.status),
    der.generalizedTime(single.thisUpdate),
    ...(single.nextUpdate === undefined ? [] : [der.context(0, der.generalizedTime(single.nextUpdate))]),
    ...(extensions.length === 0 ? [] : [der.context(1, der.sequence(...extensions.map(encodeExtension)))]),
  );
}

/** CertID (RFC 6960 §4.1.1), DER. */
export function ocspCertificateId(id: OcspCertificateId): Uint8Array {
  const { hash = 'sha1' } = id;
  const issuerKeyBits = publicKeyBits(id.issuerKey);
  if (issuerKeyBits === undefined) throw new TypeError('not a SubjectPublicKeyInfo');
  const digest = (bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest();
  return der.sequence(
    hashIdentifier(hash),
    der.octetString(digest(id.issuer)),
    der.octetString(digest(issuerKeyBits)),
    encodeSerialNumber(id.serialNumber),
  );
}

function certificateStatus(status: OcspStatus): Uint8Array {
  if (status === 'good') return der.contextOctets(0, new Uint8Array());
  if (status === 'unknown') return der.contextOctets(2, new Uint8Array());
  const reason = status.reason === undefined ? [] : [der.context(0, enumerated(reasonCodes[status.reason]))];
  return der.context(1, der.generalizedTime(status.revokedAt), ...reason);
}

const enumerated = (value: number): Uint8Array => Uint8Array.of(0x0a, 1, value);
