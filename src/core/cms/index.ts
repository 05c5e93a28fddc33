export { type Card, type CardSignature, type SignatureForm } from './card.js';
export { cardSignedDocument } from './card-document.js';
export { maximumSignatureBytes, parseCardSignature } from './card-signature.js';
export {
  type Countersignature,
  type Countersigning,
  countersign,
  verifyCountersignature,
} from './countersignature.js';
export type { EvidenceErrorCode } from './errors.js';
export { type Evidence, maximumEvidenceBytes, parseEvidence } from './evidence.js';
export { subjectKeyIdentifier } from './key-identifier.js';
export {
  maximumDocumentBytes,
  parseSignedDocument,
  signDocument,
  type SignedDocument,
} from './signed-document.js';
export type { SignedEvidence } from './signed-evidence.js';
export type { CertifiedSigner, Signer } from './signer.js';
export { type VerifiedEvidence, verifyEvidence } from './verify-evidence.js';
export {
  commitmentOf,
  maximumRecordBytes,
  type OpeningKey,
  openingKey,
  openRecord,
  type RecordErrorCode,
  type SealingKey,
  sealingKey,
  sealRecord,
} from './sealing.js';
export { canSealFor, openSealed, type SealedErrorCode, sealForCertificate } from './sealed-document.js';
export { envelopForCard } from './envelop.js';
export { type EnvelopeErrorCode, openEnvelopeWithKey, openWithPassphrase } from './open-envelope.js';
