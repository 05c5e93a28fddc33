import { createHash } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { sha256 } from '../../core/sha256.js';
import { Oid, type Certificate } from '../../core/x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import {
  algorithmIdentifier,
  hashIdentifier,
  hashOf,
  type SignatureAlgorithm,
  signWith,
} from '../keys/signature-algorithm.js';

/** Object identifiers of RFC 5652 and RFC 5035 that only a signer needs. */
const cmsOid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** How a SignedData is to be written. */
export interface SignedDataShape {
  readonly content: Uint8Array;
  readonly attached: boolean;
  readonly signedAttributes: boolean;
  readonly signer: Certificate;
  readonly key: KeyPair;
  readonly algorithm: SignatureAlgorithm;
  /** Written as a signed attribute if given. */
  readonly signingTime?: Date | undefined;
  /** Further certificates for the bag, DER. */
  readonly chain?: readonly Uint8Array[];
}

/**
 * A CMS SignedData (RFC 5652 §5) with one signer, as a card program writes it. Own code on purpose: it is the counterpart the
 * system's parser is held against. DER.
 */
export function buildSignedData(shape: SignedDataShape): Uint8Array {
  const { content, attached, algorithm, signer, chain = [] } = shape;
  const digestAlgorithm = hashIdentifier(hashOf(algorithm));
  const encapsulated = attached ? [der.context(0, der.octetString(content))] : [];
  const signedData = der.sequence(
    der.integer(1),
    der.setOf(digestAlgorithm),
    der.sequence(der.oid(cmsOid.data), ...encapsulated),
    der.context(0, signer.der, ...chain),
    der.setOf(signerInfo(shape, digestAlgorithm)),
  );
  return der.sequence(der.oid(cmsOid.signedData), der.context(0, signedData));
}

function signerInfo(shape: SignedDataShape, digestAlgorithm: Uint8Array): Uint8Array {
  const { content, key, algorithm, signer } = shape;
  const attributes = shape.signedAttributes ? signedAttributes(shape) : undefined;
  return der.sequence(
    der.integer(1),
    der.sequence(signer.issuer.der, der.encode(0x02, signer.serialNumber)),
    digestAlgorithm,
    // RFC 5652 §5.4: signed as a SET, written as [0] IMPLICIT.
    ...(attributes === undefined ? [] : [Uint8Array.of(0xa0, ...attributes.subarray(1))]),
    signatureIdentifier(algorithm),
    der.octetString(signWith(key, algorithm, attributes ?? content)),
  );
}

/** RFC 3370 §3.2: a PKCS #1 v1.5 signature is identified by the OID of the key, rsaEncryption. */
function signatureIdentifier(algorithm: SignatureAlgorithm): Uint8Array {
  return algorithm.startsWith('rsa-sha')
    ? der.sequence(der.oid(Oid.rsaEncryption), der.nullValue())
    : algorithmIdentifier(algorithm);
}

function signedAttributes({ content, algorithm, signer, signingTime }: SignedDataShape): Uint8Array {
  const attribute = (type: string, value: Uint8Array): Uint8Array =>
    der.sequence(der.oid(type), der.setOf(value));
  const digest = createHash(hashOf(algorithm)).update(content).digest();
  const certificateDigest = sha256(signer.der);
  return der.setOf(
    attribute(cmsOid.contentType, der.oid(cmsOid.data)),
    attribute(cmsOid.messageDigest, der.octetString(digest)),
    ...(signingTime === undefined ? [] : [attribute(cmsOid.signingTime, der.time(signingTime))]),
    // SigningCertificateV2 (RFC 5035 §3): SHA-256 is the default and so left out.
    attribute(
      cmsOid.signingCertificateV2,
      der.sequence(der.sequence(der.sequence(der.octetString(certificateDigest)))),
    ),
  );
}
