export { type AuditAction, auditActions } from './actions.js';
export { verifyAuditChain } from './chain.js';
export {
  type Checkpoint,
  checkpointDigest,
  noCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from './checkpoint.js';
export { CheckpointJob } from './checkpoint.service.js';
export type { AuditErrorCode } from './errors.js';
export {
  type AuditActor,
  type AuditEntry,
  type AuditEvent,
  auditHash,
  chainedEvent,
  type ChainHead,
  emptyChain,
  entryDetails,
  parseAuditEvent,
} from './event.js';
export { type ExportedStores, exportAuditLog } from './export-log.js';
export { auditLine, checkpointLine, signedDataLine } from './exported-line.js';
export {
  AUDIT_LOG,
  type AuditLog,
  CHECKPOINT_SIGNER,
  CHECKPOINT_STORE,
  type CheckpointSigner,
  type CheckpointStore,
  PUBLISHED_CHECKPOINTS,
  type PublishedCheckpoints,
  type StoredCheckpoint,
  type WantedEvents,
} from './ports.js';
export { type ExportReport, verifyExport } from './verify-export.js';
