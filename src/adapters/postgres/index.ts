export { PostgresCaseRepository } from './case-repository.js';
export { createDataSource, type DatabaseRole, type PostgresOptions } from './data-source.js';
export { createDatabase, dropDatabase } from './database.js';
export { DatabaseError, uniqueViolation } from './database-error.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/index.js';
export { migrate } from './migrate.js';
export { PostgresOpenRounds } from './open-rounds.js';
export { PostgresSealedRecordStore } from './sealed-record-store.js';
