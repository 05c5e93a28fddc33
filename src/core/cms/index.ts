export { maximumDocumentBytes, type SignedDocument } from './attached-document.js';
export { signForCard } from './card-document.js';
export {
  attachedSignature,
  type Card,
  type CardSignature,
  cardSignedDocument,
  maximumSignatureBytes,
  parseCardSignature,
  type SignatureForm,
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
  type KeyEnvelopeErrorCode,
  type RecordErrorCode,
  type SignedDataErrorCode,
  type SignedDocumentErrorCode,
  signedDocumentErrorCodes,
} from './errors.js';
export { type Evidence, maximumEvidenceBytes, parseEvidence } from './evidence.js';
export {
  importPrivateKey,
  type OpeningKey,
  openingKey,
  openWithKey,
  type SealingKey,
  sealingKey,
  sealToKey,
} from './key-envelope.js';
export { encodeLeadRecord, type LeadRecord, maximumRecordBytes, parseLeadRecord } from './lead-record.js';
export { type EnvelopeErrorCode, openWithPassphrase } from './open-envelope.js';
export { type CardDocumentErrorCode, openForCard } from './open-for-card.js';
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
  openEvidence,
  openRecord,
  type RecordContent,
  type RecordKeys,
  sealRecord,
} from './sealed-record.js';
export { parseSignedDocument, signDocument } from './signed-document.js';
export type { CertifiedSigner, Signer } from './signer-info.js';
export type { ResolvedSignedData } from './resolve-signer.js';
export type { VerifiedSignedData } from './signed-octets.js';
export { verifyCardSignature, verifySignedData } from './verify-signed-data.js';
