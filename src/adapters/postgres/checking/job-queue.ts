import type { DataSource } from 'typeorm';
import type { JobQueue, JobQueueState } from '../../../core/job-queue.js';

/** Looks into the tables of pg-boss. */
export class PostgresJobQueue implements JobQueue {
  constructor(private readonly dataSource: DataSource) {}

  async state(): Promise<JobQueueState> {
    const [{ seconds, unattended }] = await this.dataSource.query<
      [{ seconds: number | null; unattended: number | null }]
    >(
      `SELECT extract(epoch FROM clock_timestamp() - min(created_on))::float AS seconds,
         (extract(epoch FROM clock_timestamp() - min(start_after) FILTER (WHERE state <> 'active'
           AND start_after < clock_timestamp() - interval '1 minute'))
         * CASE WHEN bool_or(state = 'active' AND heartbeat_on > clock_timestamp() - interval '1 minute') THEN NULL ELSE 1 END
         )::float AS unattended
       FROM jobs.job WHERE state IN ('created', 'retry', 'active')`,
    );
    return { oldestSeconds: seconds ?? undefined, unattendedSeconds: unattended ?? undefined };
  }
}
