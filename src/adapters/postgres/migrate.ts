import { createDataSource } from './data-source.js';

/** Runs the migrations not run yet, as the login itself; answers their names. One process at a time: others wait. */
export async function migrate(url: string): Promise<readonly string[]> {
  const dataSource = createDataSource({ url, poolSize: 2 });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    // Several processes of a deployment may start at once; the lock goes with the connection.
    await lock.query(`SELECT pg_advisory_lock(hashtext('lianshu migrations'))`);
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
