import type { DataSource } from 'typeorm';
import type { JobQueue, JobQueueState } from '../../../core/job-queue.js';

/** Looks into the tables of pg-boss. */
export class PostgresJobQueue implements JobQueue {
  constructor(private readonly dataSource: DataSource) {}

  async state(): Promise<JobQueueState> {
    const [{ seconds }] = await this.dataSource.query<[{ seconds: number | null }]>(
      `SELECT extract(epoch FROM clock_timestamp() - min(created_on))::float AS seconds FROM jobs.job
       WHERE state IN ('created', 'retry', 'active')`,
    );
    return { oldestSeconds: seconds ?? undefined };
  }
}
