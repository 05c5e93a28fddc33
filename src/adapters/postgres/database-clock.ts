import type { DataSource } from 'typeorm';
import type { DatabaseClock } from '../../cases/index.js';

/** The clock of PostgreSQL's machine. */
export class PostgresDatabaseClock implements DatabaseClock {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
    return row.now;
  }
}
