import type { AuditLog } from '../../audit/index.js';
import type { MemberStore } from '../../staff/index.js';
import { PostgresAuditLog } from './audit-log.js';
import { createDataSource } from './data-source.js';
import { migrate } from './database.js';
import { openPostgres, type PostgresPlace } from './postgres-connections.js';
import { addIntakeKey } from './intake-keys.js';
import { PostgresMemberStore } from './staff/member-store.js';

/** What one command needs of the database, with staff's rights. */
interface StaffDatabase {
  readonly members: MemberStore;
  readonly log: AuditLog;
  close(): Promise<void>;
}

/** Opens the database for one command. It must have been migrated. */
export async function openStaffDatabase(place: PostgresPlace): Promise<StaffDatabase> {
  const postgres = await openPostgres(place);
  try {
    const options = { url: postgres.url, role: 'lianshu_staff', poolSize: 2 } as const;
    const dataSource = await createDataSource(options).initialize();
    return {
      members: new PostgresMemberStore(dataSource),
      log: new PostgresAuditLog(dataSource),
      close: () => dataSource.destroy().then(() => postgres.stop()),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Runs the missing migrations and answers their names. */
export async function migrateDatabase(place: PostgresPlace): Promise<readonly string[]> {
  const postgres = await openPostgres(place);
  try {
    return await migrate(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Adds the public key of a rotated intake key to those that receipts and evidence are verified with, with the owner's rights. */
export async function publishIntakeKey(place: PostgresPlace, publicKey: Uint8Array, at: Date): Promise<void> {
  const postgres = await openPostgres(place);
  try {
    const owner = await createDataSource({ url: postgres.url, poolSize: 1 }).initialize();
    await addIntakeKey(owner, publicKey, at).finally(() => owner.destroy());
  } finally {
    await postgres.stop();
  }
}
