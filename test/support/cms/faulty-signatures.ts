import type { CardSignatureErrorCode, SignedDocumentErrorCode } from '../../../src/core/cms/index.js';
import { CmsOid } from '../../../src/core/cms/oids.js';
import { der } from '../../../src/core/der/index.js';
import { cmsAttribute } from '../../../src/devkit/index.js';
import { certified, type CertifiedPair, ecPair, rsaPair } from './certificates.js';
import { digest, signedDataBy, type SignedDataOverrides } from './signed-data.js';

const signer = certified(ecPair());
/** Has the name and the serial number of {@link signer}'s certificate. */
const twin = certified(ecPair());

const by =
  (overrides: (content: Uint8Array) => SignedDataOverrides, who: () => CertifiedPair = () => signer) =>
  (content: Uint8Array): Uint8Array =>
    signedDataBy(who(), content, overrides(content));

const messageDigestOf = (content: Uint8Array): Uint8Array =>
  cmsAttribute(CmsOid.messageDigest, der.octetString(digest(content)));
const contentType = cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data));
const sound = by(() => ({}));
const other = Buffer.from('something else');
const nested = (levels: number): Uint8Array =>
  levels === 0 ? der.sequence() : der.sequence(nested(levels - 1));

/**
 * A SignedData that is refused with this code where a signature over `content` is wanted, for each code there is; `limit`: the
 * bytes it may have. Its certificate is nobody's.
 */
export const faultySignedData = {
  'evidence-too-large': (_content, limit) => Buffer.alloc(limit + 1, 0x30),
  'evidence-trailing-bytes': (content) => Buffer.concat([sound(content), Buffer.alloc(1)]),
  'evidence-indefinite-length': () => der.sequence(Uint8Array.of(0x30, 0x80, 0, 0)),
  'evidence-nested-too-deeply': () => nested(32),
  'evidence-malformed': (content) => sound(content).subarray(0, -1),
  'evidence-not-signed-data': by(() => ({ outerType: CmsOid.envelopedData })),
  'evidence-no-signer': by(() => ({ signers: 0 })),
  'evidence-more-than-one-signer': by(() => ({ signers: 2 })),
  'evidence-too-many-certificates': by(() => ({
    certificates: Array.from({ length: 9 }, () => signer.certificate.der),
  })),
  'evidence-certificate-malformed': by(() => ({ certificates: [der.sequence()] })),
  'evidence-content-missing': by(() => ({ attached: false })),
  'evidence-certificate-missing': by(() => ({ certificates: [] })),
  'evidence-certificate-ambiguous': by(() => ({
    certificates: [signer.certificate.der, twin.certificate.der],
  })),
  'evidence-weak-digest': by(() => ({ hash: 'sha1' })),
  'evidence-weak-key': by(
    () => ({}),
    () => certified(rsaPair(1024)),
  ),
  'evidence-algorithm-unsupported': by(() => ({ hash: 'sha224' })),
  'evidence-statement-wrong': () => sound(other),
  'evidence-content-type-wrong': by((content) => ({ attributes: [messageDigestOf(content)] })),
  'evidence-message-digest-wrong': by(() => ({ attributes: [contentType, messageDigestOf(other)] })),
  'evidence-signing-certificate-wrong': by((content) => ({
    attributes: [
      contentType,
      messageDigestOf(content),
      cmsAttribute(
        CmsOid.signingCertificateV2,
        der.sequence(der.sequence(der.sequence(der.octetString(digest(other))))),
      ),
    ],
  })),
  'evidence-signature-wrong': by(() => ({ signature: Buffer.alloc(70, 1) })),
} satisfies Record<
  CardSignatureErrorCode | SignedDocumentErrorCode,
  (content: Uint8Array, limit: number) => Uint8Array
>;

/** A signature that verifies over `content`, by a certificate that nobody trusts. */
export const signatureByNobody = sound;
