import type { AuditLog } from '../../audit/index.js';
import type { MemberStore } from '../../staff/index.js';
import { PostgresAuditLog } from './audit-log.js';
import { createDataSource } from './data-source.js';
import { migrate } from './database.js';
import { openPostgres, type PostgresPlace } from './postgres-connections.js';
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
