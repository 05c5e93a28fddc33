export { type CardDocumentErrorCode, openForCard, signForCard } from './card-document.js';
export {
  attachedSignature,
  type Card,
  type CardSignature,
  cardSignedDocument,
  maximumSignatureBytes,
  parseCardSignature,
  type SignatureForm,
  verifyCardSignature,
} from './card.js';
export {
  countersign,
  type Countersignature,
  type Countersigning,
  verifyCountersignature,
} from './countersignature.js';
export { encryptForCard, isEnvelopedData } from './enveloped-data.js';
export {
  type CardSignatureErrorCode,
  cardSignatureErrorCodes,
  type SignedDataErrorCode,
  type SignedDocumentErrorCode,
  signedDocumentErrorCodes,
} from './errors.js';
export { type Evidence, maximumEvidenceBytes, parseEvidence } from './evidence.js';
export {
  type KeyEnvelopeErrorCode,
  type OpeningKey,
  openingKey,
  openWithKey,
  type SealingKey,
  sealingKey,
  sealToKey,
} from './key-envelope.js';
export { type EnvelopeErrorCode, openWithPassphrase } from './open-envelope.js';
export {
  askingForPin,
  CardPin,
  CardRefusal,
  type CardRefusalReason,
  type PinProtectedCard,
} from './pin-protected-card.js';
export {
  canSealFor,
  openSealed,
  openSealedWith,
  type RecipientKey,
  recipientKey,
  type SealedErrorCode,
  sealForCertificate,
} from './sealed-document.js';
export {
  commitmentOf,
  type LeadRecord,
  maximumRecordBytes,
  openEvidence,
  openRecord,
  type RecordContent,
  type RecordErrorCode,
  type RecordKeys,
  sealRecord,
} from './sealed-record.js';
export {
  maximumDocumentBytes,
  parseSignedDocument,
  signDocument,
  type SignedDocument,
} from './signed-document.js';
export type { CertifiedSigner, Signer } from './signer-info.js';
export { type ResolvedSignedData, type VerifiedSignedData, verifySignedData } from './verify-signed-data.js';
