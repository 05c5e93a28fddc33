export { PostgresPurgeStore } from './postgres-purge-store.js';
export { PostgresRecordSource } from './postgres-record-source.js';
export {
  PostgresPublishedResults,
  PostgresResultStore,
  PostgresStruckOutLists,
} from './postgres-result-store.js';
export { PostgresRosterStore } from './postgres-roster-store.js';
export { PostgresVerdictStore } from './postgres-verdict-store.js';
