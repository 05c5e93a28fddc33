export {
  PostgresPublishedResults,
  PostgresRecordedCommitments,
  PostgresStruckOutLists,
} from './postgres-published.js';
export { PostgresPurgeStore } from './postgres-purge-store.js';
export { PostgresRecordSource } from './postgres-record-source.js';
export { PostgresResultStore } from './postgres-result-store.js';
export { PostgresRosterStore } from './postgres-roster-store.js';
export { PostgresVerdictStore } from './postgres-verdict-store.js';
