import { constants, createHash, type KeyObject, sign } from 'node:crypto';
import { CmsOid } from '../../../src/core/cms/oids.js';
import { der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';
import type { Holder } from './certificates.js';

export const attribute = (type: string, ...values: Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(type), der.setOf(...values));

export const digest = (bytes: Uint8Array, name = 'sha256'): Buffer => createHash(name).update(bytes).digest();

/** What a test's SignedData may be given; every default is valid. All algorithm values are DER. */
export interface SignedDataOverrides {
  readonly attached?: boolean;
  readonly content?: Uint8Array;
  /** Undefined gives content-type and message-digest; null gives no signed attributes. */
  readonly attributes?: readonly Uint8Array[] | null;
  readonly hash?: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly digestAlgorithm?: Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  readonly certificates?: readonly Uint8Array[];
  readonly identifier?: Uint8Array;
  readonly version?: number;
  readonly unsigned?: readonly Uint8Array[];
  readonly signers?: number;
  readonly contentType?: string;
  readonly outerType?: string;
  readonly signature?: Uint8Array;
  readonly pss?: boolean;
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

/** SignedData by this holder over this statement, as a card program might write it. */
export function signedDataBy(
  signer: Holder,
  statement: Uint8Array,
  overrides: SignedDataOverrides = {},
): Uint8Array {
  const { attached = true, content = statement, signers = 1, extra = [] } = overrides;
  const { outerType = CmsOid.signedData, contentType = CmsOid.data } = overrides;
  const certificates = overrides.certificates ?? [signer.certificate.der];
  const signerInfo = signerInfoBy(signer, statement, overrides);
  const explicit = attached ? [der.context(0, der.octetString(content))] : [];
  return der.sequence(
    der.oid(outerType),
    der.context(
      0,
      der.sequence(
        der.integer(1),
        der.setOf(digestAlgorithmOf(overrides)),
        der.sequence(der.oid(contentType), ...explicit),
        ...(certificates.length === 0 ? [] : [der.context(0, ...certificates)]),
        ...extra,
        der.setOf(...Array.from({ length: signers }, () => signerInfo)),
      ),
    ),
  );
}

const digestAlgorithmOf = ({ hash = 'sha256', digestAlgorithm }: SignedDataOverrides): Uint8Array =>
  digestAlgorithm ?? der.sequence(der.oid(digestOids[hash]), der.nullValue());

function signerInfoBy(signer: Holder, statement: Uint8Array, overrides: SignedDataOverrides): Uint8Array {
  const { hash = 'sha256', version = 1, unsigned, pss = false } = overrides;
  const { certificate, privateKey } = signer;
  const { signatureAlgorithm = algorithmOf(privateKey, hash) } = overrides;
  const { identifier = der.sequence(certificate.issuer.der, der.encode(0x02, certificate.serialNumber)) } =
    overrides;
  const signed = signedAttributes(statement, overrides);
  const { signature = sign(hash, signed ?? statement, pss ? pssKey(privateKey) : privateKey) } = overrides;
  return der.sequence(
    der.integer(version),
    identifier,
    digestAlgorithmOf(overrides),
    ...(signed === undefined ? [] : [retag(signed, 0xa0)]),
    signatureAlgorithm,
    der.octetString(signature),
    ...(unsigned === undefined ? [] : [retag(der.setOf(...unsigned), 0xa1)]),
  );
}

function signedAttributes(statement: Uint8Array, overrides: SignedDataOverrides): Uint8Array | undefined {
  if (overrides.attributes === null) return undefined;
  const {
    attributes = [
      attribute(CmsOid.contentType, der.oid(CmsOid.data)),
      attribute(CmsOid.messageDigest, der.octetString(digest(statement, overrides.hash))),
    ],
  } = overrides;
  return der.setOf(...attributes);
}

const pssKey = (key: KeyObject): Parameters<typeof sign>[2] => ({
  key,
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: 32,
});

/** RSASSA-PSS-params with this hash for message and mask; a salt of 32. */
export const pssAlgorithm = (hash: string, maskHash = hash): Uint8Array =>
  der.sequence(
    der.oid(Oid.rsaPss),
    der.sequence(
      der.context(0, der.sequence(der.oid(hash), der.nullValue())),
      der.context(1, der.sequence(der.oid(Oid.mgf1), der.sequence(der.oid(maskHash), der.nullValue()))),
      der.context(2, der.integer(32)),
    ),
  );

function retag(set: Uint8Array, tag: number): Uint8Array {
  const tagged = Uint8Array.from(set);
  tagged[0] = tag;
  return tagged;
}
