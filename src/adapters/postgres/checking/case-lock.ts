import type { DataSource, QueryRunner } from 'typeorm';
import type { CaseLock } from '../../../checking/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import { fail, type Result } from '../../../core/result.js';

/**
 * Locks a case by an advisory lock of PostgreSQL's, which every server of the database sees and which ends with the connection: a
 * server that is killed holds nothing. It stands beside the locks of the rows, which each transaction takes for itself.
 */
export class PostgresCaseLock implements CaseLock {
  constructor(private readonly dataSource: DataSource) {}

  async exclusively<Value, Code extends string>(
    caseNumber: CaseNumber,
    work: () => Promise<Result<Value, Code>>,
  ): Promise<Result<Value, Code | 'step-under-way'>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const rows = (await runner.query('SELECT try_lock_case($1) AS locked', [caseNumber])) as {
        readonly locked: boolean;
      }[];
      if (rows[0]?.locked !== true) return fail('step-under-way');
      try {
        return await work();
      } finally {
        await unlock(runner, caseNumber);
      }
    } finally {
      await runner.release();
    }
  }
}

/** Gives the lock back. Where that fails, the connection ends, and the lock with it: what was done meanwhile is done. */
async function unlock(runner: QueryRunner, caseNumber: CaseNumber): Promise<void> {
  try {
    await runner.query('SELECT unlock_case($1)', [caseNumber]);
  } catch {
    // The driver's own client.
    const client = (await runner.connect()) as { end(): Promise<void> };
    await client.end();
  }
}
