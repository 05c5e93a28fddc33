export type { AuditErrorCode } from './errors.js';
export {
  type AuditActor,
  type AuditEntry,
  type AuditEvent,
  auditHash,
  chainedEvent,
  type ChainHead,
  emptyChain,
  parseAuditEvent,
} from './event.js';
export { auditLine, exportAuditLog, nextHead, verifyAuditChain, verifyAuditLines } from './exported-log.js';
export { AUDIT_LOG, type AuditLog } from './ports.js';
