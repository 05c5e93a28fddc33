import type { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { BatchPiece, CheckJobs, StepPiece, TakenWork } from '../../../checking/index.js';
import { describeBug, type Log } from '../../../core/log.js';
import { translateDatabaseError } from '../database-error.js';

const queue = 'check';

/** The queue of approved steps; each is done by itself, and two at most at once. */
const stepQueue = 'step';
const stepLanes = 2;

/** Pieces taken at once by a lane, one after the other; and lanes: while one waits for the database, another's records are verified. */
const piecesAtOnce = 2;
const lanes = 2;

/**
 * The profile of pg-boss without advisory locks and partitions: none of our roles may take a lock that another waits for, or make a table.
 * The migration makes the tables by the same profile.
 */
const profile = 'yugabytedb';

/** What pg-boss needs of a pool of the driver's. */
interface Pool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** How long an end waits for the pieces under way, milliseconds. */
const graceMilliseconds = 30_000;

/**
 * Hands out the pieces of batches, and approved steps, by pg-boss, over the connections of the checking role. Its tables are made by a migration. pg-boss
 * keeps who is alive: a piece whose process is silent for ten seconds comes again.
 */
export class PgBossCheckJobs implements CheckJobs {
  private boss: PgBoss | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Pick<Log, 'warn'>,
  ) {}

  async put(pieces: readonly BatchPiece[]): Promise<void> {
    const jobs = pieces.map(({ caseNumber, roundId, chunk = 'end' }) => ({
      data: { caseNumber, roundId, chunk },
      singletonKey: `${roundId} ${chunk}`,
    }));
    await this.boss?.insert(queue, jobs);
  }

  async putStep(step: StepPiece): Promise<void> {
    const { requestId, caseNumber, action } = step;
    await this.boss?.insert(stepQueue, [
      { data: { requestId, caseNumber, action }, singletonKey: requestId },
    ]);
  }

  async take(work: TakenWork): Promise<void> {
    // Loaded here, since most commands and tests have no use for it.
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.pool.query(text, values) },
      schema: 'jobs',
      backend: profile,
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
      monitorVacuum: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
      maintenanceIntervalSeconds: 600,
    });
    // A database that is away is found out by every statement of pg-boss; it goes on when the database is back.
    boss.on('error', (error: Error) => {
      this.log.warn({ bug: describeBug(translateDatabaseError(error)) }, 'queue of the check failed');
    });
    await boss.start();
    this.boss = boss;
    const polling = { pollingIntervalSeconds: 0.5, burstWhenBatchFull: true };
    const pieces = { batchSize: piecesAtOnce, localConcurrency: lanes, ...polling };
    await boss.work<StoredPiece>(queue, pieces, async (jobs) => {
      for (const { data } of jobs) await work.piece(pieceOf(data));
    });
    const steps = { batchSize: 1, localConcurrency: stepLanes, ...polling };
    await boss.work<StepPiece>(stepQueue, steps, async (jobs) => {
      for (const { data } of jobs) await work.step(data);
    });
  }

  async end(): Promise<void> {
    await this.boss?.stop({ close: false, timeout: graceMilliseconds });
    this.boss = undefined;
  }

  /** The pool of the checking role: TypeORM's own `query` answers no statement of several parts. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}

/** A piece as it stands in the queue. */
interface StoredPiece extends Omit<BatchPiece, 'chunk'> {
  readonly chunk: number | 'end';
}

function pieceOf({ caseNumber, roundId, chunk }: StoredPiece): BatchPiece {
  return { caseNumber, roundId, chunk: chunk === 'end' ? undefined : chunk };
}
