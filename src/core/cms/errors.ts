/** Why bytes are not the SignedData (RFC 5652 §5) of one signer, in the order of the checks. */
export const signedDataFormErrorCodes = [
  /** More bytes than this kind of object may have; nothing was read. */
  'evidence-too-large',
  /** Bytes follow the object. */
  'evidence-trailing-bytes',
  /** BER indefinite length, where DER is required. */
  'evidence-indefinite-length',
  /** Nested deeper than 32 levels. */
  'evidence-nested-too-deeply',
  /** Not DER, or not the structure of RFC 5652. */
  'evidence-malformed',
  /** A CMS object of another kind than SignedData over id-data. */
  'evidence-not-signed-data',
  /** No SignerInfo. */
  'evidence-no-signer',
  /** More than one SignerInfo. */
  'evidence-more-than-one-signer',
  /** More than eight certificates. */
  'evidence-too-many-certificates',
  /** Something in the certificate bag is not an X.509 certificate. */
  'evidence-certificate-malformed',
] as const;
export type SignedDataFormErrorCode = (typeof signedDataFormErrorCodes)[number];

/** Why digest, signature algorithm and key are not fit to verify a signature with. */
export const algorithmErrorCodes = [
  /** MD5 or SHA-1. */
  'evidence-weak-digest',
  /** An RSA key of fewer than 2048 bits. */
  'evidence-weak-key',
  /** A digest, signature algorithm or key outside the list, or the two don't belong together. */
  'evidence-algorithm-unsupported',
] as const;
export type AlgorithmErrorCode = (typeof algorithmErrorCodes)[number];

/** Why it is not settled by which key, and how, a SignedData was signed. */
export const signerErrorCodes = [
  /** The signer's certificate is not in the bag. */
  'evidence-certificate-missing',
  /** Two different certificates in the bag could be the signer's. */
  'evidence-certificate-ambiguous',
  ...algorithmErrorCodes,
] as const;
export type SignerErrorCode = (typeof signerErrorCodes)[number];

/** Why a signature does not verify over the content it stands with. */
export const contentSignatureErrorCodes = [
  /** Signed attributes without a content-type, or with one that is not id-data. */
  'evidence-content-type-wrong',
  /** Signed attributes without a message-digest, or with one that is not the content's. */
  'evidence-message-digest-wrong',
  /** The signing-certificate attribute names another certificate. */
  'evidence-signing-certificate-wrong',
  /** The signature is not by the certificate's key over these bytes. */
  'evidence-signature-wrong',
] as const;
export type ContentSignatureErrorCode = (typeof contentSignatureErrorCodes)[number];

/** Why a signature does not verify over the statement that had to be signed. */
export const statementSignatureErrorCodes = [
  /** What was signed is not the statement that had to be signed. */
  'evidence-statement-wrong',
  ...contentSignatureErrorCodes,
] as const;
export type StatementSignatureErrorCode = (typeof statementSignatureErrorCodes)[number];

/** Why what a card sent can't be read as a signature. */
export const cardSignatureFormErrorCodes = [...signedDataFormErrorCodes, ...signerErrorCodes] as const;
export type CardSignatureFormErrorCode = (typeof cardSignatureFormErrorCodes)[number];

/** Why what a card sent is not its signature over a statement. */
export const cardSignatureErrorCodes = [
  ...cardSignatureFormErrorCodes,
  ...statementSignatureErrorCodes,
] as const;
export type CardSignatureErrorCode = (typeof cardSignatureErrorCodes)[number];

/** Why a signed document is refused. */
export const signedDocumentErrorCodes = [
  ...signedDataFormErrorCodes,
  /** The content is not inside, where it must be. */
  'evidence-content-missing',
  ...signerErrorCodes,
  ...contentSignatureErrorCodes,
] as const;
export type SignedDocumentErrorCode = (typeof signedDocumentErrorCodes)[number];

/** Why stored evidence can't be read. */
export const evidenceErrorCodes = [
  ...signedDataFormErrorCodes,
  /** The content is not inside, where it must be. */
  'evidence-content-missing',
  /** Not exactly one countersignature of this platform. */
  'evidence-countersignature-missing',
  ...signerErrorCodes,
] as const;
export type EvidenceErrorCode = (typeof evidenceErrorCodes)[number];

/** Why the countersignature of stored evidence does not verify. */
export const countersignatureErrorCodes = [
  /** The countersignature is not a SignerInfo. */
  'evidence-malformed',
  /** The countersignature does not verify under any intake key, or is not over this evidence. */
  'evidence-countersignature-wrong',
] as const;
export type CountersignatureErrorCode = (typeof countersignatureErrorCodes)[number];

/** Why a signature, a piece of evidence or a signed document is refused. */
export type SignedDataErrorCode =
  CardSignatureErrorCode | SignedDocumentErrorCode | EvidenceErrorCode | CountersignatureErrorCode;

/** Why an envelope to a P-256 key does not open. */
export const keyEnvelopeErrorCodes = [
  /** Not an AuthEnvelopedData of the kind a record is. */
  'record-malformed',
  /** Sealed to another key. */
  'record-not-for-this-key',
  /** Sealed to this key, and changed since. */
  'record-authentication-failed',
] as const;
export type KeyEnvelopeErrorCode = (typeof keyEnvelopeErrorCodes)[number];

/** Why a sealed record, or the evidence in it, does not open. */
export const recordErrorCodes = [
  ...keyEnvelopeErrorCodes,
  /** The lead's layer opens, but what is in it is not a LeadRecord. */
  'record-content-malformed',
] as const;
export type RecordErrorCode = (typeof recordErrorCodes)[number];
