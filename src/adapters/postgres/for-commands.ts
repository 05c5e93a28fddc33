import type { AuditLog, CheckpointStore } from '../../audit/index.js';
import { StartFailure } from '../../configuration/start-failure.js';
import type { MemberStore } from '../../staff/index.js';
import { PostgresAuditLog } from './audit-log.js';
import { PostgresCheckpointStore } from './checkpoint-store.js';
import { createDataSource } from './data-source.js';
import { migrate } from './database.js';
import { addIntakeKey } from './intake-keys.js';
import { openPostgres, type PostgresPlace, roleUrls } from './postgres-connections.js';
import { PostgresMemberStore } from './staff/member-store.js';

/** What one command needs of the database. */
interface StaffDatabase {
  readonly members: MemberStore;
  readonly log: AuditLog;
  readonly checkpoints: CheckpointStore;
  close(): Promise<void>;
}

/**
 * Opens the database for one command, with the checking role's login: staff's own may neither add members nor chain the audit log.
 * It must have been migrated.
 */
export async function openStaffDatabase(place: PostgresPlace): Promise<StaffDatabase> {
  const role = 'lianshu_checking';
  const postgres =
    place.databaseLogins === undefined
      ? await openPostgres(place)
      : { url: place.databaseLogins.checking, stop: () => Promise.resolve() };
  try {
    const dataSource = await createDataSource({ url: postgres.url, role, poolSize: 2 }).initialize();
    return {
      members: new PostgresMemberStore(dataSource),
      log: new PostgresAuditLog(dataSource),
      checkpoints: new PostgresCheckpointStore(dataSource),
      close: () => dataSource.destroy().then(() => postgres.stop()),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/**
 * Runs the missing migrations as the owner, gives the roles their logins, and answers the migrations' names. With the roles' own
 * URLs they get these passwords.
 */
export async function migrateDatabase(place: PostgresPlace): Promise<readonly string[]> {
  const { databaseLogins } = place;
  const postgres = await openAsOwner(place);
  try {
    return await migrate(postgres.url, { urls: databaseLogins && roleUrls(databaseLogins) });
  } finally {
    await postgres.stop();
  }
}

/** Adds the public key of a rotated intake key to those that receipts and evidence are verified with, with the owner's rights. */
export async function publishIntakeKey(place: PostgresPlace, publicKey: Uint8Array, at: Date): Promise<void> {
  const postgres = await openAsOwner(place);
  try {
    const owner = await createDataSource({ url: postgres.url, poolSize: 1 }).initialize();
    try {
      await addIntakeKey(owner, publicKey, at);
    } finally {
      await owner.destroy();
    }
  } finally {
    await postgres.stop();
  }
}

/** With the roles' own URLs, the owner's must be given too: no local PostgreSQL stands in for the operator's. */
function openAsOwner(place: PostgresPlace): ReturnType<typeof openPostgres> {
  if (place.databaseLogins !== undefined && place.databaseUrl === undefined)
    throw new StartFailure({ code: 'configuration-wrong', values: { names: 'DATABASE_URL' } });
  return openPostgres(place);
}
