/** Why a signature, a piece of evidence or a signed document is refused. */
export type SignedDataErrorCode =
  /** More bytes than this kind of object may have; nothing was read. */
  | 'evidence-too-large'
  /** Bytes follow the object. */
  | 'evidence-trailing-bytes'
  /** BER indefinite length, where DER is required. */
  | 'evidence-indefinite-length'
  /** Nested deeper than 32 levels. */
  | 'evidence-nested-too-deeply'
  /** Not DER, or not the structure of RFC 5652. */
  | 'evidence-malformed'
  /** A CMS object of another kind than SignedData over id-data. */
  | 'evidence-not-signed-data'
  /** No SignerInfo. */
  | 'evidence-no-signer'
  /** More than one SignerInfo. */
  | 'evidence-more-than-one-signer'
  /** More than eight certificates. */
  | 'evidence-too-many-certificates'
  /** Something in the certificate bag is not an X.509 certificate. */
  | 'evidence-certificate-malformed'
  /** The signer's certificate is not in the bag. */
  | 'evidence-certificate-missing'
  /** Two different certificates in the bag could be the signer's. */
  | 'evidence-certificate-ambiguous'
  /** MD5 or SHA-1. */
  | 'evidence-weak-digest'
  /** An RSA key of fewer than 2048 bits. */
  | 'evidence-weak-key'
  /** A digest, signature algorithm or key outside the list, or the two don't belong together. */
  | 'evidence-algorithm-unsupported'
  /** Signed attributes without a content-type, or with one that is not id-data. */
  | 'evidence-content-type-wrong'
  /** Signed attributes without a message-digest, or with one that is not the content's. */
  | 'evidence-message-digest-wrong'
  /** The signing-certificate attribute names another certificate. */
  | 'evidence-signing-certificate-wrong'
  /** What was signed is not the statement that had to be signed. */
  | 'evidence-statement-wrong'
  /** The signature is not by the certificate's key over these bytes. */
  | 'evidence-signature-wrong'
  /** The content is not inside, where it must be. */
  | 'evidence-content-missing'
  /** Not exactly one countersignature of this platform. */
  | 'evidence-countersignature-missing'
  /** The countersignature does not verify under any intake key, or does not speak of this evidence. */
  | 'evidence-countersignature-wrong';
