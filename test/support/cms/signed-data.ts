import { constants, createHash, type KeyObject, sign } from 'node:crypto';
import { CmsOid } from '../../../src/core/cms/oids.js';
import { der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';
import { buildSignedData, cmsAttribute } from '../../../src/devkit/index.js';
import type { CertifiedPair } from './certificates.js';

export const digest = (bytes: Uint8Array, name = 'sha256'): Buffer => createHash(name).update(bytes).digest();

/** What may differ in a test's SignedData. Every default is valid. Algorithms, attributes and certificates are DER. */
export interface SignedDataOverrides {
  readonly attached?: boolean;
  /** The attached content, if it is not the statement. */
  readonly content?: Uint8Array;
  /** Undefined means content-type and message-digest; null means no signed attributes. */
  readonly attributes?: readonly Uint8Array[] | null;
  readonly hash?: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly digestAlgorithm?: Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  readonly certificates?: readonly Uint8Array[];
  /** SignerIdentifier. */
  readonly identifier?: Uint8Array;
  /** The version of the SignerInfo. */
  readonly version?: number;
  readonly unsigned?: readonly Uint8Array[];
  /** How often the SignerInfo is written. */
  readonly signers?: number;
  readonly contentType?: string;
  readonly outerType?: string;
  /** The signature value, instead of the right one. */
  readonly signature?: Uint8Array;
  /** Signs with RSA-PSS and a salt of 32 octets. */
  readonly pss?: boolean;
  /** Elements between the certificates and the SignerInfos. */
  readonly extra?: readonly Uint8Array[];
}

const digestOids = {
  md5: CmsOid.md5,
  sha1: Oid.sha1,
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: Oid.sha256,
  sha384: Oid.sha384,
  sha512: Oid.sha512,
};

const algorithmOf = (key: KeyObject, hash: string): Uint8Array =>
  key.asymmetricKeyType === 'ec'
    ? der.sequence(der.oid({ sha384: Oid.ecdsaSha384, sha512: Oid.ecdsaSha512 }[hash] ?? Oid.ecdsaSha256))
    : der.sequence(der.oid(Oid.rsaEncryption), der.nullValue());

/** A SignedData over this statement, as a card program might write it. */
export function signedDataBy(
  signer: CertifiedPair,
  statement: Uint8Array,
  overrides: SignedDataOverrides = {},
): Uint8Array {
  const { attached = true, hash = 'sha256', pss = false, signature, attributes } = overrides;
  const { certificate, privateKey } = signer;
  return buildSignedData({
    content: statement,
    attached,
    signer: certificate,
    sign: (bytes) => signature ?? sign(hash, bytes, pss ? pssKey(privateKey) : privateKey),
    digestAlgorithm: overrides.digestAlgorithm ?? der.sequence(der.oid(digestOids[hash]), der.nullValue()),
    signatureAlgorithm: overrides.signatureAlgorithm ?? algorithmOf(privateKey, hash),
    signedAttributes: attributes === null ? undefined : (attributes ?? validAttributes(statement, hash)),
    unsignedAttributes: overrides.unsigned,
    certificates: overrides.certificates,
    attachedContent: overrides.content,
    signerIdentifier: overrides.identifier,
    signerVersion: overrides.version,
    signerCount: overrides.signers,
    contentType: overrides.contentType,
    outerType: overrides.outerType,
    furtherElements: overrides.extra,
  });
}

const validAttributes = (statement: Uint8Array, hash: string): readonly Uint8Array[] => [
  cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data)),
  cmsAttribute(CmsOid.messageDigest, der.octetString(digest(statement, hash))),
];

const pssKey = (key: KeyObject): Parameters<typeof sign>[2] => ({
  key,
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: 32,
});

/** RSASSA-PSS-params with this hash for message and mask, and a salt of 32 octets. */
export const pssAlgorithm = (hash: string, maskHash = hash): Uint8Array =>
  der.sequence(
    der.oid(Oid.rsaPss),
    der.sequence(
      der.context(0, der.sequence(der.oid(hash), der.nullValue())),
      der.context(1, der.sequence(der.oid(Oid.mgf1), der.sequence(der.oid(maskHash), der.nullValue()))),
      der.context(2, der.integer(32)),
    ),
  );
