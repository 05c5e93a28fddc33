export { canonicalJson, type JsonValue } from './canonical-json.js';
export type { AuditErrorCode } from './errors.js';
export {
  type AuditActor,
  type AuditEntry,
  type AuditEvent,
  auditHash,
  chainedEvent,
  type ChainHead,
  emptyChain,
} from './event.js';
export { auditLine, exportAuditLog } from './export.js';
export { parseAuditEvent } from './parse-event.js';
export type { AuditLog } from './ports.js';
export { nextHead, verifyAuditChain, verifyAuditLines } from './verify-chain.js';
