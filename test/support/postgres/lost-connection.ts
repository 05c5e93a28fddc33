import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { contentsBy, interceptStatements } from './database.js';

/** Connections that are lost before whichever statement a test chooses. */
export class LosableConnections {
  /** Statements that still go through; each is counted. */
  private left = Infinity;

  constructor(
    private readonly owner: DataSource,
    dataSources: readonly DataSource[],
  ) {
    for (const dataSource of dataSources)
      interceptStatements(dataSource, (_index, sql, run) => {
        // A broken connection rolls back by itself; here the driver is still there to be told.
        if (sql === 'ROLLBACK') return run();
        this.left -= 1;
        return this.left < 0 ? Promise.reject(new Error('connection lost')) : run();
      });
  }

  /** Every table's rows, in a digest each, without those of the tables named. */
  async contents(except: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
    const contents = await contentsBy((sql) => this.owner.query(sql));
    return Object.fromEntries(Object.entries(contents).filter(([table]) => !except.includes(table)));
  }

  /**
   * Tries the step with a connection that is lost after so many statements. `settled` waits for what the step started.
   * Answers whether the step went through.
   */
  async loseAfter(
    statements: number,
    step: () => Promise<unknown>,
    settled: () => Promise<void> = () => Promise.resolve(),
  ): Promise<boolean> {
    this.left = statements;
    let failure: unknown;
    const ended = await step().then(
      () => true,
      (error: unknown) => {
        failure = error;
        return false;
      },
    );
    const lost = this.left < 0;
    await settled();
    this.left = Infinity;
    if (!ended && !lost) throw new Error('the step fails for a reason of its own', { cause: failure });
    return ended;
  }

  /**
   * Loses the connection before each statement of the step in turn: no row of the database may have changed, until the step goes
   * through. Answers how often it was cut short. `except` names the tables in which a step that is cut short leaves what the next one goes on with.
   */
  async cutShortEverywhere(
    step: () => Promise<unknown>,
    settled?: () => Promise<void>,
    except: readonly string[] = [],
  ): Promise<number> {
    const before = await this.contents(except);
    for (let statements = 0; ; statements += 1) {
      if (await this.loseAfter(statements, step, settled)) return statements;
      expect(await this.contents(except)).toEqual(before);
    }
  }
}
