export { PostgresCaseRepository } from './case-repository.js';
export { createDataSource, type DatabaseRole, type PostgresOptions } from './data-source.js';
export { createDatabase, dropDatabase } from './database.js';
export { DatabaseError, uniqueViolation } from './database-error.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/index.js';
export { PostgresLeadRounds } from './lead-rounds.js';
export { migrate } from './migrate.js';
export { PostgresOpenRounds } from './open-rounds.js';
export { type OpenedRescueSource, openRescueSource } from './rescue-source.js';
export { PostgresSealedRecordStore } from './sealed-record-store.js';
export { appendAuditEvent } from './audit/append-audit-event.js';
export { PostgresAuditLog } from './audit/audit-log.js';
export { PostgresApprovalStore } from './staff/approval-store.js';
export { PostgresMemberStore } from './staff/member-store.js';
export { PostgresSessionStore } from './staff/session-store.js';
export { PostgresUsedChallenges } from './staff/used-challenges.js';
