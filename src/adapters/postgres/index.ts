export { createDataSource, type DatabaseRole, type PostgresOptions } from './data-source.js';
export { createDatabase, dropDatabase } from './database.js';
export { DatabaseError, uniqueViolation } from './database-error.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/index.js';
export { migrate } from './migrate.js';
