import type { DataSource, QueryRunner } from 'typeorm';

/** Called in place of each statement: `run` sends it. `index` counts from 1. */
export type Interceptor = (
  index: number,
  sql: string,
  run: () => Promise<unknown>,
  runner: QueryRunner,
) => Promise<unknown>;

/** Stands before every statement of a DataSource from now on, BEGIN and COMMIT included: for killing things in between. */
export function interceptStatements(dataSource: DataSource, interceptor: Interceptor): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  let index = 0;
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...values: unknown[]) => Promise<unknown>;
    const intercepted = (...values: unknown[]): Promise<unknown> =>
      interceptor(++index, String(values[0]), () => query(...values), runner);
    runner.query = intercepted as QueryRunner['query'];
    return runner;
  };
}
