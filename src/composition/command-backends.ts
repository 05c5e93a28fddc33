import type { DataSource } from 'typeorm';
import { systemClock } from '../adapters/clock/system-clock.js';
import { PostgresAuditLog } from '../adapters/postgres/audit-log.js';
import { createDataSource } from '../adapters/postgres/data-source.js';
import { migrate } from '../adapters/postgres/database.js';
import type { EmbeddedPostgres } from '../adapters/postgres/embedded/embedded-postgres.js';
import { PostgresMemberStore } from '../adapters/postgres/staff/member-store.js';
import type { AuditExportBackend } from '../cli/audit-export.js';
import type { StaffBackend } from '../cli/staff.js';
import { readConfiguration } from '../configuration.js';
import { openPostgres } from './databases.js';

/** The database of the configuration, with staff's rights, for one command. */
async function openStaffDatabase(): Promise<{ dataSource: DataSource; close: () => Promise<void> }> {
  const postgres: EmbeddedPostgres = await openPostgres(readConfiguration(process.env));
  try {
    const dataSource = await createDataSource({
      url: postgres.url,
      role: 'lianshu_staff',
      poolSize: 2,
    }).initialize();
    return { dataSource, close: () => dataSource.destroy().then(() => postgres.stop()) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** What `lianshu staff` works on. */
export async function openStaff(): Promise<StaffBackend> {
  const { dataSource, close } = await openStaffDatabase();
  return { members: new PostgresMemberStore(dataSource), clock: systemClock, close };
}

/** What `lianshu audit export` works on. */
export async function openAuditExport(): Promise<AuditExportBackend> {
  const { dataSource, close } = await openStaffDatabase();
  return { log: new PostgresAuditLog(dataSource), close };
}

/** Brings the configured database up to date and answers the names of what ran. */
export async function migrateDatabase(): Promise<readonly string[]> {
  const postgres = await openPostgres(readConfiguration(process.env));
  try {
    return await migrate(postgres.url);
  } finally {
    await postgres.stop();
  }
}
