import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue of pg-boss by which the pieces of batches are handed out. Its tables are made by the owner; the checking role reads and writes
 * them, and no other role has any right to the schema. A job names a case, a round and a chunk, and only submitted rounds have any.
 *
 * The tables are those of the pg-boss that is installed. An update of pg-boss that wants other tables needs a migration after this one,
 * which runs `getMigrationPlans` where `jobs.version` is the older.
 */
export class CheckJobs0000000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { getConstructionPlans } = await import('pg-boss');
    // The profile without advisory locks and partitions: no role of ours may take such a lock, or make a table. `check-jobs.ts` names it too.
    // TypeORM has begun the transaction, and ends it.
    await runner.query(
      getConstructionPlans('jobs', { backend: 'yugabytedb' }).replaceAll(/^\s*(?:BEGIN|COMMIT);$/gm, ''),
    );
    for (const statement of [queue, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA jobs CASCADE');
  }
}

/**
 * A piece waits or is being done once only. Whoever does it says every five seconds that it lives; after ten seconds of silence the piece
 * is somebody else's. A piece that fails comes again without end, later each time: only a batch that is over gives up.
 */
const queue = `
  SELECT jobs.create_queue('check', '{"policy": "exclusive", "heartbeatSeconds": 10, "expireInSeconds": 3600, "retryLimit": 1000000,
    "retryDelay": 1, "retryBackoff": true, "retryDelayMax": 30, "retentionSeconds": 1209600, "deleteAfterSeconds": 3600}')`;

const rights = `
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA jobs FROM PUBLIC;
  GRANT USAGE ON SCHEMA jobs TO lianshu_checking;
  GRANT SELECT ON ALL TABLES IN SCHEMA jobs TO lianshu_checking;
  GRANT INSERT, UPDATE, DELETE ON jobs.job, jobs.job_dependency, jobs.warning TO lianshu_checking;
  GRANT UPDATE ON jobs.queue, jobs.version TO lianshu_checking;
  GRANT EXECUTE ON FUNCTION jobs.job_now TO lianshu_checking`;
